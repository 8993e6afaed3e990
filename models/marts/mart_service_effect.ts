import {z} from "zod";
import {effectColumns, pairedEffect} from "../effect/pairedEffect.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";
import {effectDays, intEffectMember} from "../intermediate/int_effect_member.ts";
import {model} from "../model.ts";

/**
 * What customers bought before and after bad service, against customers like them without it, one row per measure; an association.
 *
 * Before is the 180 days up to the day, after the 180 days that follow. The difference is that of the differences: after less before of the
 * exposed, less after less before of their like, as the mean over pairs with Student's 95 % interval. The placebo is the same of the same
 * pairs with all dates a year earlier, when nothing had happened, where both had been customers for 545 days: it should be near zero.
 * Who is like whom: int_effect_member. Customers with bad service may differ in more than what is known of them.
 */
export const martServiceEffect = model({
  name: "mart_service_effect",
  title: {
    en: "What customers bought before and after bad service, one row per measure.",
    zh: "遭遇不良服务前后的购买变化，每个指标一行。"
  },
  from: [intCustomerOrders, intEffectMember],
  grain: ["measure"],
  columns: z.strictObject(effectColumns),
  query: (db) => pairedEffect(db, intEffectMember.name, effectDays)
});
