import type {Expression} from "kysely";
import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {changeOf, intervalOf, marginOf, scoreOf, type Sums} from "../feedback/scored.ts";
import {instruments} from "../feedback/verdict.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCustomerCategory} from "../intermediate/int_customer_category.ts";
import {intCustomerProfile} from "../intermediate/int_customer_profile.ts";
import {intFeedbackAnswer} from "../intermediate/int_feedback_answer.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {answerSums, feedbackDimensions, groups} from "./feedbackSums.ts";
import {martAbc} from "./mart_abc.ts";
import {martRfm} from "./mart_rfm.ts";

const measures = ["answers", "favourable", "unfavourable", "total", "squares"] as const;
type Measure = (typeof measures)[number];

/** With fewer on either side no change is called clear. */
const leastAnswers = 10;

const sumsOf = (prefix: "" | "other_", ref: (name: any) => Expression<any>): Sums => {
  const of = (name: Measure) => ref(`${prefix}${name}`) as Expression<number | null>;
  return {
    answers: of("answers"),
    favourable: of("favourable"),
    unfavourable: of("unfavourable"),
    total: of("total"),
    squares: of("squares")
  };
};

/**
 * What customers say, one row per instrument, dimension and group with an answer.
 *
 * The score is, for NPS, the share of 9–10 less that of 0–6 in points, for CSAT the share of 4–5 in per cent, for CES and ratings the mean; its
 * 95 % interval is the multinomial one, Wilson's, and Student's. All, and the groups of customers, are of answers of the last 365 days;
 * surveys, months and quarters of all answers. A period is compared with the one before it that has answers, all with the 365 days before,
 * a group with all other answers of its dimension; a change is clear where its interval leaves zero out and either side has 10 answers. Segment and tier are today's, the
 * product is the category with the greatest revenue.
 */
