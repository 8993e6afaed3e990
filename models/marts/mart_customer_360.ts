import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCustomerCategory} from "../intermediate/int_customer_category.ts";
import {intCustomerChannel} from "../intermediate/int_customer_channel.ts";
import {contactColumns, intCustomerContact} from "../intermediate/int_customer_contact.ts";
import {contractColumns, intCustomerContract} from "../intermediate/int_customer_contract.ts";
import {intCustomerLoyalty, loyaltyColumns} from "../intermediate/int_customer_loyalty.ts";
import {intCustomerPermission, permissionColumns} from "../intermediate/int_customer_permission.ts";
import {intCustomerPipeline, pipelineColumns} from "../intermediate/int_customer_pipeline.ts";
import {intCustomerProfile, partyColumns, profileColumns} from "../intermediate/int_customer_profile.ts";
import {intCustomerReach, reachColumns} from "../intermediate/int_customer_reach.ts";
import {intCustomerService, serviceColumns, serviceFacts} from "../intermediate/int_customer_service.ts";
import {intCustomerStage, stageColumns} from "../intermediate/int_customer_stage.ts";
import {intCustomerValue, valueColumns} from "../intermediate/int_customer_value.ts";
import {intPurchaseValue} from "../intermediate/int_purchase_value.ts";
import {intCustomerVoice, voiceColumns, voiceFacts} from "../intermediate/int_customer_voice.ts";
import {abcClasses, martAbc} from "./mart_abc.ts";
import {martChurnRisk, riskBands} from "./mart_churn_risk.ts";
import {martCustomerValue} from "./mart_customer_value.ts";
import {martRfm} from "./mart_rfm.ts";
import {valueTenths} from "./valueTenths.ts";

const firsts = [
  "first_registered_on",
  "first_any_order_on",
  "first_ticket_on",
  "voice.first_answer_on",
  "first_activity_on",
  "first_sent_on",
  "first_points_on",
  "first_subscribed_on",
  "first_lead_on",
  "permission.first_answer_on"
];
const firstSeen = (ref: (name: any) => any): s.Value<Date | null> => s.least(...firsts.map((name) => ref(name)));

