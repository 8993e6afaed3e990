import type {martRiskMonth} from "../../../models/marts/mart_risk_month.ts";
import type {RowOf} from "../../../models/model.ts";
import {difference, type Difference} from "../cohorts/intervals.ts";

export type RiskRow = RowOf<typeof martRiskMonth>;

/** What was at risk at one snapshot. */
export interface AtRisk {
  on: Date;
  expected: number;
  value: number;
  low: number;
  high: number;
}

/** Value at risk now, at the month ends before, and how its share of the expected revenue moved. */
export interface Risk {
  now: AtRisk;
  /** Oldest first, the last one now. */
  course: AtRisk[];
  /** Since the last month end, in money; none where now is the only snapshot. */
  change: {since: Date; amount: Difference} | null;
  /**
   * Share of the expected revenue at risk, now less that of the oldest snapshot with a year of history behind it; none where that
   * is under three months ago: in a young history nobody can have been silent for long.
   */
  share: {since: Date; before: number; now: number; points: Difference} | null;
}

const [year, season] = [365 * 86_400_000, 90 * 86_400_000];

/** Reads the snapshots; undefined where there is none at as_of: nothing tells who leaves. */
export function riskOf(rows: readonly RiskRow[], historyFrom: Date | null): Risk | undefined {
  const sorted = rows.toSorted((a, b) => +a.snapshot_on - +b.snapshot_on);
  if (!sorted.at(-1)?.is_as_of) return undefined;
  const course = sorted.map((row): AtRisk => ({
    on: row.snapshot_on,
    expected: row.expected_revenue,
    value: row.value_at_risk,
    low: row.value_low,
    high: row.value_high
  }));
  const [now, last] = [course.at(-1)!, course.at(-2)];
  const first = course.find(({on, expected}) => expected > 0 && historyFrom && +on - +historyFrom >= year);
  const isComparable = first && now.expected > 0 && +now.on - +first.on >= season;
  const [part, past] = [shareOf(now), first && shareOf(first)];
  return {
    now,
    course,
    change: last ? {since: last.on, amount: moved(now, last)} : null,
    share:
      isComparable && past ? {since: first.on, before: past.value, now: part.value, points: moved(part, past)} : null
  };
}

type Ends = Pick<AtRisk, "value" | "low" | "high">;

/** a − b, each end as far off as both ends together: MOVER (Zou & Donner 2008), as if the two erred independently. */
const moved = (a: Ends, b: Ends): Difference => {
  const value = a.value - b.value;
  const low = value - Math.hypot(a.value - a.low, b.high - b.value);
  return difference(value, low, value + Math.hypot(a.high - a.value, b.value - b.low));
};

const shareOf = ({value, low, high, expected}: AtRisk): Ends => ({
  value: value / expected,
  low: low / expected,
  high: high / expected
});
