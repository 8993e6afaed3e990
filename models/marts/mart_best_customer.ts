import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stages} from "../intermediate/int_customer_stage.ts";
import {abcClasses} from "./mart_abc.ts";
import {riskBands} from "./mart_churn_risk.ts";
import {martCustomer360} from "./mart_customer_360.ts";

/** How many customers the list holds. */
const LONGEST = 50;

/**
 * The fifty most valuable customers, one row per place.
 *
 * Customers stand by descending net revenue so far, then customer_id; those without an order come last. `customers` is the number of
 * all customers, with and without an order.
 */
export const martBestCustomer = model({
  name: "mart_best_customer",
  title: {en: "The fifty most valuable customers, one row per place.", zh: "净收入最高的五十位客户，每个名次一行。"},
  from: [martCustomer360],
  grain: ["place"],
  columns: z.strictObject({
    place: c.count("Place by net revenue, from 1.", "按净收入的名次，从 1 开始。"),
    customers: c.count("Customers in all.", "全部客户数。"),
    buyers: c.count("Of them with an order.", "其中有订单的客户数。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    segment: c.text("RFM segment.", "RFM 分群。").nullable(),
    abc_class: c.oneOf(abcClasses, "Class by cumulative revenue.", "按累计收入的 ABC 等级。"),
    stage: c.oneOf(stages, "Stage of the lifecycle at as_of.", "生命周期阶段。"),
    net_revenue: c.money("Net revenue so far.", "累计净收入。"),
    orders: c.count("Orders, cancelled ones apart.", "订单数（不含取消）。"),
    days_since_last_order: c.wholeDays("Days from the last order to as_of.", "距最近订单的天数。").nullable(),
    risk_share: c.share("Risk of no order within the horizon.", "视野期内不再下单的风险。").nullable(),
    risk_band: c.oneOf(riskBands, "Band of that risk.", "风险等级。").nullable(),
    value_at_risk: c.money("Risk × expected revenue.", "风险价值：风险×预期收入。").nullable(),
    clv: c.money("Lifetime value within its horizon.", "期限内的客户价值。").nullable(),
    open_tickets: c.count("Tickets open now.", "当前未解决工单数。"),
    cohort_month: c.month("Month of the first order.", "首单月份。").nullable(),
    acquisition_channel: c.text("How the customer was won.", "获客渠道。").nullable(),
    country: c.text("Country.", "国家。").nullable()
  }),
  query: (db) =>
    db
      .with("placed", (db) =>
        db
          .selectFrom("mart_customer_360")
          .select(({ref}) => [
            s.ordered(s.rowNumber(), {orderBy: [s.descending(ref("net_revenue")), ref("customer_id")]}).as("place"),
            "customer_id",
            "segment",
            "abc_class",
            "stage",
            "net_revenue",
            "orders",
            "days_since_last_order",
            "risk_share",
            "risk_band",
            "value_at_risk",
            "clv",
            "open_tickets",
            "cohort_month",
            "acquisition_channel",
            "country"
          ])
      )
      .with("totals", (db) =>
        db.selectFrom("mart_customer_360").select(({ref}) => [
          s.countRows().as("customers"),
          s
            .countRows()
            .filterWhere(s.compare(ref("orders"), ">", s.num(0)))
            .as("buyers")
        ])
      )
      .selectFrom("placed")
      .crossJoin("totals")
      .where("place", "<=", LONGEST)
      .selectAll()
});
