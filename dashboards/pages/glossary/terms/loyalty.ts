import {term, type Subject} from "../term.ts";

/** Words of the points programme. */
export const loyalty: Subject = {
  subject: {en: "Loyalty", zh: "会员积分"},
  terms: [
    term(
      "outstanding-points",
      [
        "Outstanding points",
        "What is left of the points that members gained: the oldest are used first, what expired is gone. It is the sum of the ledger's entries, less points past their date where the ledger books no expiry, plus what members owe whose balance is below zero."
      ],
      [
        "未用积分",
        "会员所获积分中尚存部分：先使用最早的积分，过期者不计。等于流水合计，减去流水未记账而已到期的积分，加上余额为负的会员所欠积分。"
      ],
      ["mart_loyalty_summary", "outstanding_points"]
    ),
    term(
      "points-liability",
      [
        "Liability",
        "Outstanding points × the value of a point × (1 − breakage): what redeeming them is expected to cost."
      ],
      ["积分负债", "未用积分 × 每积分价值 ×（1 − 损耗率）：预计兑换成本。"],
      ["mart_loyalty_summary", "liability"]
    ),
    term(
      "breakage",
      [
        "Breakage",
        "Share of outstanding points that will never be redeemed. Learnt from points that have run their course: of those that were still there at the same age, the share never redeemed; or as configured."
      ],
      ["损耗率", "未用积分中永不兑换的占比。由已到期的积分学得：到同一账龄仍未用者中最终未兑换的占比；亦可配置。"],
      ["mart_loyalty_summary", "breakage_share"]
    ),
    term(
      "redemption-rate",
      [
        "Redemption rate",
        "Points redeemed ÷ points earned in the last 365 days; and, of points that have run their course, the share redeemed, with its 95% interval over members."
      ],
      ["兑换率", "近 365 天兑换积分 ÷ 获得积分；以及已到期积分中已兑换的占比，附按会员计算的 95% 区间。"],
      ["mart_loyalty_summary", "redemption_rate_365d"]
    ),
    term(
      "active-member",
      ["Active member", "A member who earned or redeemed points in the last 365 days."],
      ["活跃会员", "近 365 天内获得或兑换过积分的会员。"],
      ["mart_loyalty_summary", "active_members"]
    ),
    term(
      "points-lot",
      [
        "Lot",
        "Points gained by one entry. Lots are used first in, first out; each is redeemed, expired, taken back or left."
      ],
      ["积分批次", "一条流水获得的积分。先进先出使用；每批分为已兑换、已过期、被冲减与剩余。"],
      ["int_points_lot", "remaining_points"]
    ),
    term(
      "member-tier",
      [
        "Tier",
        "The highest tier whose limit the points earned, or the net revenue, of the configured window reached on that day or within the days of grace before it; without rules, the tier that the ledger names."
      ],
      ["会员等级", "配置窗口内所获积分或净收入在当日或其前宽限期内达到的最高等级；未配置规则时为流水所载等级。"],
      ["int_member_tier", "tier"]
    ),
    term(
      "member-effect",
      [
        "Members and their like",
        "Change of purchases after joining, less the change of customers alike who were no members, over 180 days: an association, since who joins may mean to buy more anyway."
      ],
      ["会员与相似客户", "入会后 180 天的购买变化减去相似非会员的变化：为关联而非因果，入会者可能本就打算多买。"],
      ["mart_member_effect", "difference"]
    )
  ]
};
