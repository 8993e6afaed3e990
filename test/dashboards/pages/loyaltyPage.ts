import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {body, type LoyaltyData} from "../../../dashboards/pages/loyalty/body.ts";
import type {
  CohortRow,
  EffectRow,
  Fault,
  FaultRow,
  MonthRow,
  MoveRow,
  Summary,
  TierRow
} from "../../../dashboards/pages/loyalty/rows.ts";

const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
export const [en, zh] = [pageContext("/loyalty", "en", company), pageContext("/loyalty", "zh", company)];

const month = (n: number) => new Date(Date.UTC(2026, 5 - n, 1));

export const summary: Summary = {
  members: 1200,
  active_members: 900,
  redeeming_members: 220,
  earned_points: 170_000,
  redeemed_points: 70_000,
  expired_points: 23_000,
  lapsed_points: 0,
  adjusted_points: -7000,
  outstanding_points: 70_000,
  owed_points: 0,
  owing_members: 0,
  undated_points: 0,
  expiring_points: 9000,
  expiring_members: 180,
  earned_points_365d: 120_000,
  redeemed_points_365d: 54_000,
  redemption_rate_365d: 0.45,
  course_points: 48_000,
  course_members: 480,
  course_redeemed_share: 0.52,
  course_redeemed_low: 0.45,
  course_redeemed_high: 0.58,
  breakage_source: "learnt",
  breakage_share: 0.7,
  expected_points: 21_000,
  point_value: 0.01,
  face_value: 700,
  liability: 210,
  books_expiry: true
};

/** Fifteen months that add up, the last still running. */
export const months: MonthRow[] = Array.from({length: 15}, (_, i) => ({
  points_month: month(14 - i),
  opening_points: 1000 * i,
  earned_points: 3000,
  redeemed_points: -1200,
  expired_points: -700,
  lapsed_points: 0,
  adjusted_points: -100,
  closing_points: 1000 * (i + 1),
  earning_members: 100,
  redeeming_members: 30,
  is_partial: i === 14
}));

/** One month of earning with its redeemed shares by age. */
export const cohort = (before: number, shares: readonly number[], members = 40): CohortRow[] =>
  shares.map((share, age) => ({
    gained_month: month(before),
    months_since: age,
    gained_points: 1000,
    redeemed_points: 0,
    redeemed_so_far: share * 1000,
    redeemed_share: share,
    members,
    is_over: false,
    is_partial: age === before
  }));

export const tier = (name: string, position: number, members: number, change: Partial<TierRow> = {}): TierRow => ({
  tier: name,
  position,
  from_points: position === 1 ? 0 : 250 * position,
  from_revenue: null,
  members,
  members_12m_before: members,
  active_members: Math.round(members * 0.8),
  redeeming_members: Math.round(members * 0.2),
  outstanding_points: members * 60,
  earned_points_365d: members * 100,
  redeemed_points_365d: members * 40,
  net_revenue_365d: members * 80,
  ...change
});

export const move = (from_tier: string, to_tier: string, members: number, months_before = 12): MoveRow => ({
  from_on: new Date("2025-06-30"),
  to_on: company.asOf,
  months_before,
  from_tier,
  to_tier,
  members
});

export const effect = (measure: EffectRow["measure"], change: Partial<EffectRow> = {}): EffectRow => ({
  measure,
  state: "measured",
  window_days: 180,
  pairs: 240,
  unmatched: 30,
  exposed_before: 1,
  exposed_after: 2.4,
  matched_before: 1,
  matched_after: 2,
  difference: 0.4,
  low: 0.1,
  high: 0.7,
  is_clear: true,
  placebo_pairs: 0,
  placebo_difference: null,
  placebo_low: null,
  placebo_high: null,
  ...change
});

export const fault = (name: Fault, entries: number, members = entries, points = entries * 10): FaultRow => ({
  fault: name,
  entries,
  members,
  points,
  first_on: null,
  last_on: null
});

export const data: LoyaltyData = {
  summary,
  months,
  ages: [0, 1, 4, 7, 10, 13].map((age_months) => ({
    age_months,
    course_points: 40_000,
    redeemed_later_points: 12_000,
    redeemed_later_share: 0.3,
    outstanding_points: 10_000,
    members: age_months === 13 ? 4 : age_months === 4 ? 60 : 90,
    expected_share: 0.3,
    expected_points: 3000
  })),
  cohorts: [
    ...cohort(
      11,
      Array.from({length: 12}, (_, i) => i / 40)
    ),
    ...cohort(
      8,
      Array.from({length: 9}, (_, i) => i / 20)
    )
  ],
  expiring: Array.from({length: 14}, (_, i) => ({
    expires_month: month(-i),
    points: 5000,
    members: i === 2 ? 6 : i === 3 ? 20 : 50,
    is_overdue: false
  })),
  tiers: [tier("Leaf", 1, 900), tier("Blossom", 2, 250), tier("Estate", 3, 50)],
  moves: [
    move("Leaf", "Leaf", 500),
    move("Leaf", "Blossom", 60),
    move("Blossom", "Blossom", 150),
    move("Blossom", "Leaf", 30),
    move("Blossom", "Estate", 20),
    move("Estate", "Estate", 30),
    move("(new)", "Leaf", 370),
    move("(new)", "Blossom", 40)
  ],
  effects: [effect("purchase_days"), effect("net_revenue", {difference: 12.5, low: 3, high: 22})],
  faults: [fault("redeemed_before_earned", 24), fault("balance_below_zero", 3), fault("unknown_member", 0)]
};

export const render = (change: Partial<LoyaltyData> = {}, c = en) =>
  body("What do points cost and change?", {...data, ...change}, c);
