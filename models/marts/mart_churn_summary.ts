import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intChurnGroup} from "../intermediate/int_churn_group.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {valueAt} from "./churnValue.ts";
import {martChurnRisk, riskBands} from "./mart_churn_risk.ts";

export const summaryBands = [...riskBands, "all"] as const;

/**
 * Customers and value at risk by risk band and over all, one row per band, also empty ones; "all" is the sum of the bands.
 *
 * Buyers are the customers with expected revenue: those with net revenue in the last 365 days. Expected leavers is the sum of their
 * risks. Where nothing tells who leaves (mart_churn_state), nobody is in a band: "all" counts the customers, and its leavers and its value at
 * risk are null. value_low and value_high sum the ends of each customer's interval. The snapshots are those whose horizon is over.
 */
export const martChurnSummary = model({
  name: "mart_churn_summary",
  title: {
    en: "Customers and value at risk by risk band and over all, one row per band.",
    zh: "各风险等级及全部的客户数与风险价值，每个等级一行。"
  },
  from: [intAsOf, intChurnGroup, martChurnRisk],
  grain: ["risk_band"],
  columns: z.strictObject({
    risk_band: c.oneOf(summaryBands, "low, medium, high; all: their sum.", "低、中、高；all 为合计。"),
    customers: c.count("Customers with an order.", "有订单的客户数。"),
    buyers: c.count("Of them with expected revenue.", "其中有预期收入者。"),
    warned: c.count("Customers with a warning.", "有预警的客户数。"),
    expected_leavers: c
      .number("Sum of the buyers' risks; null without risks.", "有预期收入者的风险之和；无风险值为空。")
      .nullable(),
    expected_revenue: c.money("Usual revenue of one horizon.", "一个视野期的常规收入。"),
    value_at_risk: c
      .money("Risk × expected revenue, summed; null without risks.", "风险价值之和；无风险值为空。")
      .nullable(),
    value_low: c.money("The same at the lower ends of the risks.", "按风险区间下限计。").nullable(),
    value_high: c.money("The same at the upper ends of the risks.", "按风险区间上限计。").nullable(),
    horizon_days: c.wholeDays("Length of the horizon.", "视野期天数。"),
    closed_snapshots: c.count("Snapshots whose horizon has closed.", "视野期已结束的快照数。"),
    first_snapshot_on: c.day("The first of them.", "其中最早的快照日。").nullable(),
    last_snapshot_on: c.day("The last of them.", "其中最晚的快照日。").nullable()
  }),
  query: (db) =>
    db
      .with("bands", (db) =>
        db.selectFrom(s.series(1, summaryBands.length, "places")).select(({ref}) => {
          const [low, medium, high, all] = summaryBands.map((band) => s.text(band)) as [any, any, any, any];
          const is = (n: number) => s.compare(ref("n"), "=", s.num(n));
          return s
            .when(is(1), low, s.when(is(2), medium, s.when(is(3), high, all)))
            .$castTo<(typeof summaryBands)[number]>()
            .as("band");
        })
      )
      .with("spread", (db) =>
        db
          .selectFrom("bands")
          .innerJoin("mart_churn_risk", (join) =>
            join.on((eb) => eb.or([eb("band", "=", "all"), eb("band", "=", eb.ref("risk_band"))]))
          )
          .groupBy("band")
          .select(({ref}) => {
            const buys = s.compare(ref("expected_revenue"), ">", s.num(0));
            return [
              ref("band").as("counted_band"),
              s.countRows().as("customers"),
              s.countRows().filterWhere(buys).as("buyers"),
              s.countRows().filterWhere("warnings", ">", 0).as("warned"),
              s
                .sum(s.onlyWhen(buys, s.toMoney(s.round(ref("risk_share"), 4))))
                .$castTo<number | null>()
                .as("leavers"),
              s.sum(ref("expected_revenue")).as("expected"),
              s.sum(ref("value_at_risk")).as("at_risk"),
              valueAt(ref("risk_low"), ref("expected_revenue")).as("low"),
              valueAt(ref("risk_high"), ref("expected_revenue")).as("high"),
              s.count(ref("risk_share")).as("risks")
            ];
          })
      )
      .with("snapshots", (db) =>
        db
          .selectFrom("int_churn_group")
          .where("is_horizon_closed", "=", true)
          .select(({ref}) => [
            s.countDistinct(ref("snapshot_on")).as("closed_snapshots"),
            s.min(ref("snapshot_on")).$castTo<Date | null>().as("first_snapshot_on"),
            s.max(ref("snapshot_on")).$castTo<Date | null>().as("last_snapshot_on")
          ])
      )
      .selectFrom("bands")
      .crossJoin("int_as_of")
      .crossJoin("snapshots")
      .leftJoin("spread", "counted_band", "band")
      .select(({ref}) => {
        const isBlank = s.both(
          s.compare(s.coalesce(ref("customers"), s.num(0)), ">", s.num(0)),
          s.compare(ref("risks"), "=", s.num(0))
        );
        const orNull = <T>(x: s.Value<T>) => s.onlyWhen(s.not(s.coalesce(isBlank, s.no)), x);
        return [
          ref("band").as("risk_band"),
          s.coalesce(ref("customers"), s.num(0)).as("customers"),
          s.coalesce(ref("buyers"), s.num(0)).as("buyers"),
          s.coalesce(ref("warned"), s.num(0)).as("warned"),
          orNull(s.toDouble(s.coalesce(ref("leavers"), s.amount("0")))).as("expected_leavers"),
          s.coalesce(ref("expected"), s.amount("0")).as("expected_revenue"),
          orNull(s.coalesce(ref("at_risk"), s.amount("0"))).as("value_at_risk"),
          orNull(s.coalesce(ref("low"), s.amount("0"))).as("value_low"),
          orNull(s.coalesce(ref("high"), s.amount("0"))).as("value_high"),
          "horizon_days",
          "closed_snapshots",
          "first_snapshot_on",
          "last_snapshot_on"
        ];
      })
});
