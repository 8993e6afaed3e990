import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCustomerFeedback} from "./int_customer_feedback.ts";
import {intSnapshot} from "./int_snapshot.ts";

/**
 * What customers had last answered by past month ends, one row per customer and snapshot after an answer.
 *
 * A rating is an answer to a satisfaction question or a review, 1–5.
 */
export const intSnapshotVoice = model({
  name: "int_snapshot_voice",
  title: {
    en: "Last answers before a snapshot, one row per customer and snapshot.",
    zh: "各快照日之前的最近评分，每位客户每个快照一行。"
  },
  from: [intCustomerFeedback, intSnapshot],
  grain: ["customer_id", "snapshot_on"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    snapshot_on: c.day("The snapshot.", "快照日。"),
    last_nps_score: c.integer("Last NPS answer.", "最近 NPS 评分。").nullable(),
    previous_nps_score: c.integer("The one before.", "上一次 NPS 评分。").nullable(),
    last_nps_on: c.day("Day of the last NPS answer.", "最近 NPS 作答日期。").nullable(),
    last_rating: c.integer("Last rating.", "最近满意度或评价评分。").nullable(),
    last_rating_on: c.day("Day of the last rating.", "最近评价日期。").nullable()
  }),
  query: (db) =>
    db
      .with("answers", (db) =>
        db
          .selectFrom("int_customer_feedback")
          .where("instrument", "!=", "ces")
          .select(({ref}) => {
            const isNps = s.compare(ref("instrument"), "=", s.text("nps"));
            const sequence = {
              partitionBy: [ref("customer_id"), isNps],
              orderBy: [ref("answered_at"), ref("response_id")]
            };
            return [
              "customer_id",
              isNps.as("is_nps"),
              "answered_on",
              "score",
              s.ordered(s.lag(ref("score")), sequence).as("score_before"),
              s.ordered(s.lead(ref("answered_on")), sequence).as("answered_next_on")
            ];
          })
      )
      .with("standing", (db) =>
        db
          .selectFrom("answers")
          .crossJoin("int_snapshot")
          .whereRef("answered_on", "<=", "snapshot_on")
          .where(({ref}) => s.compare(s.coalesce(ref("answered_next_on"), s.never), ">", ref("snapshot_on")))
          .select(["customer_id", "snapshot_on", "is_nps", "score", "score_before", "answered_on"])
      )
      .selectFrom("standing")
      .groupBy(["customer_id", "snapshot_on"])
      .select(({ref}) => {
        const ofNps = <T>(x: s.Value<T>) => s.max(s.onlyWhen(ref("is_nps"), x));
        const ofRating = <T>(x: s.Value<T>) => s.max(s.onlyWhen(s.not(ref("is_nps")), x));
        return [
          "customer_id",
          "snapshot_on",
          ofNps(ref("score")).$castTo<number | null>().as("last_nps_score"),
          ofNps(ref("score_before")).$castTo<number | null>().as("previous_nps_score"),
          ofNps(ref("answered_on")).$castTo<Date | null>().as("last_nps_on"),
          ofRating(ref("score")).$castTo<number | null>().as("last_rating"),
          ofRating(ref("answered_on")).$castTo<Date | null>().as("last_rating_on")
        ];
      })
});
