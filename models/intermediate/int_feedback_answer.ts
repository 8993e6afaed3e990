import type {Expression} from "kysely";
import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {instruments, verdictOf, verdicts} from "../feedback/verdict.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgFeedback} from "../staging/stg_feedback.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerFeedback} from "./int_customer_feedback.ts";

export const answerWindows = ["year", "year_before", "earlier"] as const;

/**
 * What every answer says and whose it is, one row per answer, also of nobody known.
 *
 * Favourable and unfavourable: NPS 9–10 and 0–6, CSAT and ratings 4–5 and 1–2, CES 5–7 and 1–3. The year is the 365 days that end with
 * as_of, the year before the 365 days before those.
 */
export const intFeedbackAnswer = model({
  name: "int_feedback_answer",
  title: {en: "What every answer says and whose it is, one row per answer.", zh: "每份答卷的评价与归属，每份一行。"},
  from: [intAsOf, intCustomerFeedback, stgFeedback],
  grain: ["response_id"],
  columns: z.strictObject({
    response_id: c.id("The tool's own key of the answer.", "答卷编号。"),
    customer_id: c.id("The customer, as a pseudonym; null: not known.", "客户（假名）；未识别为空。").nullable(),
    answered_at: c.instant("When the answer was given.", "作答时间。"),
    answered_on: c.day("Business day of it.", "作答日期。"),
    answered_month: c.month("Month of it.", "作答月份。"),
    answer_window: c.oneOf(answerWindows, "Year up to as_of, the one before, or earlier.", "近一年、前一年或更早。"),
    instrument: c.oneOf(instruments, "What was asked.", "问卷类型。"),
    score: c.integer("The answer on its scale.", "评分。"),
    verdict: c.oneOf(verdicts, "What it says.", "评价倾向。"),
    is_last: c.flag("The customer's last answer to it.", "是否该客户该类问卷的最近一次作答。"),
    survey: c.text("The wave or the place of the review.", "问卷批次或评价来源。").nullable(),
    answer_language: c
      .text("Language of the answer: en, zh, else as the tool names it.", "作答语言：en、zh，其他按工具原文。")
      .nullable()
  }),
  query: (db) =>
    db
      .selectFrom("stg_feedback as said")
      .crossJoin("int_as_of")
      .leftJoin("int_customer_feedback as known", "known.response_id", "said.response_id")
      .select(({ref}) => {
        const ago = s.daysBetween(ref("said.answered_on"), ref("as_of_on"));
        const [year, yearBefore, earlier] = answerWindows;
        return [
          "said.response_id",
          ref("known.customer_id").as("customer_id"),
          "said.answered_at",
          "said.answered_on",
          "answered_month",
          s
            .when(
              s.compare(ago, "<", s.num(365)),
              s.text(year),
              s.when(s.compare(ago, "<", s.num(730)), s.text(yearBefore), s.text(earlier))
            )
            .as("answer_window"),
          "said.instrument",
          "said.score",
          verdictOf(ref("said.instrument"), ref("said.score")).as("verdict"),
          s.both(s.isKnown(ref("known.customer_id")), s.isNull(ref("next_answered_on"))).as("is_last"),
          "survey",
          languageOf(ref("answer_language")).as("answer_language")
        ];
      })
});

/** English and Chinese by one name each, whatever the tool calls them. */
function languageOf(language: Expression<string | null>): s.Value<string | null> {
  const name = s.lower(s.trim(language));
  return s.when(
    s.matches(name, "^(en|eng|english|英语|英文)([-_ (].*)?$"),
    s.text("en"),
    s.when(s.matches(name, "^(zh|zho|chi|cn|chinese|中文|汉语|简体中文|繁体中文)([-_ (].*)?$"), s.text("zh"), name)
  );
}
