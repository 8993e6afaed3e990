import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {readModels} from "../purchase/readModels.ts";
import {logTriangle} from "../statistics/purchase/loadings.ts";
import {intPurchaseModel} from "./int_purchase_model.ts";
import {purchaseSpans} from "./int_purchase_span.ts";

const parameter = (name: string) =>
  c.number(`${name} of the Gamma–Gamma model.`, `Gamma–Gamma 模型的 ${name}。`).nullable();
const entry = (row: number, column: number) =>
  c.number(
    `Row ${row}, column ${column} of the triangle of their doubt.`,
    `参数不确定性三角矩阵第 ${row} 行第 ${column} 列。`
  );

/**
 * What spend per purchase day is expected from, one row per span in which something was earned.
 *
 * Either p, q, γ of the Gamma–Gamma model, or everybody's mean. triangle is L with L Lᵀ the covariance of the logs of p, q, γ, or of the mean
 * alone.
 */
export const intPurchaseSpend = model({
  name: "int_purchase_spend",
  title: {
    en: "What spend per purchase day is expected from, one row per span.",
    zh: "每购买日消费额的预期依据，每个区间一行。"
  },
  from: [intPurchaseModel],
  grain: ["span"],
  columns: z.strictObject({
    span: c.oneOf(purchaseSpans, "whole or calibration.", "全部历史或校准期。"),
    p: parameter("p"),
    q: parameter("q"),
    gamma: parameter("γ"),
    mean_spend: c.number("Mean in their place, in the company's currency.", "替代的平均消费额。").nullable(),
    triangle_11: entry(1, 1),
    triangle_21: entry(2, 1),
    triangle_22: entry(2, 2),
    triangle_31: entry(3, 1),
    triangle_32: entry(3, 2),
    triangle_33: entry(3, 3)
  }),
  procedure: {
    version: () => 1,
    make: async ({warehouse, table}) => {
      const rows = (await readModels(warehouse))
        .filter(({model, isChosen}) => model === "gamma_gamma" && isChosen)
        .map(({span, names, parameters, covariance}) => {
          const [a, b, c] = logTriangle(parameters, covariance);
          const of = (name: string) => (names.includes(name) ? parameters[names.indexOf(name)]! : null);
          const cells = [
            of("p"),
            of("q"),
            of("gamma"),
            of("mean_spend"),
            a![0],
            b?.[0] ?? 0,
            b?.[1] ?? 0,
            ...(c ?? [0, 0, 0])
          ];
          return `('${span}', ${cells.join(", ").replace(/(?<=^|, )(?=,|$)/g, "null")})`;
        });
      const names = [
        "p",
        "q",
        "gamma",
        "mean_spend",
        ...["11", "21", "22", "31", "32", "33"].map((at) => `triangle_${at}`)
      ];
      const none = `('', ${names.map(() => "0").join(", ")})`;
      await warehouse.run(`create or replace table ${table} as
        select span, ${names.map((name) => `${name}::double as ${name}`).join(", ")}
        from (values ${rows.join(", ") || none}) as t (span, ${names.join(", ")}) where span <> ''`);
    }
  }
});
