import {lifecycle} from "../../../dashboards/pages/lifecycle.ts";
import type {
  MonthRow,
  MoveRow,
  NetRow,
  Origin,
  ReactivationRow,
  SecondRow,
  Stage
} from "../../../dashboards/pages/lifecycle/rows.ts";
import {inRhythm} from "../../../models/intermediate/stageOf.ts";
import {stageSides} from "../../../models/marts/mart_stage_net.ts";
import {pageContext} from "../../../dashboards/build/pageContext.ts";

const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
export const [en, zh] = [pageContext("/lifecycle", "en", company), pageContext("/lifecycle", "zh", company)];
const day = (iso: string) => new Date(iso);
export const to = day("2026-06-24");

type Cells = Partial<Record<Origin, Partial<Record<Stage, number>>>>;

/** A month in which more fell silent than came back. */
export const usual: Cells = {
  loyal: {loyal: 200, slipping: 60},
  active: {active: 80, loyal: 30, slipping: 40},
  reactivated: {reactivated: 30, loyal: 20, slipping: 20},
  new: {new: 90, active: 40, slipping: 50},
  slipping: {slipping: 100, dormant: 90, loyal: 30},
  dormant: {dormant: 300, lost: 50, reactivated: 25},
  lost: {lost: 600, reactivated: 15},
  prospect: {prospect: 120, new: 12},
  not_known: {new: 60, prospect: 11},
  undated: {prospect: 40}
};

export const movesOf = (cells: Cells, months = 1, from = "2026-05-31"): MoveRow[] =>
  Object.entries(cells).flatMap(([from_stage, row]) =>
    Object.entries(row).map(([to_stage, customers]) => ({
      from_on: day(from),
      to_on: to,
      months,
      from_stage: from_stage as Origin,
      to_stage: to_stage as Stage,
      customers,
      net_revenue_12m: customers * 10,
      is_partial: true,
      is_settled: true
    }))
  );

export function netsOf(moves: readonly MoveRow[]): NetRow[] {
  const dated = moves.filter(({from_stage}) => from_stage !== "undated");
  const all = dated.reduce((sum, {customers}) => sum + customers, 0);
  return stageSides.map((stage, i) => {
    const among = (one: string) =>
      stage === "in_rhythm" ? (inRhythm as readonly string[]).includes(one) : one === stage;
    const sum = (rows: readonly MoveRow[]) => rows.reduce((total, {customers}) => total + customers, 0);
    const entered = dated.filter((row) => among(row.to_stage) && !among(row.from_stage));
    const left = sum(dated.filter((row) => among(row.from_stage) && !among(row.to_stage)));
    const net = sum(entered) - left;
    const half = 1.96 * Math.sqrt(sum(entered) + left - net ** 2 / all);
    const [{from_on, to_on, months, is_partial, is_settled}] = moves as [MoveRow];
    return {
      from_on,
      to_on,
      months,
      stage,
      position: i + 1,
      entered_customers: sum(entered),
      newcomers: sum(entered.filter(({from_stage}) => ["prospect", "not_known"].includes(from_stage))),
      left_customers: left,
      net_customers: net,
      net_low: net - half,
      net_high: net + half,
      is_partial,
      is_settled
    };
  });
}

const stages = ["prospect", "new", "active", "loyal", "slipping", "dormant", "lost", "reactivated"] as const;
const after: Partial<Record<Stage, number>> = {slipping: 56, dormant: 112, lost: 230};

export const monthsOf = (ends: readonly string[], settled = true, customers = 100): MonthRow[] =>
  ends.flatMap((end, i) =>
    stages.map((stage, j) => ({
      month_on: day(end),
      stage,
      position: j + 1,
      customers: customers + i,
      customers_before: customers,
      entered_customers: 20,
      left_customers: 19,
      undated_customers: 0,
      net_revenue_12m: 1000,
      after_days: after[stage] ?? null,
      from_purchase_days: after[stage] ? null : stage === "loyal" ? 4 : 1,
      is_partial: i === ends.length - 1,
      is_settled: settled
    }))
  );

export const returns: ReactivationRow[] = ["2026-04-30", "2026-05-31", "2026-06-24"].map((end, i) => ({
  month_on: day(end),
  silent_customers: 1000,
  reactivated_customers: 40 + i,
  dormant_customers: 400,
  dormant_reactivated_customers: 20,
  reactivated_share: (40 + i) / 1000,
  reactivated_low: 0.03,
  reactivated_high: 0.055,
  is_partial: i === 2
}));

export const seconds: SecondRow[] = [
  ["all", null],
  ["channel", "web"]
].flatMap(([kind, channel], rank) =>
  Array.from({length: 53}, (_, week) => ({
    group_rank: rank,
    group_kind: kind as SecondRow["group_kind"],
    first_sales_channel: channel!,
    days: 7 * week,
    customers: 500 - 300 * rank,
    at_risk_customers: 400 - 5 * week - 130 * rank,
    returned_customers: 5 * week,
    returned_share: week / 100,
    returned_low: week ? week / 110 : null,
    returned_high: week ? week / 90 : null
  }))
);

const one = movesOf(usual);
const three = movesOf(usual, 3, "2026-03-31");
export const data = {
  mart_stage_move: [...one, ...three],
  mart_stage_net: [...netsOf(one), ...netsOf(three)],
  mart_stage_month: monthsOf(["2026-04-30", "2026-05-31", "2026-06-24"]),
  mart_second_order: seconds,
  mart_stage_reactivation: returns
};

export const words = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
export const finding = (rendered: string) => words(/<p class="finding">(.*?)<\/p>/.exec(rendered)![1]!).trim();
export const render = (change: object = {}, c = en) => lifecycle.render({...data, ...change} as never, c);
export const withMoves = (cells: Cells, c = en) => {
  const moves = movesOf(cells);
  return render({mart_stage_move: moves, mart_stage_net: netsOf(moves)}, c);
};
