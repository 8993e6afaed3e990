import {churn} from "../../../dashboards/pages/churn.ts";
import {en, row, summary, tested, words} from "./churnRows.ts";

export const rate = (silence_band: number, orders_band: number, snapshots: number, churned: number) => ({
  silence_band,
  silence_from: [0, 0, 0.5][silence_band]!,
  silence_to: [0, 0.5, null][silence_band]!,
  orders_band,
  orders_label: ["", "1", "2–3", "4+"][orders_band]!,
  snapshots,
  churned,
  churn_share: churned / snapshots,
  churn_low: 0.1,
  churn_high: 0.2
});
export const tenth = (risk_tenth: number, foretold: number, observed: number, snapshots = 100) => ({
  risk_tenth,
  snapshots,
  churned: observed * snapshots,
  foretold_share: foretold,
  observed_share: observed,
  observed_low: observed - 0.05,
  observed_high: observed + 0.05
});
export const good = [1, 2, 3, 4].map((month) => tested(month, 0.8, 0.7));
export const data = {
  mart_churn_watch: [row(1), row(2, {silence_ratio: 0.5}), row(3)],
  mart_churn_summary: summary(),
  mart_churn_rate: [rate(1, 1, 200, 50), rate(1, 3, 1000, 123), rate(2, 1, 8, 8), rate(2, 2, 12, 3)],
  mart_churn_backtest: good,
  mart_churn_calibration: [1, 3, 5, 7, 9].map((t) => tenth(t, t / 10, t / 10))
};
export const render = (change: object = {}, c = en) => churn.render({...data, ...change} as never, c);
export const finding = (change?: object, c = en) =>
  words(/<p class="finding">(.*?)<\/p>/.exec(render(change, c))![1]!).trim();
