import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {countRows} from "../sql.ts";
import {martChurnFeatures} from "./mart_churn_features.ts";

/** Customers and churned ones per band at each snapshot whose horizon has closed, one row per snapshot and band. */
export const martChurnCell = model({
  name: "mart_churn_cell",
  title: {en: "Churned customers, one row per closed snapshot and band.", zh: "流失客户数，每个已结束快照每档一行。"},
  from: [martChurnFeatures],
  grain: ["snapshot_on", "silence_band", "orders_band"],
  columns: z.strictObject({
    snapshot_on: c.day("The snapshot.", "快照日。"),
    silence_band: c.integer("Silence band, 1–8.", "沉默档位，1–8。"),
    orders_band: c.integer("Orders band, 1–3.", "订单档位，1–3。"),
    customers: c.count("Customers in the band.", "该档客户数。"),
    churned: c.count("Of them without an order in the horizon.", "其中视野期内未下单。")
  }),
  query: (db) =>
    db
      .selectFrom("mart_churn_features")
      .where("is_horizon_closed", "=", true)
      .groupBy(["snapshot_on", "silence_band", "orders_band"])
      .select([
        "snapshot_on",
        "silence_band",
        "orders_band",
        countRows().as("customers"),
        countRows().filterWhere("has_churned", "=", true).as("churned")
      ])
});
