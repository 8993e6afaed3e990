import {z} from "zod";
import {effectColumns, pairedEffect} from "../effect/pairedEffect.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";
import {intLoyaltyMember, joinedDays} from "../intermediate/int_loyalty_member.ts";
import {model} from "../model.ts";

/**
 * What customers bought before and after they joined the programme, against customers like them who were no members, one row per measure; an association.
 *
 * Exposed are members. Before is the 180 days up to the day of their first entry, after the 180 days that follow. The rest is as in
 * mart_service_effect. Who is like whom: int_loyalty_member. Who joins may mean to buy more anyway, which no record says.
 */
export const martMemberEffect = model({
  name: "mart_member_effect",
  title: {
    en: "What members bought before and after joining, against customers like them, one row per measure.",
    zh: "入会前后的购买变化及与相似非会员的比较，每个指标一行。"
  },
  from: [intCustomerOrders, intLoyaltyMember],
  grain: ["measure"],
  columns: z.strictObject(effectColumns),
  query: (db) => pairedEffect(db, intLoyaltyMember.name, joinedDays)
});
