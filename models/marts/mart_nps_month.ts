import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {stgFeedback} from "../staging/stg_feedback.ts";
import {npsColumns, npsMeasures} from "../nps.ts";

/**
 * Net promoter score, one row per calendar month with an answer.
 *
 * NPS = share of 9–10 − share of 0–6, in points; the interval is the multinomial one at 95 %. One answer counts once.
 */
export const martNpsMonth = model({
  name: "mart_nps_month",
  title: {
    en: "Net promoter score, one row per month.",
    zh: "净推荐值，每月一行。"
  },
  from: [intAsOf, stgFeedback],
  grain: ["answered_month"],
  columns: z.strictObject({
    answered_month: c.month("Month of the answers.", "作答月份。"),
    ...npsColumns,
    is_partial: c.flag("The month was still running at as_of.", "该月在截止时尚未结束。")
  }),
  query: (db) =>
    db
      .with("answers", (db) =>
        db
          .selectFrom("stg_feedback")
          .where("instrument", "=", "nps")
          .select(({ref}) => ["answered_month", ref("score").as("answer_score")])
      )
      .with("scored", (db) =>
        db
          .selectFrom("answers")
          .groupBy("answered_month")
          .select(({ref}) => ["answered_month", ...npsMeasures(ref("answer_score"))])
      )
      .selectFrom("scored")
      .crossJoin("int_as_of")
      .select(({ref}) => [
        "answered_month",
        "answers",
        "promoters",
        "passives",
        "detractors",
        "nps",
        "nps_low",
        "nps_high",
        s.compare(ref("answered_month"), ">", ref("last_complete_month")).as("is_partial")
      ])
});
