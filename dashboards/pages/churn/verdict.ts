import type {BacktestRow} from "./rows.ts";

/** What the backtest says over all tested snapshots. */
export interface Verdict {
  snapshots: number;
  /** Snapshots in which both AUCs exist: some left and some stayed. */
  ranked: number;
  /** Means over those snapshots; null where there are none. */
  auc: number | null;
  recencyAuc: number | null;
  /** In how many snapshots the rates were the better ones. */
  betterAuc: number;
  betterBrier: number;
  /** Mean squared errors over all tested customers. */
  brier: number;
  baseBrier: number;
  customers: number;
  churned: number;
  /** On average and in most snapshots. */
  ranksBetter: boolean;
  errsLess: boolean;
}

const mean = (values: readonly number[]): number | null =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;

/** The verdict on the rates; null where no snapshot could be tested. */
export function verdictOf(rows: readonly BacktestRow[]): Verdict | null {
  if (!rows.length) return null;
  const sum = (value: (row: BacktestRow) => number) => rows.reduce((total, row) => total + value(row), 0);
  const customers = sum((row) => row.customers);
  const ranked = rows.filter((row) => row.rates_auc !== null && row.recency_auc !== null);
  const auc = mean(ranked.map((row) => row.rates_auc!));
  const recencyAuc = mean(ranked.map((row) => row.recency_auc!));
  const betterAuc = ranked.filter((row) => row.rates_auc! > row.recency_auc!).length;
  const betterBrier = rows.filter((row) => row.rates_brier < row.base_brier).length;
  const brier = sum((row) => row.rates_brier * row.customers) / customers;
  const baseBrier = sum((row) => row.base_brier * row.customers) / customers;
  return {
    snapshots: rows.length,
    ranked: ranked.length,
    auc,
    recencyAuc,
    betterAuc,
    betterBrier,
    brier,
    baseBrier,
    customers,
    churned: sum((row) => row.churned),
    ranksBetter: auc !== null && recencyAuc !== null && auc > recencyAuc && betterAuc * 2 > ranked.length,
    errsLess: brier < baseBrier && betterBrier * 2 > rows.length
  };
}
