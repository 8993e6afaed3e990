import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {valueAt} from "./churnValue.ts";
import {martChurnRisk, riskBands} from "./mart_churn_risk.ts";
import {martRfm} from "./mart_rfm.ts";

/**
 * Where the value at risk lies, one row per segment and risk band.
 *
 * Customers with an order in the RFM window and a risk; those before it expect no revenue in it. Low and high sum the ends of each
 * customer's interval, so the range is wider than that of independent customers: all of like risk err together.
 */
export const martRiskSegment = model({
  name: "mart_risk_segment",
  title: {
    en: "Where the value at risk lies, one row per segment and risk band.",
    zh: "风险价值的分布，每个分群、风险等级一行。"
  },
  from: [martChurnRisk, martRfm],
  grain: ["segment", "risk_band"],
  columns: z.strictObject({
    segment: c.text("RFM segment.", "RFM 分群。"),
    risk_band: c.oneOf(riskBands, "low, medium or high.", "低、中、高。"),
    customers: c.count("Customers.", "客户数。"),
    buyers: c.count("Of them with expected revenue.", "其中有预期收入者。"),
    expected_revenue: c.money("Usual revenue of one horizon.", "一个视野期的常规收入。"),
    value_at_risk: c.money("Risk × expected revenue, summed.", "风险价值之和。"),
    value_at_risk_low: c.money("The same at the lower ends of the risks.", "按风险区间下限计。"),
    value_at_risk_high: c.money("The same at the upper ends of the risks.", "按风险区间上限计。")
  }),
  query: (db) =>
    db
      .selectFrom("mart_churn_risk")
      .innerJoin("mart_rfm", "mart_rfm.customer_id", "mart_churn_risk.customer_id")
      .where("risk_band", "is not", null)
      .groupBy(["segment", "risk_band"])
      .select(({ref}) => {
        const at = (risk: "risk_low" | "risk_high") => valueAt(ref(risk), ref("expected_revenue")).$notNull();
        return [
          "segment",
          ref("risk_band").$notNull().as("risk_band"),
          s.countRows().as("customers"),
          s
            .countRows()
            .filterWhere(s.compare(ref("expected_revenue"), ">", s.num(0)))
            .as("buyers"),
          s.sum(ref("expected_revenue")).as("expected_revenue"),
          s.sum(ref("value_at_risk")).$castTo<number>().as("value_at_risk"),
          at("risk_low").as("value_at_risk_low"),
          at("risk_high").as("value_at_risk_high")
        ];
      })
});
