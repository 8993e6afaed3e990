import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
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
export const openState =
  "^(scheduled|planned|not started|open|pending|waiting.*|deferred|overdue|in progress|未开始|未完成|计划中|待办|待处理|进行中|已延期|已逾期)$";
const doneState = "^(completed?|done|closed|held|finished|已完成|完成|已结束)$";
const cancelledState = "^(cancell?ed|not held|no[ -]show|missed|已取消|取消|已作废|作废|未接通)$";

/**
 * What the company did and plans to do about known customers, one row per activity that had happened or was planned at as_of.
 *
 * One that names nobody is of the customer of its opportunity, ticket or lead. An activity happened when it was completed, else when it
 * took place; not where its state says that it is still open or was cancelled, nor where it has a day to be done by and no state. It is
 * planned where its due time, else its time, lies ahead, unless it is done or cancelled. Others, such as tasks overdue, are left out.
 */
export const intCustomerActivities = model({
  name: "int_customer_activities",
  title: {en: "Activities about known customers, one row per activity.", zh: "已识别客户的跟进活动，每项一行。"},
  from: [intAsOf, intCustomerKeys, intCustomerLeads, intCustomerOpportunities, intCustomerTickets, stgActivities],
  grain: ["activity_id"],
  shard: "customer_id",
  columns: z.strictObject({
    activity_id: c.id("The CRM's own key of the activity.", "活动编号。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    activity_type: c.text("What it is: call, visit, meeting, task, note.", "活动类型：电话、拜访、会议、任务、备注。"),
    happened_at: c.instant("When it happened; empty where it has not.", "发生时间；未发生为空。").nullable(),
    happened_on: c.day("Business day of it.", "发生日期。").nullable(),
    planned_at: c.instant("When it is planned, after as_of.", "计划时间（截止之后）。").nullable(),
    planned_on: c.day("Business day of it.", "计划日期。").nullable()
  }),
  query: (db, {zone}) =>
    db
      .with("dated", (db) =>
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
          .select(({ref}) => {
            const state = s.lower(s.trim(ref("activity_status")));
            const says = (pattern: string) => s.coalesce(s.matches(state, pattern), s.no);
            const completedAt = soFarOf(ref("completed_at"), ref);
            const isToDo = s.both(s.isNull(state), s.isKnown(ref("due_at")));
            const isOpen = s.both(s.isNull(completedAt), s.either(says(openState), isToDo));
            const isOff = says(cancelledState);
            const plannedAt = s.firstOf(ref("due_at"), ref("happened_at"));
            const isAhead = s.compare(plannedAt, ">", ref("as_of_at"));
            const isPlanned = s.both(isAhead, s.isNull(completedAt), s.not(isOff), s.not(says(doneState)));
            return [
              "activity_id",
              "customer_id",
              "activity_type",
              s
                .onlyWhen(s.not(s.either(isOpen, isOff)), s.firstOf(completedAt, soFarOf(ref("happened_at"), ref)))
                .as("happened_at"),
              s.onlyWhen(isPlanned, plannedAt).as("planned_at")
            ];
          })
      )
      .selectFrom("dated")
      .where(({ref}) => s.either(s.isKnown(ref("happened_at")), s.isKnown(ref("planned_at"))))
      .select(({ref}) => [
        "activity_id",
        "customer_id",
        "activity_type",
        "happened_at",
        s.day(s.local(ref("happened_at"), zone)).as("happened_on"),
        "planned_at",
        s.day(s.local(ref("planned_at"), zone)).as("planned_on")
      ])
});
