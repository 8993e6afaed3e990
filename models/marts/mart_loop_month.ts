import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contactsKnown, loopColumns, loopMeasures} from "../feedback/loopMeasures.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intLoopCase} from "../intermediate/int_loop_case.ts";
import {intLoopContact} from "../intermediate/int_loop_contact.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

/**
 * Whether somebody came back to unhappy customers, one row per month with a case; definitions as in mart_closed_loop.
 *
 * A month is partial while the promise of one of its cases, or of one that could still come, is running.
 */
export const martLoopMonth = model({
  name: "mart_loop_month",
  title: {
    en: "Whether somebody came back to unhappy customers, one row per month.",
    zh: "各月对不满意客户的跟进，每月一行。"
  },
  from: [intAsOf, intLoopCase, intLoopContact],
  grain: ["case_month"],
  columns: z.strictObject({
    case_month: c.month("Month of the cases.", "个案月份。"),
    ...loopColumns,
    is_partial: c.flag("The promise of some of its days is still running.", "该月部分日期的承诺期尚未结束。")
  }),
  query: (db, {feedback}) =>
    db
      .with("contacts", contactsKnown)
      .with("months", (db) =>
        db
          .selectFrom("int_loop_case")
          .select(({ref}) => [
            s.month(ref("happened_on")).as("case_month"),
            "is_due",
            "followed_on",
            "follow_up_days",
            "is_in_time",
            "is_settled",
            "is_followed_first",
            "state"
          ])
      )
      .with("summed", (db) =>
        db
          .selectFrom("months")
          .crossJoin("contacts")
          .groupBy(["case_month", "has_activities"])
          .select(({ref}) => ["case_month", ...loopMeasures(ref, ref("has_activities"))])
      )
      .selectFrom("summed")
      .crossJoin("int_as_of")
      .selectAll("summed")
      .select(({ref}) => {
        const lastDay = s.addDays(s.addMonths(ref("case_month"), s.num(1)), s.num(feedback.followUpDays - 1));
        return s.compare(ref("as_of_on"), "<=", lastDay).as("is_partial");
      })
});
