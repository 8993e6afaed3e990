import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";
import {intCustomerPoints} from "../intermediate/int_customer_points.ts";
import {intLoyaltyTier, noTier} from "../intermediate/int_loyalty_tier.ts";
import {intMemberTier} from "../intermediate/int_member_tier.ts";
import {intPointsLot} from "../intermediate/int_points_lot.ts";
import {intPointsRule} from "../intermediate/int_points_rule.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

const yearDays = 365;

/** The tiers of the programme with their members at as_of, one row per tier; (none) are the members of no tier. */
export const martLoyaltyTier = model({
  name: "mart_loyalty_tier",
  title: {en: "Tiers with their members, one row per tier.", zh: "会员等级概况，每个等级一行。"},
  from: [intAsOf, intCustomerOrders, intCustomerPoints, intLoyaltyTier, intMemberTier, intPointsLot, intPointsRule],
  grain: ["tier"],
  columns: z.strictObject({
    tier: c.text("The tier, or (none).", "等级，或 (none)。"),
    position: c.count("1 is the lowest; 0 is none.", "次序，1 为最低，0 为无等级。"),
    from_points: c.money("Points of the window from which it is reached.", "达到所需的窗口内积分。").nullable(),
    from_revenue: c.money("Net revenue of the window from which it is reached.", "达到所需的窗口内净收入。").nullable(),
    members: c.count("Members in it at as_of.", "截止日会员数。"),
    members_12m_before: c.count("Members in it at the twelfth last month end.", "前推第 12 个月末的会员数。"),
    active_members: c.count("Of those now, who earned or redeemed in 365 days.", "近 365 天有获得或兑换的会员数。"),
    redeeming_members: c.count("Of those now, who redeemed in 365 days.", "近 365 天兑换过的会员数。"),
    outstanding_points: c.money("Points that they have.", "其未用积分。"),
    earned_points_365d: c.money("Points that they earned in 365 days.", "其近 365 天获得的积分。"),
    redeemed_points_365d: c.money("Points that they redeemed in 365 days.", "其近 365 天兑换的积分。"),
    net_revenue_365d: c.money("Their net revenue of 365 days.", "其近 365 天净收入。")
  }),
  query: (db) => {
    const none = s.amount("0");
    return db
      .with("booked", (db) =>
        db
          .selectFrom("int_customer_points")
          .crossJoin("int_as_of")
          .where(({ref}) => s.compare(s.daysBetween(ref("happened_on"), ref("as_of_on")), "<", s.num(yearDays)))
          .groupBy("customer_id")
          .select(({ref}) => {
            const of = (type: string) =>
              s.sum(s.when(s.compare(ref("entry_type"), "=", s.text(type)), ref("points"), none));
            const entries = (type: string) =>
              s.count(s.onlyWhen(s.compare(ref("entry_type"), "=", s.text(type)), ref("entry_id")));
            return [
              "customer_id as booked_id",
              of("earn").as("earned"),
              s.multiply(s.num(-1), of("redeem")).as("redeemed"),
              entries("earn").as("earnings"),
              entries("redeem").as("redemptions")
            ];
          })
      )
      .with("held", (db) =>
        db
          .selectFrom("int_points_lot")
          .groupBy("customer_id")
          .select(({ref}) => ["customer_id as held_id", s.sum(ref("remaining_points")).as("outstanding")])
      )
      .with("bought", (db) =>
        db
          .selectFrom("int_customer_orders")
          .crossJoin("int_as_of")
          .where("is_cancelled", "=", false)
          .where(({ref}) => s.compare(s.daysBetween(ref("ordered_on"), ref("as_of_on")), "<", s.num(yearDays)))
          .groupBy("customer_id")
          .select(({ref}) => ["customer_id as bought_id", s.sum(ref("net_revenue")).as("net_revenue")])
      )
      .with("now", (db) =>
        db
          .selectFrom("int_member_tier")
          .where("months_before", "=", 0)
          .leftJoin("booked", "booked_id", "customer_id")
          .leftJoin("held", "held_id", "customer_id")
          .leftJoin("bought", "bought_id", "customer_id")
          .groupBy("tier")
          .select(({ref}) => {
            const total = (name: "earned" | "redeemed" | "outstanding" | "net_revenue") =>
              s.toMoney(s.sum(s.coalesce(ref(name), none))).as(name);
            const has = (name: "earnings" | "redemptions") => s.coalesce(s.compare(ref(name), ">", s.num(0)), s.no);
            return [
              "tier as tier_now",
              s.countRows().as("members"),
              s.count(s.onlyWhen(s.either(has("earnings"), has("redemptions")), ref("customer_id"))).as("active"),
              s.count(s.onlyWhen(has("redemptions"), ref("customer_id"))).as("redeeming"),
              total("earned"),
              total("redeemed"),
              total("outstanding"),
              total("net_revenue")
            ];
          })
      )
      .with("before", (db) =>
        db
          .selectFrom("int_member_tier")
          .where("months_before", "=", 12)
          .groupBy("tier")
          .select(["tier as tier_then", s.countRows().as("members_then")])
      )
      .with("tiers", (db) =>
        db
          .selectFrom("int_loyalty_tier")
          .select(["tier", "position", "from_points", "from_revenue"])
          .unionAll(
            db
              .selectFrom("int_points_rule")
              .select([
                s.text(noTier).$castTo<string>().as("tier"),
                s.toBigint(s.num(0)).as("position"),
                s.nothing<number>("decimal(18, 4)").as("from_points"),
                s.nothing<number>("decimal(18, 4)").as("from_revenue")
              ])
          )
      )
      .selectFrom("tiers")
      .leftJoin("now", "tier_now", "tier")
      .leftJoin("before", "tier_then", "tier")
      .where(({ref}) =>
        s.either(s.compare(ref("position"), ">", s.num(0)), s.isKnown(ref("members")), s.isKnown(ref("members_then")))
      )
      .select(({ref}) => {
        const count = (name: "members" | "members_then" | "active" | "redeeming") => s.coalesce(ref(name), s.num(0));
        const points = (name: "earned" | "redeemed" | "outstanding" | "net_revenue") => s.coalesce(ref(name), none);
        return [
          "tier",
          "position",
          "from_points",
          "from_revenue",
          count("members").as("members"),
          count("members_then").as("members_12m_before"),
          count("active").as("active_members"),
          count("redeeming").as("redeeming_members"),
          points("outstanding").as("outstanding_points"),
          points("earned").as("earned_points_365d"),
          points("redeemed").as("redeemed_points_365d"),
          points("net_revenue").as("net_revenue_365d")
        ];
      });
  }
});
