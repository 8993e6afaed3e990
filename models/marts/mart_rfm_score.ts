import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {martRfm} from "./mart_rfm.ts";

export const rfmMeasures = ["recency", "frequency", "monetary"] as const;

/**
 * What each RFM score stands for, one row per measure and score that occurs.
 *
 * Recency is in days, frequency in orders, monetary in the company's currency.
 */
export const martRfmScore = model({
  name: "mart_rfm_score",
  title: {
    en: "What each RFM score stands for, one row per measure and score.",
    zh: "各 RFM 得分对应的数值范围，每个维度每个得分一行。"
  },
  from: [martRfm],
  grain: ["measure", "score"],
  columns: z.strictObject({
    measure: c.oneOf(rfmMeasures, "recency, frequency or monetary.", "近度、频度或金额。"),
    score: c.score("The score.", "得分。"),
    customers: c.count("Customers with it.", "客户数。"),
    lowest: c.number("Smallest value among them.", "其中最小值。"),
    highest: c.number("Greatest value among them.", "其中最大值。"),
    window_days: c
      .wholeDays("Length of the scored window; null: since the first order.", "评分窗口天数；空为自首单起。")
      .nullable(),
    has_limits: c.flag(
      "Scored by limits in the configuration, not by fifths of the customers.",
      "按配置的界限计分，而非按客户五分位。"
    )
  }),
  query: (db, {rfm}) => {
    const days = rfm.windowDays === null ? s.nothing<number>("bigint") : s.num(rfm.windowDays);
    const [recency, frequency, monetary] = [
      ["recency", "recency_score", "recency_days"],
      ["frequency", "frequency_score", "frequency"],
      ["monetary", "monetary_score", "monetary"]
    ].map(([measure, score, value]) =>
      db
        .selectFrom("mart_rfm")
        .groupBy(score as "recency_score")
        .select(({ref}) => [
          s.text(measure!).$castTo<(typeof rfmMeasures)[number]>().as("measure"),
          ref(score as "recency_score").as("score"),
          s.countRows().as("customers"),
          s.toDouble(s.min(ref(value as "monetary"))).as("lowest"),
          s.toDouble(s.max(ref(value as "monetary"))).as("highest"),
          days.$castTo<number | null>().as("window_days"),
          (rfm.thresholds[measure as keyof typeof rfm.thresholds] ? s.yes : s.no).as("has_limits")
        ])
    );
    return recency!.unionAll(frequency!).unionAll(monetary!);
  }
});
