import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {unknownGroup} from "../cohortDimensions.ts";
import {kanoCategories, type KanoCategory} from "../feedback/kano.ts";
import {intKanoAnswer} from "../intermediate/int_kano_answer.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {martRfm} from "./mart_rfm.ts";

const everybody = "all";

/**
 * How customers take a feature (Kano), one row per feature and RFM segment with an answer; segment “all” holds everybody.
 *
 * Each pair of answers is judged by the evaluation table. The category is the one most respondents give, of equals the first of must-be,
 * one-dimensional, attractive, indifferent. better = (A + O) ÷ (A + O + M + I) says how much the feature can please, worse = −(O + M) ÷ the
 * same how much its absence displeases, with Wilson's intervals. Strength is the share of the greatest category less that of the next. It is
 * clear where, of those who gave one of the two, clearly more than half gave the first (Wilson's lower end above ½). Segments are today's.
 * Source: Kano et al. (1984); Berger et al. (1993).
 */
export const martKano = model({
  name: "mart_kano",
  title: {
    en: "How customers take a feature, one row per feature and segment.",
    zh: "客户对功能的态度（Kano），每项功能每个分群一行。"
  },
  from: [intKanoAnswer, martRfm],
  grain: ["feature", "segment"],
  columns: z.strictObject({
    feature: c.text("What was asked about.", "功能或服务。"),
    segment: c.text("RFM segment of today; all: everybody.", "当前 RFM 分群；all 为全体。"),
    answers: c.count("Pairs of answers.", "作答数。"),
    attractive: c.count("A: pleases, is not missed.", "魅力型（A）。"),
    one_dimensional: c.count("O: pleases, and is missed.", "期望型（O）。"),
    must_be: c.count("M: taken for granted, and missed.", "必备型（M）。"),
    indifferent: c.count("I: neither.", "无差异型（I）。"),
    reverse: c.count("R: better without it.", "反向型（R）。"),
    questionable: c.count("Q: answers contradict each other.", "可疑（Q）：正反作答矛盾。"),
    category: c.oneOf(kanoCategories, "The category that most give.", "占比最高的类别。"),
    better: c.share("How much it can please.", "满意系数（better）。").nullable(),
    better_low: c.share("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
    better_high: c.share("Upper end of its 95 % interval.", "95% 区间上限。").nullable(),
    worse: c.number("How much its absence displeases, −1 to 0.", "不满意系数（worse），−1 至 0。").nullable(),
    worse_low: c.number("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
    worse_high: c.number("Upper end of its 95 % interval.", "95% 区间上限。").nullable(),
    strength: c.share("Share of the greatest category less the next.", "最高类别占比减次高类别占比。"),
    is_clear: c.flag("The lead over the next clears its interval.", "领先次高类别超出区间。")
  }),
  query: (db) =>
    db
      .with("judged", (db) => {
        const rows = db
          .selectFrom("int_kano_answer")
          .leftJoin("mart_rfm", "mart_rfm.customer_id", "int_kano_answer.customer_id");
        const all = rows.select(({ref}) => [
          "feature",
          s.text(everybody).$castTo<string>().as("group_name"),
          ref("category").as("judged")
        ]);
        return all.unionAll(
          rows.select(({ref}) => [
            "feature",
            s.coalesce(ref("mart_rfm.segment"), s.text(unknownGroup)).as("group_name"),
            ref("category").as("judged")
          ])
        );
      })
      .with("counted", (db) =>
        db
          .selectFrom("judged")
          .groupBy(["feature", "group_name"])
          .select(({ref}) => {
            const those = (category: KanoCategory) =>
              s.count(s.onlyWhen(s.compare(ref("judged"), "=", s.text(category)), s.yes)).as(category);
            return [
              "feature",
              "group_name",
              s.countRows().as("answers"),
              those("must_be"),
              those("one_dimensional"),
              those("attractive"),
              those("indifferent"),
              those("reverse"),
              those("questionable")
            ];
          })
      )
      .with("led", (db) =>
        db
          .selectFrom("counted")
          .selectAll()
          .select(({ref}) => {
            const [last, ...others] = kanoCategories.toReversed();
            const most = s.greatest(...kanoCategories.map((name) => ref(name)));
            const category = others.reduce<s.Value<KanoCategory>>(
              (otherwise, name) => s.when(s.compare(ref(name), "=", most), s.text(name), otherwise),
              s.text(last!)
            );
            return [
              category.as("category"),
              most.as("most"),
              s
                .add(s.add(ref("attractive"), ref("one_dimensional")), s.add(ref("must_be"), ref("indifferent")))
                .as("judging"),
              s.add(ref("attractive"), ref("one_dimensional")).as("pleasing"),
              s.add(ref("one_dimensional"), ref("must_be")).as("missing")
            ];
          })
      )
      .with("followed", (db) =>
        db
          .selectFrom("led")
          .selectAll()
          .select(({ref}) => {
            const others = kanoCategories.map((name) =>
              s.when(s.compare(ref("category"), "=", s.text(name)), s.num(0), ref(name))
            );
            return s.greatest(...others).as("next");
          })
      )
      .selectFrom("followed")
      .select(({ref}) => {
        const judged = <T>(x: s.Value<T>) => s.onlyWhen(s.compare(ref("judging"), ">", s.num(0)), x);
        const less = (x: s.Value<number | null>) => s.subtract(s.toDouble(s.num(0)), x);
        return [
          "feature",
          ref("group_name").as("segment"),
          "answers",
          "attractive",
          "one_dimensional",
          "must_be",
          "indifferent",
          "reverse",
          "questionable",
          "category",
          s.ratio(ref("pleasing"), ref("judging")).as("better"),
          judged(wilsonLow(ref("pleasing"), ref("judging"))).as("better_low"),
          judged(wilsonHigh(ref("pleasing"), ref("judging"))).as("better_high"),
          less(s.ratio(ref("missing"), ref("judging"))).as("worse"),
          less(judged(wilsonHigh(ref("missing"), ref("judging")))).as("worse_low"),
          less(judged(wilsonLow(ref("missing"), ref("judging")))).as("worse_high"),
          s
            .ratio(s.subtract(ref("most"), ref("next")), ref("answers"))
            .$notNull()
            .as("strength"),
          s.compare(wilsonLow(ref("most"), s.add(ref("most"), ref("next"))), ">", s.num(0.5)).as("is_clear")
        ];
      })
});
