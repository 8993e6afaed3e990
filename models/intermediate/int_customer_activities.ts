import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {soFarOf} from "./happenedBy.ts";
import {activityInputs, knownActivities, standingOf} from "./knownActivities.ts";

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
  from: activityInputs,
  grain: ["activity_id"],
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
          .selectFrom(knownActivities(db).as("known"))
          .crossJoin("int_as_of")
          .select(({ref}) => {
            const {completedAt, plannedAt, saysOpen, isDone, isOff} = standingOf(ref);
            const isOpen = s.both(s.isNull(completedAt), saysOpen);
            const isAhead = s.compare(plannedAt, ">", ref("as_of_at"));
            const isPlanned = s.both(isAhead, s.isNull(completedAt), s.not(isOff), s.not(isDone));
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
