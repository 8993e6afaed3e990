import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {casesWhere, contactsKnown, loopColumns, loopMeasures} from "../feedback/loopMeasures.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intFeedbackAnswer} from "../intermediate/int_feedback_answer.ts";
import {intLoopCase} from "../intermediate/int_loop_case.ts";
import {intLoopComplaint} from "../intermediate/int_loop_complaint.ts";
import {intLoopContact} from "../intermediate/int_loop_contact.ts";
import {withinDays} from "../intermediate/withinDays.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

/** How far back cases are looked at. */
const windowDays = 365;

/**
 * Whether somebody comes back to unhappy customers, one row; none where nobody was unhappy in the last 365 days.
 *
 * Of all cases of those days. The share followed up in time is of the cases whose promise has run out, that followed up at all of those older
 * than the 90 days in which a follow-up counts, with Wilson's intervals. Definitions as in mart_closed_loop.
 */
export const martLoopSummary = model({
  name: "mart_loop_summary",
  title: {en: "Whether somebody comes back to unhappy customers, one row.", zh: "对不满意客户的跟进概况，共一行。"},
  from: [intAsOf, intFeedbackAnswer, intLoopCase, intLoopComplaint, intLoopContact],
  grain: ["promise_days"],
  columns: z.strictObject({
    ...loopColumns,
    open_cases: c.count(
      "Not followed up, within the promise, and gave no new answer.",
      "未跟进、未到期且未再次作答的个案数。"
    ),
    overdue_cases: c.count(
      "Not followed up, the promise has run out, and gave no new answer.",
      "逾期未跟进且未再次作答的个案数。"
    ),
    unidentified: c.count("Unfavourable answers and complaints of nobody known.", "无法识别客户的差评与投诉数。"),
    promise_days: c.wholeDays("Days promised.", "承诺天数。"),
    window_days: c.wholeDays("Days looked back.", "回看天数。"),
    has_activities: c.flag("Any contact with customers is known.", "是否有与客户联系的记录。")
  }),
  query: (db, {feedback, zone}) =>
    db
      .with("contacts", contactsKnown)
      .with("summed", (db) =>
        db
          .selectFrom("int_loop_case")
          .crossJoin("int_as_of")
          .crossJoin("contacts")
          .where(({ref}) => withinDays(windowDays, ref("happened_on"), ref))
          .groupBy("has_activities")
          .select(({ref}) => {
            const state = (name: string) => casesWhere(s.compare(ref("state"), "=", s.text(name)));
            return [
              ...loopMeasures(ref, ref("has_activities")),
              "has_activities",
              state("open").as("open_cases"),
              state("overdue").as("overdue_cases")
            ];
          })
      )
      .with("unknown", (db) =>
        db
          .selectFrom(
            db
              .selectFrom("int_feedback_answer")
              .where("customer_id", "is", null)
              .where("verdict", "=", "unfavourable")
              .select(["answered_on as unhappy_on"])
              .unionAll(
                db
                  .selectFrom("int_loop_complaint")
                  .where("customer_id", "is", null)
                  .select(({ref}) => [s.day(s.local(ref("complained_at"), zone)).as("unhappy_on")])
              )
              .as("nobody")
          )
          .crossJoin("int_as_of")
          .where(({ref}) => withinDays(windowDays, ref("unhappy_on"), ref))
          .select(() => [s.countRows().as("unidentified")])
      )
      .selectFrom("summed")
      .crossJoin("unknown")
      .selectAll("summed")
      .select([
        "unidentified",
        s.toBigint(s.num(feedback.followUpDays)).as("promise_days"),
        s.toBigint(s.num(windowDays)).as("window_days")
      ])
});
