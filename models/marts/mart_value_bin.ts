import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intPurchaseExpectation} from "../intermediate/int_purchase_expectation.ts";
import {intPurchaseHistory} from "../intermediate/int_purchase_history.ts";
import {daysOf} from "./valueCandidates.ts";

const models = ["bg_nbd", "mbg_nbd", "pareto_nbd", "naive"] as const;
const most = 7;

/**
 * Held-out purchase days by how often customers had come back, what came beside what was expected, one row per model and number of
 * repeat days, 7 for seven and more. Models that could not be fitted have no rows. Source: Fader, Hardie & Lee (2005), figure 5.
 */
export const martValueBin = model({
  name: "mart_value_bin",
  title: {
    en: "Held-out purchase days by how often customers had come back, one row per model and number of repeat days.",
    zh: "按重复购买天数的留出期购买，每个模型与重复天数一行。"
  },
  from: [intPurchaseHistory, intPurchaseExpectation],
  grain: ["model", "repeat_days"],
  columns: z.strictObject({
    model: c.oneOf(models, "Which model or naive rule.", "模型或朴素规则。"),
    repeat_days: c.count("Repeat purchase days so far; 7: seven and more.", "已有重复购买天数，7 表示 7 及以上。"),
    customers: c.count("Customers of the calibration span.", "校准期客户数。"),
    actual_days: c.number("Mean purchase days held out.", "留出期平均购买天数。"),
    expected_days: c.number("Mean purchase days expected.", "预期平均购买天数。")
  }),
  query: (db) => {
    const binned = (db as any)
      .with("came", (db: any) =>
        db
          .selectFrom("int_purchase_history")
          .where("span", "=", "calibration")
          .groupBy(["repeat_days"])
          .select(({ref}: any) => [
            ref("repeat_days").as("came_days"),
            s.countRows().as("customers"),
            s.sum(ref("heldout_days")).as("actual_days")
          ])
      )
      .with("expected", (db: any) =>
        db
          .selectFrom("int_purchase_expectation")
          .where("span", "=", "calibration")
          .groupBy(["repeat_days"])
          .select(({ref}: any) => [
            "repeat_days",
            ...models.map((name) => s.sum(s.multiply(ref(daysOf[name]), ref("customers"))).as(name))
          ])
      )
      .with("bins", (db: any) =>
        db
          .selectFrom("expected")
          .innerJoin("came", "came_days", "repeat_days")
          .groupBy(({ref}: any) => s.least(ref("repeat_days"), s.num(most)))
          .select(({ref}: any) => [
            s.least(ref("repeat_days"), s.num(most)).as("bin_days"),
            s.sum(ref("customers")).as("customers"),
            s.sum(ref("actual_days")).as("actual_days"),
            ...models.map((name) => s.sum(ref(name)).as(name))
          ])
      );
    const rowsOf = (name: string) => (db: any) =>
      db
        .selectFrom("bins")
        .where(name, "is not", null)
        .select(({ref}: any) => [
          s.text(name).as("model"),
          ref("bin_days").as("repeat_days"),
          s.toBigint(ref("customers")).as("customers"),
          s.round(s.ratio(ref("actual_days"), ref("customers")), 9).as("actual_days"),
          s.round(s.ratio(ref(name), ref("customers")), 9).as("expected_days")
        ]);
    return binned
      .with("every", (db: any) =>
        models.slice(1).reduce((all, name) => all.unionAll(rowsOf(name)(db)), rowsOf(models[0])(db))
      )
      .selectFrom("every")
      .select(["model", "repeat_days", "customers", "actual_days", "expected_days"]);
  }
});
