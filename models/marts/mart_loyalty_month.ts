import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCustomerPoints} from "../intermediate/int_customer_points.ts";
import {intPointsUse} from "../intermediate/int_points_use.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

/** How many months back an account may reach. */
const mostMonths = 600;
const moves = ["earned", "redeemed", "expired", "lapsed", "adjusted"] as const;

/**
 * Points by month: what was there, what came and went, what is left; one row per month from the first entry on, also without any.
 *
 * Amounts carry their sign, so that opening + earned + redeemed + expired + lapsed + adjusted = closing, exactly. lapsed is what passed its date
 * where the ledger books no expiry: computed first in, first out. Points of members whose balance is below zero count with their sign.
 */
export const martLoyaltyMonth = model({
  name: "mart_loyalty_month",
  title: {en: "Points by month, one row per month.", zh: "积分月度收支，每月一行。"},
  from: [intAsOf, intCustomerPoints, intPointsUse],
  grain: ["points_month"],
  columns: z.strictObject({
    points_month: c.month("The month.", "月份。"),
    opening_points: c.money("Points at its beginning.", "月初积分。"),
    earned_points: c.money("Earned in it.", "当月获得。"),
    redeemed_points: c.money("Redeemed in it, below zero.", "当月兑换（负数）。"),
    expired_points: c.money("Expired in the ledger, below zero.", "当月流水过期（负数）。"),
    lapsed_points: c.money(
      "Past their date, which the ledger does not book; below zero.",
      "当月按到期日推算失效（负数）。"
    ),
    adjusted_points: c.money("Corrections, of either sign.", "当月调整（正负均有）。"),
    closing_points: c.money("Points at its end.", "月末积分。"),
    earning_members: c.count("Members who earned points in it.", "当月获得积分的会员数。"),
    redeeming_members: c.count("Members who redeemed points in it.", "当月兑换积分的会员数。"),
    is_partial: c.flag("The month was still running as of the build.", "截止日时该月尚未结束。")
  }),
  query: (db) => {
    const none = s.amount("0");
    return db
      .with("booked", (db) =>
        db
          .selectFrom("int_customer_points")
          .groupBy(({ref}) => s.month(ref("happened_on")))
          .select(({ref}) => {
            const isType = (type: string) => s.compare(ref("entry_type"), "=", s.text(type));
            const of = (type: string) => s.toMoney(s.sum(s.when(isType(type), ref("points"), none)));
            const members = (type: string) => s.countDistinct(s.onlyWhen(isType(type), ref("customer_id")));
            return [
              s.month(ref("happened_on")).as("booked_month"),
              of("earn").as("earned"),
              of("redeem").as("redeemed"),
              of("expire").as("expired"),
              of("adjust").as("adjusted"),
              members("earn").as("earning_members"),
              members("redeem").as("redeeming_members")
            ];
          })
      )
      .with("lapses", (db) =>
        db
          .selectFrom("int_points_use")
          .where("use_kind", "=", "lapse")
          .groupBy(({ref}) => s.month(ref("used_on")))
          .select(({ref}) => [
            s.month(ref("used_on")).as("lapsed_month"),
            s.toMoney(s.multiply(s.num(-1), s.sum(ref("points")))).as("lapsed")
          ])
      )
      .with("months", (db) =>
        db
          .selectFrom("int_as_of")
          .crossJoin(s.series(0, mostMonths))
          .crossJoin(
            db
              .selectFrom("booked")
              .select(({ref}) => s.min(ref("booked_month")).as("first_month"))
              .as("first")
          )
          .where(({ref}) => s.compare(s.addMonths(ref("first_month"), ref("n")), "<=", ref("as_of_month")))
          .select(({ref}) => [
            s.addMonths(ref("first_month"), ref("n")).as("points_month"),
            "as_of_month",
            "is_month_complete"
          ])
      )
      .with("sums", (db) =>
        db
          .selectFrom("months")
          .leftJoin("booked", "booked_month", "points_month")
          .leftJoin("lapses", "lapsed_month", "points_month")
          .select(({ref}) => [
            "points_month",
            ...moves.map((name) => s.coalesce(ref(name), none).as(name)),
            s.coalesce(ref("earning_members"), s.num(0)).as("earning_members"),
            s.coalesce(ref("redeeming_members"), s.num(0)).as("redeeming_members"),
            s
              .both(s.compare(ref("points_month"), "=", ref("as_of_month")), s.not(ref("is_month_complete")))
              .as("is_partial")
          ])
      )
      .with("run", (db) =>
        db
          .selectFrom("sums")
          .selectAll()
          .select(({ref}) => {
            const [first, ...rest] = moves.map((name) => ref(name) as s.Value<number>);
            const change = rest.reduce((total, x) => s.add(total, x) as s.Value<number>, first!);
            return [
              s.toMoney(change).as("change"),
              s.toMoney(s.running(s.sum(change), {orderBy: [ref("points_month")]})).as("closing")
            ];
          })
      )
      .selectFrom("run")
      .select(({ref}) => [
        "points_month",
        s.toMoney(s.subtract(ref("closing"), ref("change"))).as("opening_points"),
        ...moves.map((name) => ref(name).as(`${name}_points` as const)),
        ref("closing").as("closing_points"),
        "earning_members",
        "redeeming_members",
        "is_partial"
      ]);
  }
});
