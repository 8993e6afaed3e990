import {z} from "zod";
import {effectColumns, pairedEffect} from "../effect/pairedEffect.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";
import {intLoopMember, loopDays} from "../intermediate/int_loop_member.ts";
import {model} from "../model.ts";

/**
 * What unhappy customers bought who were followed up in time, against customers like them who were not, one row per measure; an association.
 *
 * Exposed are those followed up within the promise. Before is the 90 days up to the case, after the 90 days that follow the day on which
 * the promise ran out; the days between, in which the follow-up itself lies, are left out. The rest is as in mart_service_effect. Who is like whom: int_loop_member. Whom somebody calls may differ in more than what is
 * known of them.
 */
export const martLoopEffect = model({
  name: "mart_loop_effect",
  title: {
    en: "What unhappy customers bought who were followed up, one row per measure.",
    zh: "及时跟进与未跟进客户的购买变化，每个指标一行。"
  },
  from: [intCustomerOrders, intLoopMember],
  grain: ["measure"],
  columns: z.strictObject(effectColumns),
  query: (db, {feedback}) => pairedEffect(db, intLoopMember.name, loopDays, feedback.followUpDays)
});
