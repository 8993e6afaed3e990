import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCustomerPoints} from "../intermediate/int_customer_points.ts";
import {intPointsLot} from "../intermediate/int_points_lot.ts";
import {intPointsRule} from "../intermediate/int_points_rule.ts";
import {ratioMargin} from "../loyalty/courseShare.ts";
import {memberBalances, memberLots, pointsBooked, pointsHeld} from "../loyalty/pointTotals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {leastMembers, martLoyaltyAge} from "./mart_loyalty_age.ts";

/**
 * The points programme at as_of, one row.
 *
 * outstanding = what the entries of known members sum to less what lapsed, plus what members owe whose balance is below zero. Liability = outstanding
 * × value of a point × (1 − breakage); null without loyalty.point_value. Breakage is the share of outstanding points that will never be
 * redeemed: configured, or learnt at their age from points that have run their course (mart_loyalty_age), where at least 30 members had such
 * points; else none. The interval of the redeemed share is over members (Cochran's ratio estimator).
 */
export const martLoyaltySummary = model({
  name: "mart_loyalty_summary",
  title: {en: "The points programme, one row.", zh: "积分计划概况，共一行。"},
  from: [intAsOf, intCustomerPoints, intPointsLot, intPointsRule, martLoyaltyAge],
  grain: [],
  columns: z.strictObject({
    members: c.count("Customers with an entry.", "有积分流水的客户数。"),
    active_members: c.count("Of these, who earned or redeemed in 365 days.", "近 365 天有获得或兑换的会员数。"),
    redeeming_members: c.count("Of these, who redeemed in 365 days.", "近 365 天兑换过的会员数。"),
    earned_points: c.money("Points earned so far.", "累计获得。"),
    redeemed_points: c.money("Points redeemed so far.", "累计兑换。"),
    expired_points: c.money("Points that the ledger expired so far.", "累计流水过期。"),
    lapsed_points: c.money("Points that passed their date so far, where the ledger books no expiry.", "累计推算失效。"),
    adjusted_points: c.money("Corrections so far, of either sign.", "累计调整（净额）。"),
    outstanding_points: c.money("Points that members have.", "未用积分。"),
    owed_points: c.money("Points below zero of members who took more than they had.", "透支积分。"),
    owing_members: c.count("Those members.", "透支会员数。"),
    undated_points: c.money("Of those outstanding, without a date of expiry.", "无到期日的未用积分。"),
    expiring_points: c.money("Of those outstanding, expiring within 90 days.", "90 天内到期的未用积分。"),
    expiring_members: c.count("Members who have those.", "持有 90 天内到期积分的会员数。"),
    earned_points_365d: c.money("Points earned in 365 days.", "近 365 天获得。"),
    redeemed_points_365d: c.money("Points redeemed in 365 days.", "近 365 天兑换。"),
    redemption_rate_365d: c
      .number("Redeemed ÷ earned in 365 days; may pass 1.", "近 365 天兑换 ÷ 获得，可大于 1。")
      .nullable(),
    course_points: c.money(
      "Points that have run their course, less what was taken back.",
      "已到期的积分（已扣除冲减）。"
    ),
    course_members: c.count("Members who had them.", "曾持有者人数。"),
    course_redeemed_share: c.share("Of these points, redeemed.", "其中已兑换占比。").nullable(),
    course_redeemed_low: c.share("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
    course_redeemed_high: c.share("Upper end of its 95 % interval.", "95% 区间上限。").nullable(),
    breakage_source: c.oneOf(
      ["configured", "learnt", "none"],
      "Where the breakage comes from; none: too few points have run their course.",
      "损耗率来源；none 为到期积分过少。"
    ),
    breakage_share: c
      .share("Share of outstanding points that will never be redeemed.", "未用积分中预计永不兑换的占比。")
      .nullable(),
    expected_points: c.number("Outstanding points that will be redeemed.", "预计将被兑换的未用积分。"),
    point_value: c
      .number(
        "What a point is worth, in the company's currency; null: not configured.",
        "每积分价值（公司币种）；空为未配置。"
      )
      .nullable(),
    face_value: c.money("Outstanding points × that value.", "未用积分 × 每积分价值。").nullable(),
    liability: c.money("The same × (1 − breakage).", "同上 ×（1 − 损耗率）。").nullable(),
    books_expiry: c.flag("The ledger has entries of expired points.", "流水中有过期记录。")
  }),
  query: (db, {loyalty}) => {
    const none = s.amount("0");
    const {pointValue} = loyalty;
    const value = pointValue === null ? s.nothing<number>("double precision") : s.toDouble(s.num(pointValue));
    const worth = (points: s.Value<number>) => s.toMoney(s.round(s.multiply(s.toDouble(points), value), 4));
    return db
      .with("booked", (db) => pointsBooked(db))
      .with("lots", (db) => memberLots(db))
      .with("balances", (db) => memberBalances(db))
      .with("held", (db) => pointsHeld(db))
      .with("expected", (db) =>
        db
          .selectFrom("mart_loyalty_age")
          .select(({ref}) => s.coalesce(s.sum(s.toMoney(s.round(ref("expected_points"), 4))), none).as("expected"))
      )
      .with("all", (db) =>
        db
          .selectFrom("booked")
          .crossJoin("held")
          .crossJoin("expected")
          .crossJoin("int_points_rule")
          .selectAll()
          .select(({ref}) => [
            s.ratio(ref("course_redeemed"), ref("course_points")).as("share"),
            ratioMargin(
              ref("course_members"),
              [ref("course_redeemed"), ref("course_points")],
              [ref("rr"), ref("rp"), ref("pp")]
            ).as("margin"),
            s
              .least(
                s.greatest(s.toDouble(ref("expected")), s.toDouble(s.num(0))),
                s.toDouble(ref("outstanding_points"))
              )
              .as("kept")
          ])
      )
      .selectFrom("all")
      .select(({ref}) => {
        const source =
          loyalty.breakage === null
            ? s.when(s.compare(ref("course_members"), ">=", s.num(leastMembers)), s.text("learnt"), s.text("none"))
            : s.text("configured");
        const lost = s.ratio(s.subtract(s.toDouble(ref("outstanding_points")), ref("kept")), ref("outstanding_points"));
        return [
          "members",
          "active_members",
          "redeeming_members",
          "earned_points",
          "redeemed_points",
          "expired_points",
          "lapsed_points",
          "adjusted_points",
          "outstanding_points",
          "owed_points",
          "owing_members",
          "undated_points",
          "expiring_points",
          "expiring_members",
          "earned_points_365d",
          "redeemed_points_365d",
          s.ratio(ref("redeemed_points_365d"), ref("earned_points_365d")).as("redemption_rate_365d"),
          "course_points",
          "course_members",
          ref("share").as("course_redeemed_share"),
          s
            .onlyWhen(
              s.isKnown(ref("margin")),
              s.greatest<number | null>(s.subtract(ref("share"), ref("margin")), s.toDouble(s.num(0)))
            )
            .as("course_redeemed_low"),
          s
            .onlyWhen(
              s.isKnown(ref("margin")),
              s.least<number | null>(s.add(ref("share"), ref("margin")), s.toDouble(s.num(1)))
            )
            .as("course_redeemed_high"),
          source.$castTo<"configured" | "learnt" | "none">().as("breakage_source"),
          (loyalty.breakage === null
            ? s.onlyWhen(s.compare(ref("course_members"), ">=", s.num(leastMembers)), lost)
            : s.toDouble(s.num(loyalty.breakage)).$castTo<number | null>()
          ).as("breakage_share"),
          ref("kept").as("expected_points"),
          value.$castTo<number | null>().as("point_value"),
          worth(ref("outstanding_points")).as("face_value"),
          worth(ref("kept")).as("liability"),
          "books_expiry"
        ];
      });
  }
});
