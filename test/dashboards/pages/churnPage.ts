import {churn} from "../../../dashboards/pages/churn.ts";
import {driver, en, lift, method, row, rule, state, summary, tenth, tested, words} from "./churnRows.ts";

const names = ["trees", "logistic", "alive", "recency", "base"] as const;

/** All marts of the page of a company whom a model serves. */
export const data = {
  mart_churn_state: [state()],
  mart_churn_watch: [row(1), row(2, {silence_ratio: 0.5}), row(3)],
  mart_churn_summary: summary(),
  mart_churn_method: names.map((name) => method(name)),
  mart_churn_backtest: [11, 12, 13, 14].flatMap((month) => names.map((name) => tested(month, name))),
  mart_churn_calibration: [1, 3, 5, 7, 9].map((t) => tenth(t, t / 10, t / 10)),
  mart_churn_lift: Array.from({length: 10}, (_, i) => lift(i + 1)),
  mart_churn_driver: [
    driver("recency_days", 1, [null, 30], -0.9, {churn_share: 0.2}),
    driver("recency_days", 2, [30, 90], 0.1),
    driver("recency_days", 3, [90, null], 1.1, {churn_share: 0.7}),
    driver("complaints", 1, [null, 1], -0.1, {importance: 0.2}),
    driver("complaints", 2, [1, 2], 0.4, {importance: 0.2}),
    driver("complaints", 3, [2, null], 0.8, {importance: 0.2, customers: 4})
  ],
  mart_churn_warning_test: [rule("silence"), rule("complaints", {lift: 1.02, low: 0.3, high: 0.5, churn_share: 0.43})]
};

export const render = (change: object = {}, c = en) => churn.render({...data, ...change} as never, c);
export const finding = (change?: object, c = en) =>
  words(/<p class="finding">(.*?)<\/p>/.exec(render(change, c))![1]!).trim();

/** A panel of the page by its id, as text. */
export const panelOf = (id: string, change: object = {}, c = en) =>
  words(new RegExp(`<section[^>]*id="${id}".*?</section>`).exec(render(change, c))?.[0] ?? "").trim();
