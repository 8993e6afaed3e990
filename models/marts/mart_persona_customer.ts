import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intPersona} from "../intermediate/int_persona.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {martCustomer360} from "./mart_customer_360.ts";

/** Customers of each persona that stand for it as examples. */
const EXAMPLES = 5;

/** Each customer with an order in their persona, one row per customer; none where there are no personas. */
export const martPersonaCustomer = model({
  name: "mart_persona_customer",
  title: {
    en: "Customers in their personas, one row per customer with an order.",
    zh: "客户及其画像，每位有订单的客户一行。"
  },
  from: [intPersona, martCustomer360],
  grain: ["customer_id"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    persona: c.count("Number of the persona.", "画像编号。"),
    place: c.count("Place by nearness to the centre, then by key.", "按与中心的接近程度的名次。"),
    distance: c.number("Distance to its centre.", "到画像中心的距离。"),
    is_core: c.flag("Clearly nearer to this centre than to any other.", "明显更接近该中心。"),
    is_example: c.flag("Among the five nearest.", "最接近的五位之一。"),
    segment: c.text("RFM segment.", "RFM 分群。").nullable(),
    country: c.text("Country.", "国家。").nullable(),
    orders: c.count("Orders, cancelled ones apart.", "订单数（不含取消）。"),
    days_since_last_order: c.wholeDays("Days from the last order to as_of.", "距最近订单的天数。").nullable(),
    average_order_value: c.money("Net revenue per order.", "客单价。").nullable(),
    net_revenue: c.money("Net revenue so far.", "累计净收入。"),
    net_revenue_365d: c.money("Net revenue of the last 365 days.", "近 365 天净收入。"),
    risk_share: c.share("Risk of no order within the horizon.", "视野期内不再下单的风险。").nullable(),
    clv: c.money("Lifetime value.", "客户价值。").nullable()
  }),
  query: (db) =>
    db
      .with("placed", (db) =>
        db
          .selectFrom("int_persona")
          .selectAll()
          .select(({ref}) =>
            s
              .ordered(s.rowNumber(), {partitionBy: [ref("persona")], orderBy: [ref("distance"), ref("customer_id")]})
              .as("place")
          )
      )
      .selectFrom("placed")
      .innerJoin("mart_customer_360 as known", "known.customer_id", "placed.customer_id")
      .select(({ref}) => [
        "placed.customer_id",
        "persona",
        "place",
        "distance",
        "is_core",
        s.compare(ref("place"), "<=", s.num(EXAMPLES)).as("is_example"),
        "segment",
        "country",
        "orders",
        "days_since_last_order",
        "average_order_value",
        "net_revenue",
        "net_revenue_365d",
        "risk_share",
        "clv"
      ])
});
