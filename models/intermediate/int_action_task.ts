import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgActivities} from "../staging/stg_activities.ts";
import {soFarOf} from "./happenedBy.ts";
import {intAsOf} from "./int_as_of.ts";
import {openState} from "./int_customer_activities.ts";
import {intCustomerKeys} from "./int_customer_keys.ts";
import {intCustomerLeads} from "./int_customer_leads.ts";
import {intCustomerOpportunities} from "./int_customer_opportunities.ts";
import {intCustomerTickets} from "./int_customer_tickets.ts";
import {knownRows} from "./knownRows.ts";

/**
 * What was to be done about known customers by as_of and was not, one row per activity.
 *
 * Its due time, else its time, is past; it was not completed, and its state says that it is open, or it has a day to be done by and no
 * state.
 */
export const intActionTask = model({
  name: "int_action_task",
  title: {
    en: "What was to be done about known customers and was not, one row per activity.",
    zh: "逾期未完成的跟进，每项一行。"
  },
  from: [intAsOf, intCustomerKeys, intCustomerLeads, intCustomerOpportunities, intCustomerTickets, stgActivities],
  grain: ["activity_id"],
  shard: "customer_id",
  columns: z.strictObject({
    activity_id: c.id("The CRM's own key of the activity.", "活动编号。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    activity_type: c.text("What it is: call, visit, meeting, task, note.", "活动类型：电话、拜访、会议、任务、备注。"),
    due_on: c.day("When it was due.", "到期日。")
  }),
  query: (db, {zone}) =>
    db
      .selectFrom(
        knownRows(
          db,
          stgActivities,
          {about: intCustomerOpportunities, by: "opportunity_id"},
          {about: intCustomerTickets, by: "ticket_id"},
          {about: intCustomerLeads, by: "lead_id"}
        ).as("known")
      )
      .crossJoin("int_as_of")
      .where(({ref}) => {
        const state = s.lower(s.trim(ref("activity_status")));
        const isToDo = s.both(s.isNull(state), s.isKnown(ref("due_at")));
        return s.both(
          s.compare(s.firstOf(ref("due_at"), ref("happened_at")), "<=", ref("as_of_at")),
          s.isNull(soFarOf(ref("completed_at"), ref)),
          s.either(s.coalesce(s.matches(state, openState), s.no), isToDo)
        );
      })
      .select(({ref}) => [
        "activity_id",
        "customer_id",
        "activity_type",
        s
          .day(s.local(s.firstOf(ref("due_at"), ref("happened_at")), zone))
          .$notNull()
          .as("due_on")
      ])
});
