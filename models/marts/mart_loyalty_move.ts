import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intMemberTier} from "../intermediate/int_member_tier.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {moveMonths} from "./mart_segment_move.ts";
import {outside} from "./outsideSegments.ts";

/**
 * Which members moved between tiers, one row per pair of days and pair of tiers that has members.
 *
 * to_on is as_of, from_on the last, third last and twelfth last month end before it. (new): no member yet on from_on; (none): a member of
 * no tier. Members never leave, so the rows of a day sum to the members at as_of, and those from a tier to its size then.
 */
export const martLoyaltyMove = model({
  name: "mart_loyalty_move",
  title: {
    en: "Which members moved between tiers, one row per pair of days and pair of tiers.",
    zh: "会员在等级间的移动，每对日期、每对等级一行。"
  },
  from: [intMemberTier],
  grain: ["from_on", "to_on", "from_tier", "to_tier"],
  columns: z.strictObject({
    from_on: c.day("The earlier day.", "较早日期。"),
    to_on: c.day("The later day: as_of.", "较晚日期：截止日。"),
    months_before: c.count("Month ends from one to the other: 1, 3 or 12.", "相隔的月末数：1、3 或 12。"),
    from_tier: c.text("Tier then, or (none), or (new).", "当时等级，或 (none)、(new) 新会员。"),
    to_tier: c.text("Tier now, or (none).", "现在等级，或 (none)。"),
    members: c.count("Members who made this move.", "会员数。")
  }),
  query: (db) =>
    db
      .with("days", (db) =>
        db
          .selectFrom("int_member_tier")
          .where(({ref}) =>
            s.either(...moveMonths.map((months) => s.compare(ref("months_before"), "=", s.num(months))))
          )
          .groupBy(["month_on", "months_before"])
          .select(["month_on as from_on", "months_before as months"])
      )
      .selectFrom("int_member_tier as now")
      .crossJoin("days")
      .leftJoin("int_member_tier as then", (on) =>
        on.onRef("then.customer_id", "=", "now.customer_id").onRef("then.month_on", "=", "days.from_on")
      )
      .where("now.months_before", "=", 0)
      .groupBy(({ref}) => [
        ref("from_on"),
        ref("now.month_on"),
        ref("months"),
        s.coalesce(ref("then.tier"), s.text(outside.new)),
        ref("now.tier")
      ])
      .select(({ref}) => [
        "from_on",
        "now.month_on as to_on",
        "months as months_before",
        s.coalesce(ref("then.tier"), s.text(outside.new)).$castTo<string>().as("from_tier"),
        "now.tier as to_tier",
        s.countRows().as("members")
      ])
});
