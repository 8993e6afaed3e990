import type {Expression} from "kysely";
import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCustomerLoyalty} from "../intermediate/int_customer_loyalty.ts";
import {intCustomerPoints} from "../intermediate/int_customer_points.ts";
import {intPointsLot} from "../intermediate/int_points_lot.ts";
import {intPointsRule} from "../intermediate/int_points_rule.ts";
import {intPointsUse} from "../intermediate/int_points_use.ts";
import {happenedBy} from "../intermediate/happenedBy.ts";
import {balanceBreaks} from "../loyalty/balanceBreaks.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgLoyaltyLedger} from "../staging/stg_loyalty_ledger.ts";

export const loyaltyFaults = [
  "redeemed_before_earned",
  "taken_beyond_balance",
  "balance_below_zero",
  "balance_disagrees",
  "opening_balance",
  "unknown_member",
  "expires_before_gained",
  "late_end",
  "overdue",
  "no_points"
] as const;
type Fault = (typeof loyaltyFaults)[number];

/**
 * What does not add up in the points account, one row per kind of fault, also where there is none of it.
 *
 * redeemed_before_earned: redemptions of more than was there; points are those not covered. taken_beyond_balance: the same of expiries and
 * corrections. balance_below_zero: members whose balance is below zero at as_of, counted by their last state; points are what they owe.
 * balance_disagrees: entries whose balance differs from the balance before it plus what happened between, so entries are missing
 * or wrong; opening_balance: members whose first balance holds more or less than its entry. unknown_member: entries that name nobody,
 * which count nowhere else. expires_before_gained: gains whose expiry lies before them. late_end: gains that expire later than they say, as older
 * points outlive them. overdue: gains past their date that a ledger which books expiry has not booked. no_points: entries of no points.
 */
