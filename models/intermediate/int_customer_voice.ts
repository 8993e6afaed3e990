import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerFeedback} from "./int_customer_feedback.ts";
import {withinDays} from "./withinDays.ts";

/** How often a customer was heard. */
export const voiceColumns = {
  answers: c.count("Answers and reviews so far.", "累计答卷与评价数。"),
  answers_365d: c.count("Answers and reviews of the last 365 days.", "近 365 天答卷与评价数。")
};

/** What the customer last said. */
export const voiceFacts = {
  last_nps_score: c.integer("Last answer to the NPS question, 0–10.", "最近一次 NPS 评分（0–10）。").nullable(),
  last_nps_on: c.day("Day of that answer.", "该评分日期。").nullable(),
  last_csat_score: c.integer("Last satisfaction, 1–5.", "最近一次满意度评分（1–5）。").nullable(),
  last_csat_on: c.day("Day of that answer.", "该评分日期。").nullable(),
  last_rating_score: c.integer("Last rating in a review, 1–5.", "最近一次评价星级（1–5）。").nullable(),
  last_rating_on: c.day("Day of that review.", "该评价日期。").nullable()
};

/** What a customer said up to as_of, one row per customer with an answer; of two answers at one instant the one with the greater key is last. */
export const intCustomerVoice = model({
  name: "int_customer_voice",
  title: {en: "What a customer said, one row per customer with an answer.", zh: "客户反馈汇总，每位有答卷的客户一行。"},
  from: [intAsOf, intCustomerFeedback],
  grain: ["customer_id"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    ...voiceColumns,
    ...voiceFacts,
    first_answer_on: c.day("Day of the first answer.", "首份答卷日期。"),
    last_answer_at: c.instant("When the last answer was given.", "最近作答时间。")
  }),
  query: (db) =>
    db
      .selectFrom("int_customer_feedback")
      .crossJoin("int_as_of")
      .groupBy("customer_id")
      .select(({ref}) => {
        const isLast = (instrument: string) =>
          s.both(s.compare(ref("instrument"), "=", s.text(instrument)), s.isNull(ref("next_answered_on")));
        const scoreOf = (instrument: string) =>
          s.max(s.onlyWhen(isLast(instrument), ref("score"))).$castTo<number | null>();
        const dayOf = (instrument: string) =>
          s.max(s.onlyWhen(isLast(instrument), ref("answered_on"))).$castTo<Date | null>();
        return [
          "customer_id",
          s.countRows().as("answers"),
          s.count(s.onlyWhen(withinDays(365, ref("answered_on"), ref), ref("response_id"))).as("answers_365d"),
          scoreOf("nps").as("last_nps_score"),
          dayOf("nps").as("last_nps_on"),
          scoreOf("csat").as("last_csat_score"),
          dayOf("csat").as("last_csat_on"),
          scoreOf("rating").as("last_rating_score"),
          dayOf("rating").as("last_rating_on"),
          s.min(ref("answered_on")).as("first_answer_on"),
          s.max(ref("answered_at")).as("last_answer_at")
        ];
      })
});
