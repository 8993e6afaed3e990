import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {noTier} from "./int_loyalty_tier.ts";
import {intTierStep} from "./int_tier_step.ts";

/** How many month ends back the tiers of members are known. */
export const tierMonths = 12;

/**
 * The tier of a member at as_of and at the 12 month ends before it, one row per member and day, from the member's first entry on.
 *
 * By the configured rules it is the highest tier whose limit the points earned, or the net revenue, of the window reached on that day, or on
 * one of the days of grace before it. Without rules it is the tier of the last entry that names one. Corrections take nothing from
 * what was earned; (none) is who reached no tier.
 */
export const intMemberTier = model({
  name: "int_member_tier",
  title: {
    en: "The tier of a member at as_of and at past month ends, one row per member and day.",
    zh: "会员在截止日与历次月末的等级，每位会员每日一行。"
  },
  from: [intAsOf, intTierStep],
  grain: ["month_on", "customer_id"],
  shard: "customer_id",
  columns: z.strictObject({
    month_on: c.day("As of the end of this day.", "该日末。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    months_before: c.count("0 is as_of, 1 the last month end before it.", "0 为截止日，1 为其前最近月末。"),
    tier: c.text("The tier, or (none).", "等级，或 (none) 未达任何等级。")
  }),
  query: (db, {loyalty}) => {
    const {tiers, graceDays} = loyalty;
    const tierAt = (measure: s.Value<number>) =>
      tiers.reduce<s.Value<string>>(
        (lower, {tier, points, revenue}) =>
          s.when(s.compare(measure, ">=", s.amount(String(points ?? revenue))), s.text(tier).$castTo<string>(), lower),
        s.text(noTier).$castTo<string>()
      );
    return db
      .with("days", (db) =>
        db
          .selectFrom("int_as_of")
          .crossJoin(s.series(0, tierMonths))
          .select(({ref}) => [
            ref("n").as("months_before"),
            s
              .when(
                s.compare(ref("n"), "=", s.num(0)),
                ref("as_of_on"),
                s.addDays(s.addMonths(ref("as_of_month"), s.subtract(s.num(1), ref("n"))), s.num(-1))
              )
              .as("month_on")
          ])
      )
      .selectFrom("int_tier_step")
      .crossJoin("days")
      .whereRef("member_from_on", "<=", "month_on")
      .whereRef("step_on", "<=", "month_on")
      .where(({ref}) => s.coalesce(s.compare(s.addDays(ref("next_on"), s.num(graceDays)), ">", ref("month_on")), s.yes))
      .groupBy(["month_on", "customer_id", "months_before"])
      .select(({ref}) => [
        "month_on",
        "customer_id",
        "months_before",
        (tiers.length
          ? tierAt(s.max(ref("measure")) as unknown as s.Value<number>)
          : s.coalesce(s.latest(ref("named_tier"), ref("step_on")), s.text(noTier)).$castTo<string>()
        ).as("tier")
      ]);
  }
});
