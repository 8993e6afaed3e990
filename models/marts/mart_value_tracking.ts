import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {columnsOf} from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";
import {intPurchaseHistory} from "../intermediate/int_purchase_history.ts";
import {intPurchaseModel} from "../intermediate/int_purchase_model.ts";
import {intPurchaseSpan} from "../intermediate/int_purchase_span.ts";
import {readModels, type KnownPurchase} from "../purchase/readModels.ts";
import {trackedWeeks} from "../purchase/trackingRows.ts";

const expected = (name: string) => c.number(`What ${name} expects.`, `${name} 的预期。`).nullable();

const columns = z.strictObject({
  week_on: c.day("Monday of the week.", "周一日期。"),
  actual_days: c.count("Repeat purchase days that came.", "实际重复购买天数。"),
  bg_days: expected("BG/NBD"),
  mbg_days: expected("MBG/NBD"),
  pareto_days: expected("Pareto/NBD"),
  cumulative_actual_days: c.count("Up to the end of the week.", "截至该周末的累计实际天数。"),
  cumulative_bg_days: expected("BG/NBD"),
  cumulative_mbg_days: expected("MBG/NBD"),
  cumulative_pareto_days: expected("Pareto/NBD"),
  is_held_out: c.flag("After the calibration span; the week of its end counts to it.", "是否在校准期之后。"),
  is_partial: c.flag("The last days of the week are not known.", "该周是否不完整。")
});

/**
 * Repeat purchase days by week, what came beside what each model expects, one row per week; none where nothing was held out.
 *
 * Of the customers of the calibration span. Expectations use the day of the first purchase and the parameters fitted on that span alone,
 * so that the weeks after it are foretold. Source: the tracking plots of Fader, Hardie & Lee (2005), figures 3 and 4.
 */
export const martValueTracking = model({
  name: "mart_value_tracking",
  title: {
    en: "Repeat purchase days by week, what came beside what each model expects, one row per week.",
    zh: "每周重复购买天数：实际与各模型预期，每周一行。"
  },
  from: [intPurchaseSpan, intPurchaseHistory, intPurchaseModel, intCustomerOrders],
  grain: ["week_on"],
  columns,
  procedure: {
    version: () => 1,
    make: async ({warehouse, table}) => {
      const models = (await readModels(warehouse)).filter(
        (known): known is KnownPurchase => known.span === "calibration" && known.model !== "gamma_gamma"
      );
      const sums = [0, 0, 0, 0];
      const rows = (await trackedWeeks(warehouse, models)).map(({monday, actual, expected, isHeldOut, isPartial}) => {
        const values = [actual, ...expected];
        const totals = values.map((value, i) => (value === null ? null : (sums[i]! += value)));
        return `(date '1970-01-01' + ${monday}, ${[...values, ...totals].map((value) => value ?? "null").join(", ")}, ${isHeldOut}, ${isPartial})`;
      });
      const names = columnsOf(columns).map(({name, sql}) => ({name, cast: `"${name}"::${sql} as "${name}"`}));
      const none = `(${names.map(() => "null").join(", ")})`;
      await warehouse.run(`create or replace table ${table} as select ${names.map(({cast}) => cast).join(", ")}
        from (values ${rows.join(", ") || none}) as t (${names.map(({name}) => name).join(", ")}) where week_on is not null`);
    }
  }
});
