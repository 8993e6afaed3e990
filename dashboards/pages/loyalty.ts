import {martLoyaltyAge} from "../../models/marts/mart_loyalty_age.ts";
import {martLoyaltyCohort} from "../../models/marts/mart_loyalty_cohort.ts";
import {martLoyaltyFault} from "../../models/marts/mart_loyalty_fault.ts";
import {martLoyaltyMonth} from "../../models/marts/mart_loyalty_month.ts";
import {martLoyaltyMove} from "../../models/marts/mart_loyalty_move.ts";
import {martLoyaltySummary} from "../../models/marts/mart_loyalty_summary.ts";
import {martLoyaltyTier} from "../../models/marts/mart_loyalty_tier.ts";
import {martMemberEffect} from "../../models/marts/mart_member_effect.ts";
import {martPointsExpiring} from "../../models/marts/mart_points_expiring.ts";
import {page} from "../page.ts";
import {body} from "./loyalty/body.ts";
import {loyaltyStart} from "./loyalty/loyaltyStart.ts";

const question = {en: "What do points cost and change?", zh: "积分花费多少，带来什么？"};

/** Loyalty: where points come from and go, what they will cost, who is in which tier, what members buy beside their like. */
export const loyalty = page({
  path: "/loyalty",
  label: {en: "Loyalty", zh: "会员积分"},
  question,
  marts: [
    martLoyaltySummary,
    martLoyaltyMonth,
    martLoyaltyAge,
    martLoyaltyCohort,
    martPointsExpiring,
    martLoyaltyTier,
    martLoyaltyMove,
    martMemberEffect,
    martLoyaltyFault
  ],
  render: (data, c) =>
    body(
      question[c.lang],
      {
        summary: data.mart_loyalty_summary[0],
        months: data.mart_loyalty_month,
        ages: data.mart_loyalty_age,
        cohorts: data.mart_loyalty_cohort,
        expiring: data.mart_points_expiring,
        tiers: data.mart_loyalty_tier,
        moves: data.mart_loyalty_move,
        effects: data.mart_member_effect,
        faults: data.mart_loyalty_fault
      },
      c
    ),
  live: {
    module: "loyalty",
    data: (data, c) => loyaltyStart({months: data.mart_loyalty_month, tiers: data.mart_loyalty_tier}, c)
  }
});
