import {z} from "zod";
import {rawFeedback} from "../../ingest/contracts/kinds.ts";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {day, local, month} from "../sql.ts";
import {happened} from "./asOf.ts";
import {latestRows} from "./latestRows.ts";

/** Answers and reviews in their latest delivery, one row per answer given up to as_of. */
export const stgFeedback = model({
  name: "stg_feedback",
  title: {en: "Answers and reviews, one row per answer.", zh: "答卷与评价，每份一行。"},
  from: [rawFeedback],
  grain: ["response_id"],
  columns: z.strictObject({
    response_id: c.id("The tool's own key of the answer.", "答卷编号。"),
    customer_key: c.id("The customer's key in that source.", "该来源中的客户编号。").nullable(),
    email: c.text("The respondent's e-mail.", "答卷人邮箱。", "personal").nullable(),
    answered_at: c.instant("When the answer was given.", "作答时间。"),
    answered_on: c.day("Business day of it.", "作答日期。"),
    answered_month: c.month("Month of it.", "作答月份。"),
    instrument: c.oneOf(["nps", "csat", "ces", "rating"], "nps 0–10, csat 1–5, ces 1–7, rating 1–5.", "问卷类型。"),
    score: c.integer("The answer on that scale.", "评分。"),
    survey: c.text("The wave or the place of the review.", "问卷批次或评价来源。").nullable(),
    comment: c.text("What the customer wrote.", "客户原话。", "personal").nullable(),
    answer_language: c.text("Language of the answer.", "作答语言。").nullable()
  }),
  query: (db, settings) =>
    latestRows(db, rawFeedback, "response_id")
      .where(({ref}) => happened(ref("answered_at"), settings))
      .select(({ref}) => [
        "response_id",
        "customer_key",
        "email",
        "answered_at",
        day(local(ref("answered_at"), settings.zone)).as("answered_on"),
        month(local(ref("answered_at"), settings.zone)).as("answered_month"),
        "instrument",
        "score",
        "survey",
        "comment",
        "answer_language"
      ])
});
