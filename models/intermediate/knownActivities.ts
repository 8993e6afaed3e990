import type {Expression, QueryCreator} from "kysely";
import * as s from "../sql.ts";
import {stgActivities} from "../staging/stg_activities.ts";
import {soFarOf} from "./happenedBy.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerKeys} from "./int_customer_keys.ts";
import {intCustomerLeads} from "./int_customer_leads.ts";
import {intCustomerOpportunities} from "./int_customer_opportunities.ts";
import {intCustomerTickets} from "./int_customer_tickets.ts";
import {knownRows} from "./knownRows.ts";

/** States of an activity that is still to be done, was done or was called off, in the spellings of common CRMs. */
const openState =
  "^(scheduled|planned|not started|open|pending|waiting.*|deferred|overdue|in progress|未开始|未完成|计划中|待办|待处理|进行中|已延期|已逾期)$";
const doneState = "^(completed?|done|closed|held|finished|已完成|完成|已结束)$";
const cancelledState = "^(cancell?ed|not held|no[ -]show|missed|已取消|取消|已作废|作废|未接通)$";

/** What a model that reads knownActivities is from. */
export const activityInputs = [
  intAsOf,
  intCustomerKeys,
  intCustomerLeads,
  intCustomerOpportunities,
  intCustomerTickets,
  stgActivities
] as const;

/** The staged activities of known customers; one that names nobody is of the customer of its opportunity, ticket or lead. */
export const knownActivities = (db: QueryCreator<any>) =>
  knownRows(
    db,
    stgActivities,
    {about: intCustomerOpportunities, by: "opportunity_id"},
    {about: intCustomerTickets, by: "ticket_id"},
    {about: intCustomerLeads, by: "lead_id"}
  );

/**
 * How far an activity was by int_as_of. Planned at its due time, else its time; completed, null where it was not. It says that it is open by
 * its state, or by having a day to be done by and no state. Rows are joined with int_as_of.
 */
export function standingOf(ref: (name: any) => Expression<any>) {
  const state = s.lower(s.trim(ref("activity_status")));
  const says = (pattern: string) => s.coalesce(s.matches(state, pattern), s.no);
  const completedAt = soFarOf<Date | null>(ref("completed_at"), ref);
  const isToDo = s.both(s.isNull(state), s.isKnown(ref("due_at")));
  return {
    completedAt,
    plannedAt: s.firstOf<Date>(ref("due_at"), ref("happened_at")),
    saysOpen: s.either(says(openState), isToDo),
    isDone: says(doneState),
    isOff: says(cancelledState)
  };
}
