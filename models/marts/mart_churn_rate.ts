import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {ordersLabels, silenceCuts} from "./churnBands.ts";
import {nth, nthNumber} from "../nth.ts";
import * as s from "../sql.ts";
import {martChurnCell} from "./mart_churn_cell.ts";

/**
 * How often customers who had been silent for so long never came back in time, one row per silence and orders band.
 *
 * Counted over all snapshots whose horizon has closed; a customer counts once per snapshot. Intervals are Wilson's at 95 % and take
 * snapshots as independent, which those of one customer are not: read them as the least doubt there is.
 */
export const martChurnRate = model({
  name: "mart_churn_rate",
  title: {
    en: "How often customers churned, one row per silence and orders band.",
    zh: "各沉默与订单档位的流失频率，每档一行。"
  },
  from: [martChurnCell],
  grain: ["silence_band", "orders_band"],
  columns: z.strictObject({
    silence_band: c.integer("Silence band, 1–8.", "沉默档位，1–8。"),
    silence_from: c.number(
      "Days since the last order ÷ median gap of all customers, from here on.",
      "距最近订单天数÷全体间隔中位数，下限（含）。"
    ),
    silence_to: c.number("Up to, not including; null: no end.", "上限（不含）；空为无上限。").nullable(),
    orders_band: c.integer("Orders band, 1–3.", "订单档位，1–3。"),
    orders_label: c.oneOf(ordersLabels, "Orders of the band.", "该档的订单数。"),
    snapshots: c.count(
      "Customer-snapshots: a customer counts once per snapshot.",
      "客户快照数：每位客户在每个快照计一次。"
    ),
    churned: c.count("Of them without an order in the horizon.", "其中视野期内未下单。"),
    churn_share: c.share("Churned ÷ snapshots.", "流失率。"),
    churn_low: c.share("Lower end of its interval.", "区间下限。"),
    churn_high: c.share("Upper end of its interval.", "区间上限。")
  }),
  query: (db) =>
    db
      .with("bands", (db) =>
        db
          .selectFrom("mart_churn_cell")
          .groupBy(["silence_band", "orders_band"])
          .select(({ref}) => [
            "silence_band",
            "orders_band",
            s.toBigint(s.sum(ref("customers"))).as("snapshots"),
            s.toBigint(s.sum(ref("churned"))).as("churned")
          ])
      )
      .selectFrom("bands")
      .select(({ref}) => [
        "silence_band",
        nthNumber([0, ...silenceCuts], ref("silence_band")).as("silence_from"),
        s
          .onlyWhen(
            s.compare(ref("silence_band"), "<=", s.num(silenceCuts.length)),
            nthNumber(silenceCuts, ref("silence_band"))
          )
          .as("silence_to"),
        "orders_band",
        nth(ordersLabels, ref("orders_band")).$castTo<(typeof ordersLabels)[number]>().as("orders_label"),
        "snapshots",
        "churned",
        s.ratio(ref("churned"), ref("snapshots")).$notNull().as("churn_share"),
        wilsonLow(ref("churned"), ref("snapshots")).as("churn_low"),
        wilsonHigh(ref("churned"), ref("snapshots")).as("churn_high")
      ])
});
