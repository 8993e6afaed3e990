import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intPurchaseValue} from "../intermediate/int_purchase_value.ts";
import {clvErrorOfSum, exactSum} from "./clvError.ts";
import {logHigh, logLow} from "./logInterval.ts";

/**
 * Lifetime value by tenths of the customers, one row per tenth from the highest.
 *
 * Customers stand by descending lifetime value, then customer_id. The held-out columns are of the customers of the calibration span, in tenths of what
 * was expected of them then (not discounted): what came beside what was expected. No rows where lifetime value is unknown.
 */
export const martValueDecile = model({
  name: "mart_value_decile",
  title: {
    en: "Lifetime value by tenths of the customers, one row per tenth.",
    zh: "按十分位的客户终身价值，每个十分位一行。"
  },
  from: [intPurchaseValue],
  grain: ["tenth"],
  columns: z.strictObject({
    tenth: c.count("1 is the most valuable tenth.", "十分位，1 为最高。"),
    customers: c.count("Customers in it.", "客户数。"),
    clv: c.money("Their lifetime value.", "终身价值合计。"),
    clv_low: c.money("Lower end of its 95 % interval.", "其 95% 区间下限。"),
    clv_high: c.money("Upper end of its 95 % interval.", "其 95% 区间上限。"),
    clv_share: c.share("Share of all lifetime value.", "占全部终身价值的比例。").nullable(),
    expected_days: c.number("Purchase days expected of them.", "预期购买天数合计。"),
    heldout_customers: c.count("Customers in this tenth of the calibration.", "校准期该十分位客户数。").nullable(),
    heldout_expected_days: c
      .number("Purchase days expected of them in the days held out.", "留出期预期购买天数。")
      .nullable(),
    heldout_actual_days: c.count("Purchase days that came.", "留出期实际购买天数。").nullable(),
    heldout_expected_revenue: c.money("Net revenue expected of them.", "留出期预期净收入。").nullable(),
    heldout_actual_revenue: c.money("Net revenue that came.", "留出期实际净收入。").nullable()
  }),
  query: (db) =>
    db
      .with("valued", (db) =>
        db
          .selectFrom("int_purchase_value")
          .where("clv", "is not", null)
          .select(({ref}) => {
            const revenue = s.multiply(ref("expected_days"), ref("expected_spend"));
            return [
              "span",
              "customer_id",
              revenue.as("revenue"),
              s
                .when(s.compare(ref("span"), "=", s.text("whole")), ref("clv"), revenue)
                .$castTo<number | null>()
                .as("worth")
            ];
          })
      )
      .with("placed", (db) =>
        db.selectFrom("valued").select(({ref}) => {
          const place = s.ordered(s.rowNumber(), {
            partitionBy: [ref("span")],
            orderBy: [s.descending(ref("worth")), ref("customer_id")]
          });
          const tenths = s.ratio(
            s.multiply(s.subtract(place, s.num(1)), s.num(10)),
            s.overall(s.countRows(), ref("span"))
          );
          return [
            ref("span").as("placed_span"),
            ref("customer_id").as("placed_id"),
            "revenue",
            s.toBigint(s.add(s.floor(tenths).$notNull(), s.num(1))).as("tenth")
          ];
        })
      )
      .with("tenths", (db) =>
        db
          .selectFrom("placed")
          .innerJoin("int_purchase_value", (join) =>
            join.onRef("placed_id", "=", "customer_id").onRef("placed_span", "=", "span")
          )
          .groupBy(["span", "tenth"])
          .select(({ref}) => [
            "span",
            "tenth",
            s.countRows().as("customers"),
            exactSum(ref("clv")).as("clv"),
            clvErrorOfSum(ref).as("error"),
            exactSum(ref("expected_days")).as("expected_days"),
            exactSum(ref("revenue")).as("revenue"),
            s.sum(ref("heldout_days")).as("heldout_days"),
            s.sum(ref("heldout_revenue")).as("heldout_revenue")
          ])
      )
      .with("past", (db) =>
        db
          .selectFrom("tenths")
          .where("span", "=", "calibration")
          .select(({ref}) => [
            ref("tenth").as("past_tenth"),
            ref("customers").as("heldout_customers"),
            ref("expected_days").as("heldout_expected_days"),
            ref("heldout_days").as("heldout_actual_days"),
            ref("revenue").as("heldout_expected_revenue"),
            ref("heldout_revenue").as("heldout_actual_revenue")
          ])
      )
      .selectFrom("tenths")
      .leftJoin("past", "past_tenth", "tenth")
      .where("span", "=", "whole")
      .select(({ref}) => {
        const money = <T extends number | null>(x: s.Value<T>) => s.toMoney(s.round(x, 4));
        const clv = ref("clv").$notNull();
        return [
          "tenth",
          "customers",
          money(s.toDouble(clv)).as("clv"),
          money(logLow(clv, ref("error")).$notNull()).as("clv_low"),
          money(logHigh(clv, ref("error")).$notNull()).as("clv_high"),
          s.ratio(clv, s.overall(s.sum(clv))).as("clv_share"),
          ref("expected_days").$notNull().as("expected_days"),
          "heldout_customers",
          "heldout_expected_days",
          s.toBigint(ref("heldout_actual_days")).as("heldout_actual_days"),
          money(s.toDouble(ref("heldout_expected_revenue"))).as("heldout_expected_revenue"),
          "heldout_actual_revenue"
        ];
      })
});
