import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intPurchaseExpectation} from "../intermediate/int_purchase_expectation.ts";
import {intPurchaseHistory} from "../intermediate/int_purchase_history.ts";
import {intPurchaseModel} from "../intermediate/int_purchase_model.ts";
import {intPurchaseSpan} from "../intermediate/int_purchase_span.ts";
import {leastExpected} from "../purchase/heldout.ts";
import {modelStates} from "../purchase/modelRows.ts";
import {candidates, daysOf} from "./valueCandidates.ts";

/**
 * How well each model foretold the purchase days held out, one row per model; none where nothing was held out.
 *
 * Fitted on the calibration span, held against the days after it. naive is each customer's own rate so far, base everybody's rate; they stand
 * beside and are never chosen. deviance is Poisson's, 2 (y ln (y ÷ μ) − (y − μ)) per customer, with μ of at least 0.001; correlation and
 * mean absolute error are over customers. rank 1 has the least deviance.
 */
export const martValueCandidate = model({
  name: "mart_value_candidate",
  title: {
    en: "How well each model foretold the purchase days held out, one row per model.",
    zh: "各模型对留出期购买天数的预测效果，每个模型一行。"
  },
  from: [intPurchaseSpan, intPurchaseHistory, intPurchaseExpectation, intPurchaseModel],
  grain: ["model"],
  columns: z.strictObject({
    model: c.oneOf(candidates, "Which model or naive rule.", "模型或朴素规则。"),
    state: c.oneOf(modelStates, "What came of the fit.", "拟合状态。"),
    customers: c.count("Customers of the calibration span.", "校准期客户数。"),
    horizon_days: c.wholeDays("Days held out.", "留出天数。"),
    actual_days: c.count("Purchase days that came.", "留出期实际购买天数。"),
    expected_days: c.number("Purchase days that were expected.", "预期购买天数。").nullable(),
    deviance: c.number("Poisson deviance per customer.", "每位客户的泊松偏差。").nullable(),
    mean_absolute_error: c.number("Mean absolute error per customer.", "每位客户的平均绝对误差。").nullable(),
    correlation: c.number("Of what came and what was expected.", "实际与预期的相关系数。").nullable(),
    is_chosen: c.flag("The model in use.", "是否选用。"),
    rank: c.count("Place by deviance, from 1.", "按偏差的名次。").nullable()
  }),
  query: (db) => {
    const base = (db as any)
      .with("rate", (db: any) =>
        db
          .selectFrom("int_purchase_history")
          .where("span", "=", "calibration")
          .select(({ref}: any) => s.ratio(s.sum(ref("repeat_days")), s.sum(ref("age_days"))).as("base_rate"))
      )
      .with("foretold", (db: any) =>
        db
          .selectFrom("int_purchase_history as history")
          .innerJoin("int_purchase_expectation as expectation", (join: any) =>
            join
              .onRef("expectation.span", "=", "history.span")
              .onRef("expectation.repeat_days", "=", "history.repeat_days")
              .onRef("expectation.last_age_days", "=", "history.last_age_days")
              .onRef("expectation.age_days", "=", "history.age_days")
          )
          .innerJoin("int_purchase_span as span", "span.span", "history.span")
          .crossJoin("rate")
          .where("history.span", "=", "calibration")
          .select(({ref}: any) => [
            "span.horizon_days",
            s.toDouble(ref("heldout_days")).as("actual"),
            ...Object.entries(daysOf).map(([name, column]) => ref(`expectation.${column}`).as(name)),
            s.multiply(ref("base_rate"), ref("span.horizon_days")).as("base")
          ])
      )
      .with("totals", (db: any) =>
        db.selectFrom("foretold").select(({ref}: any) => {
          const actual = ref("actual");
          return [
            s.countRows().as("customers"),
            s.max(ref("horizon_days")).as("horizon_days"),
            s.sum(actual).as("actual_sum"),
            s.sum(s.multiply(actual, actual)).as("actual_square"),
            ...candidates.flatMap((name) => {
              const mean = s.greatest(s.toDouble(ref(name)), s.toDouble(s.num(leastExpected)));
              const log = s.when(
                s.compare(actual, ">", s.num(0)),
                s.multiply(actual, s.ln(s.ratio(s.greatest(actual, s.toDouble(s.num(1))), mean))),
                s.toDouble(s.num(0))
              );
              const known = <T>(x: s.Value<T>) => s.onlyWhen(s.isKnown(ref(name)), x);
              return [
                s.sum(ref(name)).as(`${name}_sum`),
                s.sum(known(s.multiply(s.num(2), s.subtract(log, s.subtract(actual, mean))))).as(`${name}_deviance`),
                s.sum(s.abs(s.subtract(actual, ref(name)))).as(`${name}_error`),
                s.sum(s.multiply(ref(name), ref(name))).as(`${name}_square`),
                s.sum(s.multiply(ref(name), actual)).as(`${name}_product`)
              ];
            })
          ];
        })
      );
    const rows = candidates.map(
      (name) => (creator: any) =>
        creator.selectFrom("totals").select(({ref}: any) => {
          const of = (part: string) => ref(`${name}_${part}`);
          const n = ref("customers");
          const spread = (square: any, sum: any) => s.subtract(s.multiply(n, square), s.multiply(sum, sum));
          const product = s.subtract(s.multiply(n, of("product")), s.multiply(of("sum"), ref("actual_sum")));
          const both = s.multiply(spread(of("square"), of("sum")), spread(ref("actual_square"), ref("actual_sum")));
          const isVaried = s.compare(both, ">", s.num(1e-9));
          return [
            s.text(name).as("model"),
            "customers",
            "horizon_days",
            s.toBigint(ref("actual_sum")).as("actual_days"),
            s.round(of("sum"), 6).as("expected_days"),
            s.round(s.ratio(of("deviance"), n), 9).as("deviance"),
            s.round(s.ratio(of("error"), n), 9).as("mean_absolute_error"),
            (name === "base"
              ? s.nothing("double precision")
              : s.round(s.ratio(product, s.sqrt(s.onlyWhen(isVaried, both))), 9)
            ).as("correlation")
          ];
        })
    );
    return base
      .with("every", (db: any) => rows.slice(1).reduce((all, row) => all.unionAll(row(db)), rows[0]!(db)))
      .with("fits", (db: any) =>
        db
          .selectFrom("int_purchase_model")
          .where("span", "=", "calibration")
          .select(({ref}: any) => [ref("model").as("fit_model"), ref("state").as("fit_state"), "is_chosen"])
      )
      .selectFrom("every")
      .leftJoin("fits", "fit_model", "model")
      .where("customers", ">", 0)
      .select(({ref}: any) => {
        const order = [s.isNull(ref("deviance")), ref("deviance"), ref("model")];
        return [
          "model",
          s.coalesce(ref("fit_state"), s.text("fitted")).as("state"),
          "customers",
          "horizon_days",
          "actual_days",
          "expected_days",
          "deviance",
          "mean_absolute_error",
          "correlation",
          s.coalesce(ref("is_chosen"), s.no).as("is_chosen"),
          s.onlyWhen(s.isKnown(ref("deviance")), s.ordered(s.rowNumber(), {orderBy: order})).as("rank")
        ];
      });
  }
});