/**
 * All that is known of a customer as of the build, one row per customer.
 *
 * Customers without an order are in. Cancelled orders count in no revenue and no rhythm. Windows end at as_of: 30d is the 30 days
 * up to and including that day; without a window it is all so far. Attributes are those of the golden record, int_customer_field; where no
 * record names a country, the last order does. What nobody has told is null, what has not happened is zero.
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
    intCustomerChannel,
    intCustomerContact,
    intCustomerContract,
    intCustomerLoyalty,
    intCustomerPermission,
    intCustomerPipeline,
    intCustomerProfile,
    intCustomerReach,
    intCustomerService,
    intCustomerStage,
    intCustomerValue,
    intCustomerVoice,
    intPurchaseValue,
    martAbc,
    martChurnRisk,
    martCustomerValue,
    martRfm
  ],
  grain: ["customer_id"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    ...partyColumns,
    ...profileColumns,
    ...stageColumns,
    first_seen_on: c.day("First record or event of any kind.", "首次出现（任何记录或事件）。").nullable(),
    first_order_on: c.day("Day of the first order.", "首单日期。").nullable(),
    last_order_on: c.day("Day of the last order.", "最近下单日期。").nullable(),
    cohort_month: c.month("Month of the first order.", "首单月份。").nullable(),
    ...valueColumns,
    average_order_value: c.money("Net revenue per order.", "客单价（净收入÷订单数）。").nullable(),
    median_gap_days: c
      .days("Median days between purchase days; null below two.", "购买日间隔中位数；不足两次为空。")
      .nullable(),
    days_since_last_order: c.wholeDays("Days from the last order to as_of.", "距最近订单的天数。").nullable(),
    silence_ratio: c
      .number("Days since the last order ÷ own median gap.", "沉默倍数：距最近订单天数÷自身间隔中位数。")
      .nullable(),
    preferred_category: c.text("Product category with the greatest revenue.", "收入最高的商品类别。").nullable(),
    preferred_channel: c
      .text("Sales channel with the most orders, then the latest.", "订单最多（其次最近）的下单渠道。")
      .nullable(),
    ...serviceColumns,
    ...serviceFacts,
    ...voiceColumns,
    ...voiceFacts,
    ...contactColumns,
    ...permissionColumns,
    ...reachColumns,
    ...loyaltyColumns,
    ...contractColumns,
    ...pipelineColumns,
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
    value_at_risk: c.money("Risk × expected revenue.", "风险价值：风险×预期收入。").nullable(),
    alive_share: c
      .share("Probability of still being a customer, by the purchase model.", "仍是客户的概率（购买模型）。")
      .nullable(),
    expected_days: c
      .number("Purchase days expected within the value horizon.", "价值期限内的预计购买日数。")
      .nullable(),
    clv: c
      .money("Lifetime value: discounted spend expected within that horizon.", "客户价值：该期限内预计消费的现值。")
      .nullable(),
    value_tenth: c.integer("Tenth of customers by it, 1 the highest.", "按其划分的十等份，1 最高。").nullable()
  }),
  query: (db) =>
    db
      .with("tenths", valueTenths)
      .selectFrom("int_customer_profile as profile")
      .crossJoin("int_as_of")
      .innerJoin("int_customer_stage as stage", "stage.customer_id", "profile.customer_id")
      .leftJoin("int_customer_value as bought", "bought.customer_id", "profile.customer_id")
      .leftJoin("int_customer_category", (on) =>
        on.onRef("int_customer_category.customer_id", "=", "profile.customer_id").on("category_rank", "=", 1)
      )
      .leftJoin("int_customer_channel as channel", (on) =>
        on.onRef("channel.customer_id", "=", "profile.customer_id").on("channel_rank", "=", 1)
      )
      .leftJoin("int_customer_service as service", "service.customer_id", "profile.customer_id")
      .leftJoin("int_customer_voice as voice", "voice.customer_id", "profile.customer_id")
      .leftJoin("int_customer_contact as contact", "contact.customer_id", "profile.customer_id")
      .leftJoin("int_customer_permission as permission", "permission.customer_id", "profile.customer_id")
      .leftJoin("int_customer_reach as reach", "reach.customer_id", "profile.customer_id")
      .leftJoin("int_customer_loyalty as loyalty", "loyalty.customer_id", "profile.customer_id")
      .leftJoin("int_customer_contract as contract", "contract.customer_id", "profile.customer_id")
      .leftJoin("int_customer_pipeline as pipeline", "pipeline.customer_id", "profile.customer_id")
      .leftJoin("mart_rfm", "mart_rfm.customer_id", "profile.customer_id")
      .leftJoin("mart_abc", "mart_abc.customer_id", "profile.customer_id")
      .leftJoin("mart_churn_risk", "mart_churn_risk.customer_id", "profile.customer_id")
      .leftJoin("mart_customer_value as ahead", "ahead.customer_id", "profile.customer_id")
      .leftJoin("tenths", "valued_id", "profile.customer_id")
      .where(({ref}) => s.compare(s.coalesce(firstSeen(ref), ref("as_of_on")), "<=", ref("as_of_on")))
      .select(({ref}) => {
        const silence = s.daysBetween(ref("last_order_on"), ref("as_of_on")).$castTo<number | null>();
        const or0 = (x: s.Value<number | null>) => s.coalesce(x, s.num(0));
        const orNone = (x: s.Value<number | null>) => s.coalesce(x, s.amount("0"));
        return [
          "profile.customer_id",
          "party",
          "organisation_id",
          "records",
          "emails",
          "source_keys",
          "customer_name",
          "email",
          "phone",
          s.firstOf(ref("profile.country"), ref("order_country")).as("country"),
          "acquisition_channel",
          "owner",
          "accepts_marketing",
          "stage.stage",
          firstSeen(ref).as("first_seen_on"),
          "first_order_on",
          "last_order_on",
          s.month(ref("first_order_on")).as("cohort_month"),
          or0(ref("bought.orders")).as("orders"),
          or0(ref("cancelled_orders")).as("cancelled_orders"),
          or0(ref("orders_30d")).as("orders_30d"),
          or0(ref("bought.orders_90d")).as("orders_90d"),
          or0(ref("orders_365d")).as("orders_365d"),
          orNone(ref("bought.net_revenue")).as("net_revenue"),
          orNone(ref("net_revenue_30d")).as("net_revenue_30d"),
          orNone(ref("net_revenue_90d")).as("net_revenue_90d"),
          orNone(ref("bought.net_revenue_365d")).as("net_revenue_365d"),
          orNone(ref("units")).as("units"),
          orNone(ref("refunded")).as("refunded"),
          s.round(s.ratio(ref("bought.net_revenue"), ref("bought.orders")), 4).as("average_order_value"),
          "median_gap_days",
          silence.as("days_since_last_order"),
          s.ratio(silence, ref("median_gap_days")).as("silence_ratio"),
          ref("int_customer_category.category").as("preferred_category"),
          ref("channel.sales_channel").as("preferred_channel"),
          or0(ref("tickets")).as("tickets"),
          or0(ref("tickets_30d")).as("tickets_30d"),
          or0(ref("service.tickets_90d")).as("tickets_90d"),
          or0(ref("tickets_365d")).as("tickets_365d"),
          or0(ref("open_tickets")).as("open_tickets"),
          or0(ref("reopened_tickets")).as("reopened_tickets"),
          "median_resolution_hours",
          "last_ticket_on",
          or0(ref("answers")).as("answers"),
          or0(ref("answers_365d")).as("answers_365d"),
          "voice.last_nps_score",
          "last_nps_on",
          "last_csat_score",
          "last_csat_on",
          "last_rating_score",
          "last_rating_on",
          "last_contact_on",
          "last_contact_channel",
          "next_contact_on",
          "next_contact_about",
          "may_email",
          "may_call",
          "may_text",
          or0(ref("touches_90d")).as("touches_90d"),
          or0(ref("opened_90d")).as("opened_90d"),
          or0(ref("clicked_90d")).as("clicked_90d"),
          "points_balance",
          "loyalty_tier",
          or0(ref("active_subscriptions")).as("active_subscriptions"),
          orNone(ref("recurring_revenue")).as("recurring_revenue"),
          or0(ref("open_opportunities")).as("open_opportunities"),
          orNone(ref("open_opportunity_amount")).as("open_opportunity_amount"),
          "recency_score",
          "frequency_score",
          "monetary_score",
          "segment",
          s.coalesce(ref("abc_class"), s.text("C")).as("abc_class"),
          "risk_share",
          "risk_band",
          "expected_revenue",
          "value_at_risk",
          "ahead.alive_share",
          "ahead.expected_days",
          "ahead.clv",
          "value_tenth"
        ];
      })
});
