import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {activityInputs, knownActivities, standingOf} from "./knownActivities.ts";

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
  from: activityInputs,
  grain: ["activity_id"],
  columns: z.strictObject({
    activity_id: c.id("The CRM's own key of the activity.", "活动编号。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    activity_type: c.text("What it is: call, visit, meeting, task, note.", "活动类型：电话、拜访、会议、任务、备注。"),
    due_on: c.day("When it was due.", "到期日。")
  }),
  query: (db, {zone}) =>
    db
      .selectFrom(knownActivities(db).as("known"))
      .crossJoin("int_as_of")
      .where(({ref}) => {
        const {plannedAt, completedAt, saysOpen} = standingOf(ref);
        return s.both(s.compare(plannedAt, "<=", ref("as_of_at")), s.isNull(completedAt), saysOpen);
      })
      .select(({ref}) => [
        "activity_id",
        "customer_id",
        "activity_type",
        s
          .day(s.local(standingOf(ref).plannedAt, zone))
          .$notNull()
          .as("due_on")
      ])
});