export const martFeedbackGroup = model({
  name: "mart_feedback_group",
  title: {
    en: "What customers say, one row per instrument, dimension and group.",
    zh: "客户评分，每种问卷每个维度每组一行。"
  },
  from: [intAsOf, intCustomerCategory, intCustomerProfile, intFeedbackAnswer, martAbc, martRfm],
  grain: ["instrument", "dimension", "value"],
  columns: z.strictObject({
    instrument: c.oneOf(instruments, "What was asked.", "问卷类型。"),
    dimension: c.oneOf(feedbackDimensions, "What answers are grouped by.", "分组维度。"),
    value: c.text("The group; of a month or quarter its first day.", "分组；月份与季度为其首日。"),
    from_on: c.day("First day of the period; of others the day of the first answer.", "期间首日；其他为首份答卷日期。"),
    first_on: c.day("Day of its first answer.", "首次作答日。"),
    last_on: c.day("Day of its last answer.", "末次作答日。"),
    answers: c.count("Answers.", "答卷数。"),
    customers: c.count("Known customers who gave them.", "作答的已识别客户数。"),
    favourable: c.count("NPS 9–10, CSAT and ratings 4–5, CES 5–7.", "好评数：NPS 9–10、CSAT 与评价 4–5、CES 5–7。"),
    neutral: c.count("Neither favourable nor unfavourable.", "中评数。"),
    unfavourable: c.count("NPS 0–6, CSAT and ratings 1–2, CES 1–3.", "差评数：NPS 0–6、CSAT 与评价 1–2、CES 1–3。"),
    score: c.number(
      "NPS in points, CSAT in per cent, mean CES, mean rating.",
      "NPS 分、CSAT 百分数、CES 均值、评价均值。"
    ),
    low: c.number("Lower end of its 95 % interval.", "95% 区间下限。"),
    high: c.number("Upper end of its 95 % interval.", "95% 区间上限。"),
    previous_score: c
      .number("Score of what it is compared with.", "比较对象（上一期间，或同维度其他答卷）的得分。")
      .nullable(),
    change: c.number("Score less that.", "与比较对象之差。").nullable(),
    change_low: c.number("Lower end of the 95 % interval of the change.", "差异 95% 区间下限。").nullable(),
    change_high: c.number("Upper end of the 95 % interval of the change.", "差异 95% 区间上限。").nullable(),
    is_clear: c.flag(
      "That interval leaves zero out, and both have 10 answers.",
      "差异区间不含零，且双方均不少于 10 份答卷。"
    ),
    is_partial: c.flag("The month or quarter was still running at as_of.", "该月或该季度在截止时尚未结束。")
  }),
  query: (db) =>
    db
      .with("summed", answerSums)
      .with("compared", (db) =>
        db
          .selectFrom("summed")
          .selectAll()
          .select(({ref}) => {
            const group = [ref("instrument"), ref("dimension")];
            const isBeside = s.either(...groups.map((name) => s.compare(ref("dimension"), "=", s.text(name))));
            const from = (name: Measure) =>
              s.when(
                isBeside,
                s.subtract(s.overall(s.sum(ref(name)), ...group), ref(name)),
                s.ordered(s.lag(ref(name)), {partitionBy: group, orderBy: [ref("from_on"), ref("value")]})
              );
            return measures.map((name) => s.toBigint(from(name)).as(`other_${name}`));
          })
      )
      .with("spaced", (db) =>
        db
          .selectFrom("compared")
          .selectAll()
          .select(({ref}) => {
            const [own, other] = [sumsOf("", ref), sumsOf("other_", ref)];
            return [
              scoreOf(ref("instrument"), own).as("own_score"),
              marginOf(ref("instrument"), own).as("own_margin"),
              scoreOf(ref("instrument"), other).as("other_score"),
              marginOf(ref("instrument"), other).as("other_margin")
            ];
          })
      )
      .with("ranged", (db) =>
        db
          .selectFrom("spaced")
          .selectAll()
          .select(({ref}) => {
            const range = (side: "own" | "other", sums: Sums) =>
              intervalOf(ref("instrument"), ref(`${side}_score`), ref(`${side}_margin`), sums);
            const [own, other] = [range("own", sumsOf("", ref)), range("other", sumsOf("other_", ref))];
            return [
              own.low.as("own_low"),
              own.high.as("own_high"),
              other.low.as("other_low"),
              other.high.as("other_high")
            ];
          })
      )
      .selectFrom("ranged")
      .crossJoin("int_as_of")
      .where(({ref}) =>
        s.either(s.compare(ref("dimension"), "<>", s.text("all")), s.compare(ref("value"), "=", s.text("year")))
      )
      .select(({ref}) => {
        const scored = (side: "own" | "other") => ({
          score: ref(`${side}_score`),
          low: ref(`${side}_low`),
          high: ref(`${side}_high`)
        });
        const {change, low, high} = changeOf(scored("own"), scored("other"));
        const isAll = s.compare(ref("dimension"), "=", s.text("all"));
        const isQuarter = s.compare(ref("dimension"), "=", s.text("quarter"));
        const isMonth = s.compare(ref("dimension"), "=", s.text("month"));
        const lastMonth = s.addMonths(ref("from_on"), s.when(isQuarter, s.num(2), s.num(0)));
        return [
          "instrument",
          "dimension",
          s.when(isAll, s.text("all"), ref("value")).$castTo<string>().as("value"),
          "from_on",
          "first_on",
          "last_on",
          "answers",
          "customers",
          "favourable",
          s.subtract(s.subtract(ref("answers"), ref("favourable")), ref("unfavourable")).as("neutral"),
          "unfavourable",
          ref("own_score").$notNull().as("score"),
          ref("own_low").$notNull().as("low"),
          ref("own_high").$notNull().as("high"),
          ref("other_score").as("previous_score"),
          change.as("change"),
          low.as("change_low"),
          high.as("change_high"),
          s
            .both(
              s.compare(s.least(ref("answers"), s.coalesce(ref("other_answers"), s.num(0))), ">=", s.num(leastAnswers)),
              s.coalesce(s.either(s.compare(low, ">", s.num(0)), s.compare(high, "<", s.num(0))), s.no)
            )
            .as("is_clear"),
          s.both(s.either(isMonth, isQuarter), s.compare(lastMonth, ">", ref("last_complete_month"))).as("is_partial")
        ];
      })
});
