import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intSnapshot} from "../intermediate/int_snapshot.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {bandRates} from "./bandRates.ts";
import {expectedRevenue} from "./churnValue.ts";
import {martChurnFeatures} from "./mart_churn_features.ts";
import {martChurnRate} from "./mart_churn_rate.ts";

/**
 * What was at risk at as_of and at the month ends before it, one row per snapshot, silence band and orders band.
 *
 * Snapshots of the last 13 months. Each is valued with today's rates of mart_churn_rate, so that a change between snapshots is one of
 * the customers, not of the rates. Value at risk of a row = expected revenue × churn share; a band without a past of its own takes
 * the share over all bands, as in mart_churn_risk. None while no horizon has closed.
 */
export const martRiskMonth = model({
  name: "mart_risk_month",
  title: {
    en: "What was at risk at past month ends, one row per snapshot, silence band and orders band.",
    zh: "历次月末的风险敞口，每个快照、沉默档位、订单档位一行。"
  },
  from: [intAsOf, intSnapshot, martChurnFeatures, martChurnRate],
  grain: ["snapshot_on", "silence_band", "orders_band"],
  columns: z.strictObject({
    snapshot_on: c.day("As of the end of this day.", "快照日（当日末）。"),
    silence_band: c.integer("Silence band, 1–8.", "沉默档位。"),
    orders_band: c.integer("Orders band, 1–3.", "订单档位。"),
    customers: c.count("Customers in the band.", "该档位客户数。"),
    expected_revenue: c.money("Their usual revenue of one horizon.", "其一个视野期的常规收入。"),
    churn_share: c.share("Churn rate of the band.", "该档位流失率。"),
    churn_low: c.share("Lower end of its interval.", "区间下限。"),
    churn_high: c.share("Upper end of its interval.", "区间上限。"),
    is_as_of: c.flag("The last snapshot, as_of itself.", "是否为截止日快照。")
  }),
  query: (db) =>
    db
      .with("days", (db) =>
        db
          .selectFrom("int_snapshot")
          .crossJoin("int_as_of")
          .where(({ref}) => s.compare(ref("snapshot_on"), ">=", s.addMonths(ref("as_of_on"), s.num(-13))))
          .select(({ref}) => [
            ref("snapshot_on").as("day_on"),
            "horizon_days",
            s.compare(ref("snapshot_on"), "=", ref("as_of_on")).as("is_as_of")
          ])
      )
      .with("bands", (db) =>
        db
          .selectFrom("mart_churn_features")
          .innerJoin("days", "day_on", "snapshot_on")
          .groupBy(["snapshot_on", "silence_band", "orders_band", "horizon_days", "is_as_of"])
          .select(({ref}) => {
            const usual = expectedRevenue(ref("net_revenue_365d"), ref("horizon_days"), s.sum);
            return [
              "snapshot_on",
              ref("silence_band").as("silence"),
              ref("orders_band").as("ordered"),
              s.countRows().as("customers"),
              s.roundMoney(usual).as("expected_revenue"),
              "is_as_of"
            ];
          })
      )
      .with("rates", bandRates)
      .selectFrom("bands")
      .innerJoin("rates", (on) => on.onRef("rated_silence", "=", "silence").onRef("rated_orders", "=", "ordered"))
      .select(({ref}) => [
        "snapshot_on",
        ref("silence").as("silence_band"),
        ref("ordered").as("orders_band"),
        "customers",
        "expected_revenue",
        ref("band_share").as("churn_share"),
        ref("band_low").as("churn_low"),
        ref("band_high").as("churn_high"),
        "is_as_of"
      ])
});
