import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {effectColumns, pairedEffect} from "../effect/pairedEffect.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";
import {effectDays, intEffectMember} from "../intermediate/int_effect_member.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

/**
 * What customers bought before and after bad service, against customers like them without it, one row per measure; an association.
 *
 * Before is the 180 days up to the day, after the 180 days that follow. The difference is that of the differences: after less before of the
 * exposed, less after less before of their like, as the mean over pairs with Student's 95 % interval. The placebo is the same of the same
 * pairs with all dates a year earlier, when nothing had happened, where both had been customers for 545 days: it should be near zero.
 * Who is like whom: int_effect_member. Bad service comes with a ticket: where the like of the exposed did not open one, the difference holds also
 * what goes with needing help at all, and the shares who opened one say how far. Customers with bad service may differ in more than what is known of them.
 */
export const martServiceEffect = model({
  name: "mart_service_effect",
  title: {
    en: "What customers bought before and after bad service, one row per measure.",
    zh: "遭遇不良服务前后的购买变化，每个指标一行。"
  },
  from: [intCustomerOrders, intEffectMember],
  grain: ["measure"],
  columns: z.strictObject({
    ...effectColumns,
    exposed_ticket_share: c
      .share(
        "Of the exposed in pairs, those who opened a ticket in the 14 days up to the day.",
        "配对受影响客户中此前 14 天内有工单的占比。"
      )
      .nullable(),
    matched_ticket_share: c.share("Of their like, those who did.", "相似客户中此前 14 天内有工单的占比。").nullable()
  }),
  query: (db) => {
    const members = db.selectFrom("int_effect_member").where("is_matched", "=", true);
    return db
      .selectFrom(pairedEffect(db, intEffectMember.name, effectDays).as("effect"))
      .crossJoin(
        members
          .select(({ref}) => {
            const among = (side: s.Value<boolean>) =>
              s.ratio(s.count(s.onlyWhen(s.both(side, ref("has_ticket")), s.yes)), s.count(s.onlyWhen(side, s.yes)));
            return [
              among(ref("is_exposed")).as("exposed_ticket_share"),
              among(s.not(ref("is_exposed"))).as("matched_ticket_share")
            ];
          })
          .as("tickets")
      )
      .selectAll();
  }
});
