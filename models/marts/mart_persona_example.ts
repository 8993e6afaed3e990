import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {martPersonaCustomer} from "./mart_persona_customer.ts";

/** The customers nearest to the centre of each persona, one row per persona and place: five of each. */
export const martPersonaExample = model({
  name: "mart_persona_example",
  title: {
    en: "The customers nearest to the centre of each persona, one row per persona and place.",
    zh: "最接近各画像中心的客户，每个画像每个名次一行。"
  },
  from: [martPersonaCustomer],
  grain: ["persona", "place"],
  columns: z.strictObject({
    persona: c.count("Number of the persona.", "画像编号。"),
    place: c.count("Place by nearness to the centre.", "按与中心的接近程度的名次。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    segment: c.text("RFM segment.", "RFM 分群。").nullable(),
    orders: c.count("Orders, cancelled ones apart.", "订单数（不含取消）。"),
    days_since_last_order: c.wholeDays("Days from the last order to as_of.", "距最近订单的天数。").nullable(),
    average_order_value: c.money("Net revenue per order.", "客单价。").nullable(),
    net_revenue_365d: c.money("Net revenue of the last 365 days.", "近 365 天净收入。"),
    risk_share: c.share("Risk of no order within the horizon.", "视野期内不再下单的风险。").nullable()
  }),
  query: (db) =>
    db
      .selectFrom("mart_persona_customer")
      .where("is_example", "=", true)
      .select([
        "persona",
        "place",
        "customer_id",
        "segment",
        "orders",
        "days_since_last_order",
        "average_order_value",
        "net_revenue_365d",
        "risk_share"
      ])
});
