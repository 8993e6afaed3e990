import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerCategory} from "./int_customer_category.ts";
import {intCustomerReach} from "./int_customer_reach.ts";
import {intCustomerService} from "./int_customer_service.ts";
import {intCustomerValue} from "./int_customer_value.ts";
import {intCustomerVoice} from "./int_customer_voice.ts";

/** Messages from which on a share of opened ones says something. */
const LEAST_MESSAGES = 3;

/**
 * By what customers are told apart, one row per customer with an order that counts.
 *
 * Values are in their own units, as they are in mart_customer_360. What nobody has told is null: categories where products have none, the score of
 * those never asked, the openness of those who were
 * written to fewer than three times. Shares of money are 0 where nothing was sold.
 */
export const intPersonaFeature = model({
  name: "int_persona_feature",
  title: {
    en: "By what customers are told apart, one row per customer with an order.",
    zh: "用于区分客户的特征，每位有订单的客户一行。"
  },
  from: [intAsOf, intCustomerCategory, intCustomerReach, intCustomerService, intCustomerValue, intCustomerVoice],
  grain: ["customer_id"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    recency_days: c.wholeDays("Days from the last order to as_of.", "距最近订单的天数。"),
    orders: c.count("Orders, cancelled ones apart.", "订单数（不含取消）。"),
    average_order_value: c.number("Net revenue per order.", "客单价（净收入÷订单数）。"),
    units_per_order: c.number("Units per order, returned ones off.", "每单件数（扣除退货）。"),
    tenure_days: c.wholeDays("Days from the first order to as_of.", "距首单的天数。"),
    categories: c.count("Product categories bought; null: none is named.", "购买的商品类别数；空为无类别。").nullable(),
    refund_share: c.share("Paid back ÷ sold before it.", "退款额÷退款前销售额。"),
    tickets: c.count("Service tickets so far.", "累计工单数。"),
    last_nps_score: c.integer("Last answer to the NPS question, 0–10.", "最近一次 NPS 评分（0–10）。").nullable(),
    opened_share: c
      .share("Messages of the last 90 days that were opened; null below three.", "近 90 天消息打开率；不足三条为空。")
      .nullable()
  }),
  query: (db) =>
    db
      .with("kinds", (db) =>
        db
          .selectFrom("int_customer_category")
          .groupBy("customer_id")
          .select(({ref}) => [ref("customer_id").as("kinds_id"), s.countRows().as("categories")])
      )
      .selectFrom("int_customer_value as bought")
      .crossJoin("int_as_of")
      .leftJoin("kinds", "kinds_id", "bought.customer_id")
      .leftJoin("int_customer_service as service", "service.customer_id", "bought.customer_id")
      .leftJoin("int_customer_voice as voice", "voice.customer_id", "bought.customer_id")
      .leftJoin("int_customer_reach as reach", "reach.customer_id", "bought.customer_id")
      .where("bought.orders", ">", 0)
      .select(({ref}) => {
        const zero = s.toDouble(s.num(0));
        const sold = s.add(s.toDouble(ref("net_revenue")), s.toDouble(ref("refunded")));
        const within = (share: s.Value<number | null>) =>
          s.greatest<number>(zero, s.least<number>(s.toDouble(s.num(1)), s.coalesce(share, zero)));
        return [
          "bought.customer_id",
          s.daysBetween(ref("last_order_on"), ref("as_of_on")).as("recency_days"),
          "bought.orders",
          s.coalesce(s.ratio(ref("net_revenue"), ref("bought.orders")), zero).as("average_order_value"),
          s.coalesce(s.ratio(ref("units"), ref("bought.orders")), zero).as("units_per_order"),
          s.daysBetween(ref("first_order_on"), ref("as_of_on")).as("tenure_days"),
          "categories",
          within(s.onlyWhen(s.compare(sold, ">", zero), s.ratio(ref("refunded"), sold))).as("refund_share"),
          s.coalesce(ref("tickets"), s.num(0)).as("tickets"),
          "voice.last_nps_score",
          s
            .onlyWhen(
              s.compare(ref("touches_90d"), ">=", s.num(LEAST_MESSAGES)),
              within(s.ratio(ref("opened_90d"), ref("touches_90d")))
            )
            .as("opened_share")
        ];
      })
});
