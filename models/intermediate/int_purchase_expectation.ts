import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {columnsOf} from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {expectSpan} from "../purchase/expectSpan.ts";
import {readModels, type KnownPurchase} from "../purchase/readModels.ts";
import {intPurchaseHistory} from "./int_purchase_history.ts";
import {intPurchaseModel} from "./int_purchase_model.ts";
import {intPurchaseSpan, purchaseSpans} from "./int_purchase_span.ts";

const by = (name: string) =>
  c.number(`Purchase days held out that ${name} expects.`, `${name} 预期的留出期购买天数。`).nullable();
const loading = (of: string, zh: string) =>
  c.number(`Loading of the doubt about ${of}.`, `${zh}不确定性的载荷。`).nullable();

const columns = z.strictObject({
  span: c.oneOf(purchaseSpans, "whole or calibration.", "全部历史或校准期。"),
  repeat_days: c.count("Purchase days after the first (x).", "首次之后的购买天数（x）。"),
  last_age_days: c.wholeDays("From the first to the last purchase (t_x).", "首次至最近购买的天数（t_x）。"),
  age_days: c.wholeDays("From the first purchase to the end of the span (T).", "首次购买至区间末的天数（T）。"),
  customers: c.count("Customers with this history.", "历史相同的客户数。"),
  alive_share: c.share("Probability of still being a customer.", "仍为客户的概率。").nullable(),
  expected_days: c.number("Purchase days expected within the horizon.", "预测期内预期购买天数。").nullable(),
  expected_error: c.number("Standard error of it.", "其标准误。").nullable(),
  expected_variance: c
    .number("Variance of what one of them will do, were the parameters known.", "已知参数下个体购买天数的方差。")
    .nullable(),
  discounted_days: c.number("The same, each discounted to the end of the span.", "折现后的预期购买天数。").nullable(),
  expected_loading_1: loading("expected days", "预期天数"),
  expected_loading_2: loading("expected days", "预期天数"),
  expected_loading_3: loading("expected days", "预期天数"),
  expected_loading_4: loading("expected days", "预期天数"),
  discounted_loading_1: loading("discounted days", "折现天数"),
  discounted_loading_2: loading("discounted days", "折现天数"),
  discounted_loading_3: loading("discounted days", "折现天数"),
  discounted_loading_4: loading("discounted days", "折现天数"),
  bg_days: by("BG/NBD"),
  mbg_days: by("MBG/NBD"),
  pareto_days: by("Pareto/NBD"),
  naive_days: c
    .number("The own rate so far, over the horizon; calibration only.", "按自身历史频率推算的留出期天数。")
    .nullable()
});

/**
 * What the models expect of customers with one history, one row per span and history.
 *
 * alive_share, expected_days and discounted_days are of the model in use, within the span's horizon; null where none is. BG/NBD holds everybody who bought
 * once for alive: there alive_share is the MBG/NBD's. Money at τ years counts (1 + discount rate)^−τ. Standard errors are of
 * the parameters alone (delta method): loadings add up over customers, and the squares of their sums add up to the variance
 * of the sum. The columns of every model are of the calibration span.
 */
export const intPurchaseExpectation = model({
  name: "int_purchase_expectation",
  title: {
    en: "What the models expect of customers with one history, one row per span and history.",
    zh: "模型对相同历史客户的预期，每个区间与历史一行。"
  },
  from: [intPurchaseSpan, intPurchaseHistory, intPurchaseModel],
  grain: ["span", "repeat_days", "last_age_days", "age_days"],
  columns,
  procedure: {
    version: ({value}) => [1, value.discountRate],
    make: async ({warehouse, settings, table}) => {
      const known = (await readModels(warehouse)).filter((row): row is KnownPurchase => row.model !== "gamma_gamma");
      const spans = await warehouse.rows<{span: string; horizon_days: number}>(
        "select span, horizon_days from int_purchase_span order by span"
      );
      const cells = columnsOf(columns).slice(1);
      const parts: string[] = [];
      for (const {span, horizon_days: days} of spans) {
        const part = `purchase_${span}`;
        const models = known.filter((model) => model.span === span);
        const names = await expectSpan(warehouse, part, models, {
          span,
          days,
          discountRate: settings.value.discountRate
        });
        const given = cells.map(({name, sql}) => `${names.includes(name) ? `"${name}"` : "null"}::${sql} as "${name}"`);
        parts.push(`select '${span}' as span, ${given.join(", ")} from temp."${part}"`);
      }
      const none = `select ${columnsOf(columns)
        .map(({name, sql}) => `null::${sql} as "${name}"`)
        .join(", ")} where false`;
      await warehouse.run(`create or replace table ${table} as ${[...parts, none].join(" union all ")}`);
      for (const {span} of spans) await warehouse.run(`drop table temp."purchase_${span}"`);
    }
  }
});
