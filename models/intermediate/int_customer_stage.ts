import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {intCustomerProfile} from "./int_customer_profile.ts";
import {intLifecycle} from "./int_lifecycle.ts";

export const stages = ["prospect", "new", "active", "loyal", "slipping", "dormant", "lost", "reactivated"] as const;
type Stage = (typeof stages)[number];

/** Where a customer stands in their life with the company; int_customer_stage says when. */
export const stageColumns = {
  stage: c.oneOf(
    stages,
    "Stage of life: by orders and silence, against the gaps of the whole base.",
    "生命周期阶段：按订单与沉默天数对照全体间隔。"
  )
};

/** Purchase days from which a customer in rhythm is loyal: the band of the churn features that leaves least. */
const loyalDays = 4;

/**
 * Where a customer stands in their life with the company at as_of, one row per customer; only what had happened by then counts.
 *
 * Silence is the days since the last order that counts. prospect: no order. Silent longer than the days of int_lifecycle: lost, dormant,
 * slipping, the longest first. In rhythm, that is silent for less: new with one purchase day; reactivated where the gap before the last
 * purchase day was longer than dormant; loyal from four purchase days; else active.
 */
export const intCustomerStage = model({
  name: "int_customer_stage",
  title: {
    en: "Where a customer stands in their life with the company, one row per customer.",
    zh: "客户生命周期阶段，每位客户一行。"
  },
  from: [intAsOf, intCustomerOrders, intCustomerProfile, intLifecycle],
  grain: ["customer_id"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    ...stageColumns
  }),
  query: (db) =>
    db
      .with("rhythms", (db) =>
        db
          .selectFrom("int_customer_orders")
          .where("is_first_of_day", "=", true)
          .groupBy("customer_id")
          .select(({ref}) => [
            ref("customer_id").as("of_customer"),
            s.countRows().as("purchase_days"),
            s.max(ref("ordered_on")).as("last_order_on"),
            s.latest(s.coalesce(ref("days_since_previous"), s.num(0)), ref("order_number")).as("last_gap_days")
          ])
      )
      .selectFrom("int_customer_profile")
      .leftJoin("rhythms", "of_customer", "customer_id")
      .crossJoin("int_as_of")
      .crossJoin("int_lifecycle")
      .select(({ref}) => {
        const silence = s.daysBetween(ref("last_order_on"), ref("as_of_on"));
        const choices: [s.Value<boolean>, Stage][] = [
          [s.isNull(ref("last_order_on")), "prospect"],
          [s.compare(silence, ">", ref("lost_after_days")), "lost"],
          [s.compare(silence, ">", ref("dormant_after_days")), "dormant"],
          [s.compare(silence, ">", ref("slipping_after_days")), "slipping"],
          [s.compare(ref("purchase_days"), "=", s.num(1)), "new"],
          [s.compare(ref("last_gap_days"), ">", ref("dormant_after_days")), "reactivated"],
          [s.compare(ref("purchase_days"), ">=", s.num(loyalDays)), "loyal"]
        ];
        return [
          "customer_id",
          choices
            .reduceRight<s.Value<Stage>>(
              (otherwise, [holds, stage]) => s.when(holds, s.text(stage), otherwise),
              s.text("active")
            )
            .as("stage")
        ];
      })
});
