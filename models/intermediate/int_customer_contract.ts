import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCustomerSubscriptions} from "./int_customer_subscriptions.ts";

/** What a customer has subscribed to. */
export const contractColumns = {
  active_subscriptions: c.count("Subscriptions running now, trials too.", "当前有效订阅数（含试用）。"),
  recurring_revenue: c.money("What they bring a month; trials bring nothing yet.", "每月经常性收入（试用不计）。")
};

/** What a customer has subscribed to at as_of, one row per customer with a subscription. */
export const intCustomerContract = model({
  name: "int_customer_contract",
  title: {
    en: "What a customer has subscribed to, one row per customer with a subscription.",
    zh: "客户订阅汇总，每位有订阅的客户一行。"
  },
  from: [intCustomerSubscriptions],
  grain: ["customer_id"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    ...contractColumns,
    first_subscribed_on: c.day("Day of the first subscription.", "首次订阅日期。")
  }),
  query: (db) =>
    db
      .selectFrom("int_customer_subscriptions")
      .groupBy("customer_id")
      .select(({ref}) => [
        "customer_id",
        s.count(s.onlyWhen(ref("is_active"), ref("subscription_id"))).as("active_subscriptions"),
        s.sum(ref("monthly_amount")).as("recurring_revenue"),
        s.min(ref("started_on")).as("first_subscribed_on")
      ])
});