export const martLoyaltyFault = model({
  name: "mart_loyalty_fault",
  title: {en: "What does not add up in the points account, one row per kind of fault.", zh: "积分账的异常，每类一行。"},
  from: [intAsOf, intCustomerLoyalty, intCustomerPoints, intPointsLot, intPointsRule, intPointsUse, stgLoyaltyLedger],
  grain: ["fault"],
  columns: z.strictObject({
    fault: c.oneOf(loyaltyFaults, "What is wrong.", "异常类型。"),
    entries: c.count("Entries or, for balances below zero, members.", "流水条数（余额为负时为会员数）。"),
    members: c.count("Members of whom they are.", "涉及会员数。"),
    points: c.money("Points that are concerned, without sign.", "涉及积分（绝对值）。"),
    first_on: c.day("Day of the first; null: none.", "最早日期。").nullable(),
    last_on: c.day("Day of the last; null: none.", "最晚日期。").nullable()
  }),
  query: (db) => {
    const none = s.amount("0");
    const row = (fault: Fault, member: Expression<string | null>, points: Expression<number>, on: Expression<Date>) => [
      s.text(fault).$castTo<Fault>().as("fault"),
      s.countRows().as("entries"),
      s.countDistinct(member).as("members"),
      s.toMoney(s.coalesce(s.sum(points), none)).as("points"),
      s.min(on).$castTo<Date | null>().as("first_on"),
      s.max(on).$castTo<Date | null>().as("last_on")
    ];
    const tables = db
      .with("covered", (db) =>
        db
          .selectFrom("int_points_use as use")
          .innerJoin("int_points_lot as lot", "lot.entry_id", "use.entry_id")
          .innerJoin("int_customer_points as taker", "taker.entry_id", "use.used_by")
          .where("use_kind", "<>", "lapse")
          .whereRef("lot.gained_at", "<=", "taker.happened_at")
          .groupBy("use.used_by")
          .select(({ref}) => ["use.used_by as taker_id", s.sum(ref("use.points")).as("covered")])
      )
      .with("short", (db) =>
        db
          .selectFrom("int_customer_points")
          .leftJoin("covered", "taker_id", "entry_id")
          .where("int_customer_points.points", "<", 0)
          .select(({ref}) => [
            "customer_id",
            "entry_type",
            "happened_on",
            s
              .toMoney(s.subtract(s.abs(ref("int_customer_points.points")), s.coalesce(ref("covered"), none)))
              .as("missing")
          ])
      )
      .with("balances", (db) =>
        db
          .selectFrom("int_points_lot")
          .groupBy("customer_id")
          .select(({ref}) => [
            "customer_id as held_id",
            s.sum(s.add(ref("remaining_points"), ref("lapsed_points"))).as("held")
          ])
      )
      .with("owed", (db) =>
        db
          .selectFrom("int_customer_loyalty as member")
          .leftJoin("balances", "held_id", "member.customer_id")
          .select(({ref}) => [
            "member.customer_id",
            ref("first_points_on").as("on_day"),
            s.toMoney(s.subtract(s.coalesce(ref("held"), none), s.coalesce(ref("points_balance"), none))).as("owed")
          ])
      )
      .with("breaks", () => balanceBreaks(db))
      .with("nameless", (db) =>
        db
          .selectFrom("stg_loyalty_ledger as entry")
          .leftJoin("int_customer_points as known", "known.entry_id", "entry.entry_id")
          .crossJoin("int_as_of")
          .where("known.entry_id", "is", null)
          .where(({ref}) => happenedBy(ref("entry.happened_at"), ref))
          .select(["entry.points", "entry.happened_on"])
      );
    const rest = db as unknown as typeof tables;
    const short = (from: typeof tables, fault: Fault, isRedeem: boolean) =>
      from
        .selectFrom("short")
        .where("missing", ">", 0)
        .where("entry_type", isRedeem ? "=" : "<>", "redeem")
        .select(({ref}) => row(fault, ref("customer_id"), ref("missing"), ref("happened_on")));
    const breaks = (fault: Fault, isFirst: boolean) =>
      rest
        .selectFrom("breaks")
        .where("is_first", "=", isFirst)
        .select(({ref}) => row(fault, ref("customer_id"), s.abs(ref("gap")), ref("happened_on")));
    const lots = (fault: Fault, isWrong: (ref: (name: any) => s.Value<any>) => s.Value<boolean>) =>
      rest
        .selectFrom("int_points_lot")
        .crossJoin("int_points_rule")
        .where(({ref}) => isWrong(ref as never))
        .select(({ref}) => row(fault, ref("customer_id"), ref("remaining_points"), ref("gained_on")));
    const others = [
      short(rest, "taken_beyond_balance", false),
      rest
        .selectFrom("owed")
        .where("owed", ">", 0)
        .select(({ref}) => row("balance_below_zero", ref("customer_id"), ref("owed"), ref("on_day"))),
      breaks("balance_disagrees", false),
      breaks("opening_balance", true),
      rest
        .selectFrom("nameless")
        .select(({ref}) =>
          row("unknown_member", s.nothing<string>("varchar"), s.abs(ref("points")), ref("happened_on"))
        ),
      rest
        .selectFrom("int_customer_points")
        .where("points", ">", 0)
        .whereRef("expires_at", "<", "happened_at")
        .select(({ref}) => row("expires_before_gained", ref("customer_id"), ref("points"), ref("happened_on"))),
      lots("late_end", (ref) => ref("is_late_end")),
      lots("overdue", (ref) =>
        s.both(ref("books_expiry"), ref("is_over"), s.compare(ref("remaining_points"), ">", s.num(0)))
      ),
      rest
        .selectFrom("int_customer_points")
        .where("points", "=", 0)
        .select(({ref}) => row("no_points", ref("customer_id"), ref("points"), ref("happened_on")))
    ];
    return others.reduce<any>((union, next) => union.unionAll(next), short(tables, "redeemed_before_earned", true));
  }
});
