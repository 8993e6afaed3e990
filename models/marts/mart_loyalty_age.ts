import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intPointsLot} from "../intermediate/int_points_lot.ts";
import {intPointsUse} from "../intermediate/int_points_use.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

/** Ages that are told apart; older points are of the last. */
const oldest = 120;
const daysPerAge = 30;
/** Members whose points have run their course from which on breakage is learnt. */
export const leastMembers = 30;

/**
 * How old outstanding points are and how many of them will be redeemed, one row per age of 30 days that points have reached.
 *
 * Learnt from points that have run their course: of those still there at the start of an age, the share redeemed later. So points that
 * have lain long are worth less than fresh ones, as far as experience says so. Under 30 members with such points, or at an age without
 * experience, all are expected to be redeemed. Points that paid what a member owed were
 * used at once. A configured breakage takes the place of what is learnt.
 */
export const martLoyaltyAge = model({
  name: "mart_loyalty_age",
  title: {
    en: "How old outstanding points are and how many will be redeemed, one row per 30 days of age.",
    zh: "未用积分的账龄与预计兑换，每 30 天账龄一行。"
  },
  from: [intAsOf, intPointsLot, intPointsUse],
  grain: ["age_months"],
  columns: z.strictObject({
    age_months: c.count("Age in full 30 days; 120 is that or more.", "满 30 天的账龄，120 为及以上。"),
    course_points: c.money(
      "Points that have run their course, still there at the start of this age.",
      "已到期积分中到此账龄仍未用者。"
    ),
    redeemed_later_points: c.money("Of these, redeemed at this age or later.", "其中此后兑换者。"),
    redeemed_later_share: c.share("Their share.", "此后兑换占比。").nullable(),
    outstanding_points: c.money("Points of this age at as_of.", "截止日此账龄的未用积分。"),
    members: c.count("Members who have them.", "持有会员数。"),
    expected_share: c.share("Share of them that is expected to be redeemed.", "预计兑换占比。"),
    expected_points: c.number("Points that are expected to be redeemed.", "预计兑换积分。")
  }),
  query: (db, {loyalty}) =>
    db
      .with("course", (db) =>
        db
          .selectFrom("int_points_lot")
          .where("is_over", "=", true)
          .select(({ref}) => [
            s.coalesce(s.sum(s.subtract(ref("points"), ref("adjusted_points"))), s.amount("0")).as("base"),
            s.countDistinct(ref("customer_id")).as("course_members")
          ])
      )
      .with("left", (db) =>
        db
          .selectFrom("int_points_use")
          .innerJoin("int_points_lot", "int_points_lot.entry_id", "int_points_use.entry_id")
          .where("is_over", "=", true)
          .where("use_kind", "<>", "adjust")
          .select(({ref}) => [
            ageOf(s.daysBetween(ref("int_points_use.gained_on"), ref("used_on"))).as("left_age"),
            "use_kind",
            "int_points_use.points"
          ])
      )
      .with("by_age", (db) =>
        db
          .selectFrom("left")
          .groupBy("left_age")
          .select(({ref}) => [
            "left_age",
            s.sum(ref("points")).as("gone"),
            s
              .sum(s.when(s.compare(ref("use_kind"), "=", s.text("redeem")), ref("points"), s.amount("0")))
              .as("redeemed")
          ])
      )
      .with("held", (db) =>
        db
          .selectFrom("int_points_lot")
          .crossJoin("int_as_of")
          .where("remaining_points", ">", 0)
          .select(({ref}) => [
            ageOf(s.daysBetween(ref("gained_on"), ref("as_of_on"))).as("held_age"),
            "customer_id",
            "remaining_points"
          ])
      )
      .with("by_held", (db) =>
        db
          .selectFrom("held")
          .groupBy("held_age")
          .select(({ref}) => [
            "held_age",
            s.sum(ref("remaining_points")).as("outstanding"),
            s.countDistinct(ref("customer_id")).as("members")
          ])
      )
      .with("ages", (db) =>
        db
          .selectFrom(s.series(0, oldest))
          .leftJoin("by_age", "left_age", "n")
          .leftJoin("by_held", "held_age", "n")
          .select(({ref}) => {
            const none = s.amount("0");
            const [gone, redeemed] = [s.coalesce(ref("gone"), none), s.coalesce(ref("redeemed"), none)];
            return [
              "n",
              s.toMoney(gone).as("gone"),
              s.toMoney(s.running(s.sum(gone), {orderBy: [ref("n")]})).as("gone_so_far"),
              s.toMoney(s.running(s.sum(redeemed), {orderBy: [s.descending(ref("n"))]})).as("redeemed_later"),
              s.toMoney(s.coalesce(ref("outstanding"), none)).as("outstanding"),
              s.coalesce(ref("members"), s.num(0)).as("members")
            ];
          })
      )
      .with("learnt", (db) =>
        db
          .selectFrom("ages")
          .crossJoin("course")
          .select(({ref}) => [
            "n",
            "gone",
            "redeemed_later",
            "outstanding",
            "members",
            "course_members",
            s.toMoney(s.add(s.subtract(ref("base"), ref("gone_so_far")), ref("gone"))).as("course")
          ])
      )
      .with("told", (db) =>
        db
          .selectFrom("learnt")
          .where(({ref}) =>
            s.either(s.compare(ref("gone"), ">", s.num(0)), s.compare(ref("outstanding"), ">", s.num(0)))
          )
          .selectAll()
          .select(({ref}) => {
            const share = s.ratio(ref("redeemed_later"), ref("course"));
            const isKnown = s.compare(ref("course_members"), ">=", s.num(leastMembers));
            const one = s.toDouble(s.num(1));
            return [
              share.as("share"),
              (loyalty.breakage === null
                ? s.coalesce(s.onlyWhen(isKnown, share), one)
                : s.toDouble(s.num(1 - loyalty.breakage))
              ).as("expected")
            ];
          })
      )
      .selectFrom("told")
      .select(({ref}) => [
        ref("n").as("age_months"),
        ref("course").as("course_points"),
        ref("redeemed_later").as("redeemed_later_points"),
        ref("share").as("redeemed_later_share"),
        ref("outstanding").as("outstanding_points"),
        "members",
        ref("expected").as("expected_share"),
        s.multiply(s.toDouble(ref("outstanding")), ref("expected")).as("expected_points")
      ])
});

/** Full 30 days of so many days, at most the oldest. */
const ageOf = (days: s.Value<number>) =>
  s.least(
    s.toBigint(s.floor(s.ratio(s.greatest(days, s.num(0)), s.num(daysPerAge)).$notNull())),
    s.toBigint(s.num(oldest))
  );
