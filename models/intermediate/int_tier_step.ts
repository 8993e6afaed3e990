import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCustomerLoyalty} from "./int_customer_loyalty.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {intCustomerPoints} from "./int_customer_points.ts";

/**
 * What counts for a member's tier, as steps: one row per member and day on which it changes, holding until the next such day.
 *
 * The measure is what was earned or bought within the window that ends on the day, as the configured rules ask; it falls by what leaves
 * the window. Without rules it is zero, and steps are the days with entries, from which the ledger's own tier is carried on. Corrections take
 * nothing from what was earned.
 */
export const intTierStep = model({
  name: "int_tier_step",
  title: {
    en: "What counts for a member's tier, one row per member and day on which it changes.",
    zh: "会员等级的计量变化，每位会员每个变化日一行。"
  },
  from: [intCustomerLoyalty, intCustomerOrders, intCustomerPoints],
  grain: ["customer_id", "step_on"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    step_on: c.day("From this day on.", "起始日。"),
    next_on: c.day("Until the day before this one; null: still.", "下一变化日；空为至今。").nullable(),
    member_from_on: c.day("Day of the member's first entry.", "首条流水日期。"),
    measure: c.money("Points earned or net revenue of the window that ends on the day.", "窗口内所获积分或净收入。"),
    named_tier: c.text("Tier that the ledger named last by then.", "流水最近所载等级。").nullable()
  }),
  query: (db, {loyalty: {tiers, windowDays}}) => {
    const none = s.amount("0");
    const asks = (by: "points" | "revenue") => (tiers.some((tier) => tier[by] !== null) ? s.yes : s.no);
    return db
      .with("counted", (db) =>
        db
          .selectFrom("int_customer_points")
          .where("entry_type", "=", "earn")
          .where(asks("points"))
          .select(["customer_id", "happened_on as counted_on", "points as amount"])
          .unionAll(
            db
              .selectFrom("int_customer_orders as placed")
              .innerJoin("int_customer_loyalty as member", "member.customer_id", "placed.customer_id")
              .where("is_cancelled", "=", false)
              .where(asks("revenue"))
              .select(["placed.customer_id", "ordered_on as counted_on", "net_revenue as amount"])
          )
      )
      .with("named", (db) =>
        db.selectFrom("int_customer_points").select(({ref}) => [
          "customer_id",
          "happened_on",
          "tier",
          s
            .ordered(s.rowNumber(), {
              partitionBy: [ref("customer_id")],
              orderBy: [ref("happened_at"), ref("entry_id")]
            })
            .as("place")
        ])
      )
      .with("changes", (db) =>
        db
          .selectFrom("counted")
          .select(({ref}) => [
            "customer_id",
            ref("counted_on").as("step_on"),
            "amount",
            s.nothing<string>("varchar").as("tier"),
            s.toBigint(s.num(0)).as("place")
          ])
          .unionAll(
            db
              .selectFrom("counted")
              .select(({ref}) => [
                "customer_id",
                s.addDays(ref("counted_on"), s.num(windowDays)).as("step_on"),
                s.multiply(s.num(-1), ref("amount")).as("amount"),
                s.nothing<string>("varchar").as("tier"),
                s.toBigint(s.num(0)).as("place")
              ])
          )
          .unionAll(
            db
              .selectFrom("named")
              .select(({ref}) => ["customer_id", ref("happened_on").as("step_on"), none.as("amount"), "tier", "place"])
          )
      )
      .with("by_day", (db) =>
        db
          .selectFrom("changes")
          .groupBy(["customer_id", "step_on"])
          .select(({ref}) => [
            "customer_id",
            "step_on",
            s.toMoney(s.sum(ref("amount"))).as("amount"),
            s
              .latest(ref("tier"), s.onlyWhen(s.isKnown(ref("tier")), ref("place")))
              .$castTo<string | null>()
              .as("tier")
          ])
      )
      .with("steps", (db) =>
        db.selectFrom("by_day").select(({ref}) => {
          const order = {partitionBy: [ref("customer_id")], orderBy: [ref("step_on")]};
          return [
            "customer_id",
            "step_on",
            s.ordered(s.lead(ref("step_on")), order).as("next_on"),
            s.toMoney(s.running(s.sum(ref("amount")), order)).as("measure"),
            s.running(s.lastKnown(ref("tier")), order).as("named_tier")
          ];
        })
      )
      .selectFrom("steps")
      .innerJoin("int_customer_loyalty as member", "member.customer_id", "steps.customer_id")
      .select([
        "steps.customer_id",
        "step_on",
        "next_on",
        "first_points_on as member_from_on",
        "measure",
        "named_tier"
      ]);
  }
});
