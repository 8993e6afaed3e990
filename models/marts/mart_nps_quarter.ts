import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {stgFeedback} from "../staging/stg_feedback.ts";
import {npsColumns, npsMeasures} from "../nps.ts";

/**
 * Net promoter score, one row per calendar quarter with an answer; definitions as in mart_nps_month.
 */
export const martNpsQuarter = model({
  name: "mart_nps_quarter",
  title: {
    en: "Net promoter score, one row per quarter.",
    zh: "净推荐值，每季度一行。"
  },
  from: [intAsOf, stgFeedback],
  grain: ["answered_quarter"],
  columns: z.strictObject({
    answered_quarter: c.day("First day of the quarter.", "季度首日。"),
    ...npsColumns,
    is_partial: c.flag("The quarter was still running at as_of.", "该季度在截止时尚未结束。")
  }),
  query: (db) =>
    db
      .with("answers", (db) =>
        db
          .selectFrom("stg_feedback")
          .where("instrument", "=", "nps")
          .select(({ref}) => [s.quarter(ref("answered_on")).as("answered_quarter"), ref("score").as("answer_score")])
      )
      .with("scored", (db) =>
        db
          .selectFrom("answers")
          .groupBy("answered_quarter")
          .select(({ref}) => ["answered_quarter", ...npsMeasures(ref("answer_score"))])
      )
      .selectFrom("scored")
      .crossJoin("int_as_of")
      .select(({ref}) => [
        "answered_quarter",
        "answers",
        "promoters",
        "passives",
        "detractors",
        "nps",
        "nps_low",
        "nps_high",
        s.compare(s.addMonths(ref("answered_quarter"), s.num(2)), ">", ref("last_complete_month")).as("is_partial")
      ])
});
