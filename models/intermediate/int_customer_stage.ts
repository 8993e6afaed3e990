import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCustomerProfile} from "./int_customer_profile.ts";
import {intLifecycle} from "./int_lifecycle.ts";
import {intStageSpell} from "./int_stage_spell.ts";
import {stageColumns, stageOf} from "./stageOf.ts";
import {cutsOf, standingOf} from "./stageStanding.ts";

export {stageColumns, stages} from "./stageOf.ts";

/**
 * Where a customer stands in their life with the company at as_of, one row per customer; only what had happened by then counts.
 *
 * Silence is the days since the last order that counts. prospect: no order. Silent longer than the days of int_lifecycle: lost, dormant,
 * slipping, the longest first. In rhythm, that is silent for less: new with one purchase day; reactivated where the gap before the last
 * purchase day was longer than dormant; loyal from four purchase days, or as many as are configured; else active. A customer is known
 * since the month of the oldest record or of the first order, whichever is earlier; since when is unknown of one without order whose
 * records carry no date.
 */
export const intCustomerStage = model({
  name: "int_customer_stage",
  title: {
    en: "Where a customer stands in their life with the company, one row per customer.",
    zh: "客户生命周期阶段，每位客户一行。"
  },
  from: [intCustomerProfile, intLifecycle, intStageSpell],
  grain: ["customer_id"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    ...stageColumns,
    is_dated: c.flag("It is known since when the customer is known.", "是否知道何时首次记录该客户。"),
    last_purchase_on: c.day("Day of the last order.", "最近下单日。").nullable(),
    net_revenue_12m: c.money(
      "Net revenue of twelve calendar months, that of as_of included.",
      "含截止月在内 12 个自然月的净收入。"
    )
  }),
  query: (db, {lifecycle}) =>
    db
      .selectFrom("int_customer_profile")
      .leftJoin("int_stage_spell as spell", (on) =>
        on.onRef("spell.customer_id", "=", "int_customer_profile.customer_id").on("until_month", "is", null)
      )
      .innerJoin("int_lifecycle", (on) => on.on("is_as_of", "=", true))
      .select(({ref}) => [
        "int_customer_profile.customer_id",
        stageOf(standingOf(ref, "stage_on"), cutsOf(ref), lifecycle.loyalPurchaseDays).as("stage"),
        s.isKnown(ref("from_month")).as("is_dated"),
        ref("last_order_on").as("last_purchase_on"),
        s.coalesce(ref("net_revenue_12m"), s.amount("0")).as("net_revenue_12m")
      ])
});
