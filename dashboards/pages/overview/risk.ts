import type {martRiskMonth} from "../../../models/marts/mart_risk_month.ts";
import type {RowOf} from "../../../models/model.ts";
import {group} from "d3";
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

const half = (row: RiskRow): number => (row.churn_high - row.churn_low) / 2;
const total = (rows: readonly RiskRow[], of: (row: RiskRow) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);
const bandOf = (row: RiskRow): string => `${row.silence_band}/${row.orders_band}`;

/** A weighted sum of rates with its interval: bands err independently, customers of a band together. */
function weighted(weights: ReadonlyMap<string, {row: RiskRow; weight: number}>): Difference {
  const parts = [...weights.values()];
  const value = parts.reduce((sum, {row, weight}) => sum + weight * row.churn_share, 0);
  const margin = Math.hypot(...parts.map(({row, weight}) => weight * half(row)));
  return difference(value, value - margin, value + margin);
}

/** The weights of `now` less those of `before`, band by band. */
function moved(
  now: readonly RiskRow[],
  before: readonly RiskRow[],
  weigh: (rows: readonly RiskRow[]) => (row: RiskRow) => number
) {
  const weights = new Map<string, {row: RiskRow; weight: number}>();
  for (const [rows, sign] of [
    [now, 1],
    [before, -1]
  ] as const) {
    const weight = weigh(rows);
    for (const row of rows) {
      const held = weights.get(bandOf(row));
      weights.set(bandOf(row), {row, weight: (held?.weight ?? 0) + sign * weight(row)});
    }
  }
  return weighted(weights);
}

const amount = () => (row: RiskRow) => row.expected_revenue;
const part = (rows: readonly RiskRow[]) => {
  const all = total(rows, (row) => row.expected_revenue);
  return (row: RiskRow) => (all ? row.expected_revenue / all : 0);
};

/** Reads the snapshots; undefined where there is none at as_of: no horizon has closed yet. */
export function riskOf(rows: readonly RiskRow[], historyFrom: Date | null): Risk | undefined {
  const snapshots = [...group(rows, (row) => +row.snapshot_on).entries()]
    .sort(([a], [b]) => a - b)
    .map(([, own]) => own);
  const current = snapshots.at(-1);
  if (!current?.[0]?.is_as_of) return undefined;
  const course = snapshots.map((own): AtRisk => {
    const {value, low, high} = moved(own, [], amount);
    return {on: own[0]!.snapshot_on, expected: total(own, (row) => row.expected_revenue), value, low, high};
  });
  const last = snapshots.at(-2);
  const now = course.at(-1)!;
  const place = course.findIndex(({on, expected}) => expected > 0 && historyFrom && +on - +historyFrom >= year);
  const first = course[place];
  const comparable = first && +now.on - +first.on >= season;
  return {
    now,
    course,
    change: last ? {since: last[0]!.snapshot_on, amount: moved(current, last, amount)} : null,
    share: comparable
      ? {
          since: first.on,
          before: first.value / first.expected,
          now: now.value / now.expected,
          points: moved(current, snapshots[place]!, part)
        }
      : null
  };
}
