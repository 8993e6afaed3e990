import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCustomerCategory} from "../intermediate/int_customer_category.ts";
import {intCustomerContact} from "../intermediate/int_customer_contact.ts";
import {intCustomerProfile} from "../intermediate/int_customer_profile.ts";
import {intCustomerValue} from "../intermediate/int_customer_value.ts";
import {abcClasses, martAbc} from "./mart_abc.ts";
import {martChurnRisk, riskBands} from "./mart_churn_risk.ts";
import {martRfm} from "./mart_rfm.ts";

const firstSeen = (ref: (name: any) => any): s.Value<Date | null> =>
  s.least(ref("first_registered_on"), ref("first_any_order_on"), ref("first_contact_on"));

/**
 * All that is known of a customer as of the build, one row per customer.
 *
 * Customers without an order are in. Cancelled orders count in no revenue and no rhythm. Windows end at as_of: 30d is the 30 days
 * up to and including that day. Attributes come from the customer's newest record; where it names no country, the last order does.
 */
export const martCustomer360 = model({
  name: "mart_customer_360",
  title: {
    en: "All that is known of a customer, one row per customer.",
    zh: "客户全貌，每位客户一行。"
  },
  from: [
    intAsOf,
    intCustomerCategory,
    intCustomerContact,
    intCustomerProfile,
    intCustomerValue,
    martAbc,
    martChurnRisk,
    martRfm
  ],
  grain: ["customer_id"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    customer_name: c.text("Name on the newest record.", "最新记录上的姓名。", "personal").nullable(),
    email: c
      .text(
        "E-mail on the newest record, else the smallest seen.",
        "最新记录上的邮箱，否则取已知邮箱中最小者。",
        "personal"
      )
      .nullable(),
    phone: c.text("Telephone on the newest record.", "最新记录上的电话。", "personal").nullable(),
    country: c.text("Country of the record, else of the last order.", "记录中的国家，否则取最近订单。").nullable(),
    acquisition_channel: c.text("How the customer was won.", "获客渠道。").nullable(),
    owner: c.text("Who looks after the customer.", "负责人。", "personal").nullable(),
    accepts_marketing: c.flag("Agreed to marketing mail; null: unknown.", "是否同意营销邮件；空为未知。").nullable(),
    first_seen_on: c.day("First record, order, ticket or answer.", "首次出现（记录、订单、工单或答卷）。").nullable(),
    first_order_on: c.day("Day of the first order.", "首单日期。").nullable(),
    last_order_on: c.day("Day of the last order.", "最近下单日期。").nullable(),
    cohort_month: c.month("Month of the first order.", "首单月份。").nullable(),
    orders: c.count("Orders, cancelled ones apart.", "订单数（不含取消）。"),
    cancelled_orders: c.count("Cancelled orders.", "取消的订单数。"),
    orders_90d: c.count("Orders in the last 90 days.", "近 90 天订单数。"),
    orders_365d: c.count("Orders in the last 365 days.", "近 365 天订单数。"),
    net_revenue: c.money("Net revenue so far.", "累计净收入。"),
    net_revenue_30d: c.money("Net revenue of the last 30 days.", "近 30 天净收入。"),
    net_revenue_90d: c.money("Net revenue of the last 90 days.", "近 90 天净收入。"),
    net_revenue_365d: c.money("Net revenue of the last 365 days.", "近 365 天净收入。"),
    average_order_value: c.money("Net revenue per order.", "客单价（净收入÷订单数）。").nullable(),
    median_gap_days: c
      .days("Median days between purchase days; null below two.", "购买日间隔中位数；不足两次为空。")
      .nullable(),
    days_since_last_order: c.wholeDays("Days from the last order to as_of.", "距最近订单的天数。").nullable(),
    silence_ratio: c
      .number("Days since the last order ÷ own median gap.", "沉默倍数：距最近订单天数÷自身间隔中位数。")
      .nullable(),
    preferred_category: c.text("Product category with the greatest revenue.", "收入最高的商品类别。").nullable(),
    tickets: c.count("Service tickets so far.", "累计工单数。"),
    tickets_90d: c.count("Tickets opened in the last 90 days.", "近 90 天工单数。"),
    open_tickets: c.count("Tickets open now.", "当前未解决工单数。"),
    last_ticket_on: c.day("Day of the last ticket.", "最近工单日期。").nullable(),
    last_nps_score: c.integer("Last answer to the NPS question, 0–10.", "最近一次 NPS 评分（0–10）。").nullable(),
    last_nps_on: c.day("Day of that answer.", "该评分日期。").nullable(),
    recency_score: c.score("Recency score; null outside the RFM window.", "近度得分；不在 RFM 窗口内为空。").nullable(),
    frequency_score: c.score("Frequency score.", "频度得分。").nullable(),
    monetary_score: c.score("Monetary score.", "金额得分。").nullable(),
    segment: c.text("RFM segment.", "RFM 分群。").nullable(),
    abc_class: c.oneOf(abcClasses, "Class by cumulative revenue.", "按累计收入的 ABC 等级。"),
    risk_share: c
      .share("Risk of no order within the horizon; null before a first order.", "视野期内不再下单的风险；无订单为空。")
      .nullable(),
    risk_band: c.oneOf(riskBands, "Band of that risk.", "风险等级。").nullable(),
    expected_revenue: c.money("Usual revenue of one horizon.", "一个视野期的常规收入。").nullable(),
    value_at_risk: c.money("Risk × expected revenue.", "风险价值：风险×预期收入。").nullable()
  }),
  query: (db) =>
    db
      .selectFrom("int_customer_profile")
      .crossJoin("int_as_of")
      .innerJoin("int_customer_contact as contact", "contact.customer_id", "int_customer_profile.customer_id")
      .leftJoin("int_customer_value as bought", "bought.customer_id", "int_customer_profile.customer_id")
      .leftJoin("int_customer_category", (on) =>
        on
          .onRef("int_customer_category.customer_id", "=", "int_customer_profile.customer_id")
          .on("category_rank", "=", 1)
      )
      .leftJoin("mart_rfm", "mart_rfm.customer_id", "int_customer_profile.customer_id")
      .leftJoin("mart_abc", "mart_abc.customer_id", "int_customer_profile.customer_id")
      .leftJoin("mart_churn_risk", "mart_churn_risk.customer_id", "int_customer_profile.customer_id")
      .where(({ref}) => s.compare(s.coalesce(firstSeen(ref), ref("as_of_on")), "<=", ref("as_of_on")))
      .select(({ref}) => {
        const silence = s.daysBetween(ref("last_order_on"), ref("as_of_on")).$castTo<number | null>();
        const zero = s.num(0);
        const none = s.amount("0");
        return [
          "int_customer_profile.customer_id",
          "customer_name",
          "email",
          "phone",
          s.firstOf(ref("country"), ref("order_country")).as("country"),
          "acquisition_channel",
          "owner",
          "accepts_marketing",
          firstSeen(ref).as("first_seen_on"),
          "first_order_on",
          "last_order_on",
          s.month(ref("first_order_on")).as("cohort_month"),
          s.coalesce(ref("bought.orders"), zero).as("orders"),
          s.coalesce(ref("cancelled_orders"), zero).as("cancelled_orders"),
          s.coalesce(ref("bought.orders_90d"), zero).as("orders_90d"),
          s.coalesce(ref("orders_365d"), zero).as("orders_365d"),
          s.coalesce(ref("bought.net_revenue"), none).as("net_revenue"),
          s.coalesce(ref("net_revenue_30d"), none).as("net_revenue_30d"),
          s.coalesce(ref("net_revenue_90d"), none).as("net_revenue_90d"),
          s.coalesce(ref("bought.net_revenue_365d"), none).as("net_revenue_365d"),
          s.round(s.ratio(ref("bought.net_revenue"), ref("bought.orders")), 4).as("average_order_value"),
          "median_gap_days",
          silence.as("days_since_last_order"),
          s.ratio(silence, ref("median_gap_days")).as("silence_ratio"),
          ref("int_customer_category.category").as("preferred_category"),
          "tickets",
          "contact.tickets_90d",
          "open_tickets",
          "last_ticket_on",
          "contact.last_nps_score",
          "last_nps_on",
          "recency_score",
          "frequency_score",
          "monetary_score",
          "segment",
          s.coalesce(ref("abc_class"), s.text("C")).as("abc_class"),
          "risk_share",
          "risk_band",
          "expected_revenue",
          "value_at_risk"
        ];
      })
});
