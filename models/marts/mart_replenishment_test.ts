import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {rhythmStates} from "../baskets/replenishment.ts";
import {intReplenishment} from "../intermediate/int_replenishment.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

/** Whether customers bought again when their rhythm said so, one row per state: what came within 30 days of three past days, 30 days apart. */
export const martReplenishmentTest = model({
  name: "mart_replenishment_test",
  title: {en: "Whether rhythm foretold the next purchase, one row per state.", zh: "复购节奏的检验，每个状态一行。"},
  from: [intReplenishment],
  grain: ["state"],
  columns: z.strictObject({
    state: c.oneOf(
      rhythmStates,
      "early: due later; soon: within the days ahead; due: up to 1.5 usual gaps after the last purchase; late: up to 2.5; broken: longer ago.",
      "early 未到期，soon 即将到期，due 为距上次购买不超过 1.5 个常用间隔，late 不超过 2.5 个，broken 更久。"
    ),
    cases: c.count("Customers × items that stood there.", "处于该状态的客户×商品数。"),
    customers: c.count("Different customers among them.", "其中不同客户数。"),
    bought: c.count("Of the cases, bought within 30 days.", "其中 30 天内购买的数量。"),
    buy_share: c.share("Share bought within 30 days.", "30 天内购买占比。"),
    buy_low: c.share("Lower end of its 95 % interval.", "95% 区间下限。"),
    buy_high: c.share("Upper end of its 95 % interval.", "95% 区间上限。")
  }),
  query: (db) =>
    db
      .with("counted", (db) =>
        db
          .selectFrom("int_replenishment")
          .where("is_bought", "is not", null)
          .groupBy("state")
          .select(({ref}) => [
            "state",
            s.countRows().as("cases"),
            s.countDistinct(ref("customer_number")).as("customers"),
            s.countRows().filterWhere("is_bought", "=", true).as("bought")
          ])
      )
      .selectFrom("counted")
      .select(({ref}) => [
        "state",
        "cases",
        "customers",
        "bought",
        s.ratio(ref("bought"), ref("cases")).$notNull().as("buy_share"),
        wilsonLow(ref("bought"), ref("cases")).as("buy_low"),
        wilsonHigh(ref("bought"), ref("cases")).as("buy_high")
      ])
});
