import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contract} from "./contract.ts";

const scales = {nps: [0, 10], csat: [1, 5], ces: [1, 7], rating: [1, 5]} as const;
type Instrument = keyof typeof scales;
const instruments = Object.keys(scales) as [Instrument, ...Instrument[]];
const within = instruments
  .map((name) => `(instrument = '${name}' and score between ${scales[name][0]} and ${scales[name][1]})`)
  .join(" or ");

/** One row per answer: a survey response or a review. A repeated delivery replaces it. */
export const feedback = contract({
  kind: "feedback",
  title: {en: "Answers and reviews as the survey tools export them.", zh: "问卷与评价导出。"},
  fields: z.strictObject({
    response_id: c.id("The tool's own key of the answer.", "答卷编号。"),
    customer_key: c.id("The customer's key in that source.", "该来源中的客户编号。").nullable(),
    email: c.text("The respondent's e-mail, lower case.", "答卷人邮箱，小写。", "personal").nullable(),
    answered_at: c.instant("When the answer was given.", "作答时间。"),
    instrument: c.oneOf(
      instruments,
      "What was asked: nps 0–10, csat 1–5, ces 1–7, rating 1–5.",
      "问卷类型：nps 0–10，csat 1–5，ces 1–7，rating 1–5。"
    ),
    score: c.integer("The answer on that scale.", "评分。"),
    survey: c.text("The wave or the place of the review.", "问卷批次或评价来源。").nullable(),
    comment: c.text("What the customer wrote.", "客户原话。", "personal").nullable(),
    answer_language: c.text("Language of the answer.", "作答语言。").nullable()
  }),
  key: ["response_id"],
  deliveredWith: ["response_id"],
  event: "answered_at",
  aliases: {
    response_id: ["responseid", "response id", "respondent id", "序号"],
    email: ["recipientemail", "email address", "e-mail"],
    answered_at: ["recordeddate", "end date", "enddate", "submit date (utc)", "提交答卷时间"],
    comment: ["review text", "text"],
    score: ["star rating"],
    answer_language: ["userlanguage", "reviewer language"]
  },
  rules: [
    {
      name: "score on its scale",
      field: "score",
      sql: `score is null or instrument is null or ${within}`,
      test: (row) => {
        const scale = scales[row.instrument as Instrument];
        return row.score == null || !scale || ((row.score as number) >= scale[0] && (row.score as number) <= scale[1]);
      },
      reason: "outside the scale of its instrument"
    }
  ]
});
