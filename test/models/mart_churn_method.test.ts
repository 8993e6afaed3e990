import {expect, it} from "vitest";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {intChurnGroup} from "../../models/intermediate/int_churn_group.ts";
import {intChurnModel} from "../../models/intermediate/int_churn_model.ts";
import {martChurnBacktest} from "../../models/marts/mart_churn_backtest.ts";
import {martChurnMethod} from "../../models/marts/mart_churn_method.ts";
import {tQuantiles} from "../../models/studentT.ts";
import {askModel} from "./askModel.ts";

const asOf = "2026-06-24";
type Measures = Partial<Record<"auc" | "brier" | "auc_error" | "brier_error" | "pr_auc" | "log_loss", number | null>>;
const days = ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"];

/** A method at the first snapshots, one set of measures each. */
const tested = (method: string, ...measures: Measures[]) =>
  measures.map((own, i) => ({
    snapshot_on: days[i],
    method,
    customers: 1000,
    churned: 400,
    churn_share: 0.4,
    calls: 60,
    precision_at_calls: 0.5,
    lift_top_tenth: 2,
    auc: 0.7,
    auc_error: 0.02,
    pr_auc: 0.6,
    brier: 0.2,
    brier_error: 0.01,
    log_loss: 0.6,
    log_loss_error: 0.03,
    trained_rows: 5000,
    ...own
  }));

const base = (snapshots: number) => tested("base", ...Array.from({length: snapshots}, () => ({auc: 0.5, brier: 0.24})));
const recency = (brier = 0.22, snapshots = 1) =>
  tested("recency", ...Array.from({length: snapshots}, () => ({auc: 0.68, brier})));

function ask(rows: ReturnType<typeof tested>, options: {fitted?: string[]; repeat?: number} = {}) {
  const {fitted = ["logistic", "trees"], repeat = 500} = options;
  return askModel(martChurnMethod, [
    [intAsOf, [{as_of_on: asOf, horizon_days: 91}]],
    [intChurnGroup, [{snapshot_on: asOf, customers: 1000, repeat_customers: repeat}]],
    [
      intChurnModel,
      ["logistic", "trees"].map((method) => ({method, state: fitted.includes(method) ? "fitted" : "too_few"}))
    ],
    [martChurnBacktest, rows]
  ]);
}

const used = async (...asked: Parameters<typeof ask>) =>
  (await ask(...asked)).filter(({is_used}) => is_used).map(({method}) => method);

it("a measure is the mean over snapshots, its interval that of snapshots which err together", async () => {
  const rows = await ask([
    ...tested("trees", {auc: 0.7, auc_error: 0.02}, {auc: 0.8, auc_error: 0.04}, {auc: 0.75, auc_error: 0.03}),
    ...base(3)
  ]);
  const trees = rows.find(({method}) => method === "trees")!;
  expect(trees).toMatchObject({snapshots: 3, customers: 3000, churned: 1200, calls: 60});
  expect(trees.auc).toBeCloseTo(0.75, 10);
  expect(trees.auc_low).toBeCloseTo(0.75 - 1.959964 * 0.03, 6);
  expect(trees.auc_high).toBeCloseTo(0.75 + 1.959964 * 0.03, 6);
  expect(trees.brier_skill).toBeCloseTo(1 - 0.2 / 0.24, 10);
  // Wilson for 30 of 60.
  expect(trees.precision_low).toBeCloseTo(0.377347, 5);
  expect(trees.precision_high).toBeCloseTo(0.622653, 5);
});

it("a gain over recency is a t interval over snapshots, and has none with one", async () => {
  const gains = [0.01, 0.03, 0.02, 0.06];
  const rows = await ask([
    ...tested("trees", ...gains.map((gain) => ({auc: 0.68 + gain, brier: 0.22 - gain}))),
    ...recency(0.22, 4),
    ...base(4)
  ]);
  const trees = rows.find(({method}) => method === "trees")!;
  const mean = 0.03;
  const deviation = Math.sqrt(gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / 3);
  const margin = (3.182446 * deviation) / 2;
  for (const [low, value, high] of [
    [trees.auc_gain_low, trees.auc_gain, trees.auc_gain_high],
    [trees.brier_gain_low, trees.brier_gain, trees.brier_gain_high]
  ]) {
    expect(value).toBeCloseTo(mean, 9);
    expect(low).toBeCloseTo(mean - margin, 6);
    expect(high).toBeCloseTo(mean + margin, 6);
  }
  const [single] = (await ask([...tested("trees", {auc: 0.75}), ...recency(), ...base(1)])).filter(
    ({method}) => method === "trees"
  );
  expect(single).toMatchObject({auc_gain_low: null, brier_gain_high: null, base_gain_low: null, pr_auc_low: null});
  expect(single!.auc_gain).toBeCloseTo(0.07, 9);
});

it("the model with the smaller Brier score is used, if it was fitted", async () => {
  const both = [...tested("logistic", {brier: 0.2}), ...tested("trees", {brier: 0.19}), ...recency(), ...base(1)];
  expect(await used(both)).toEqual(["trees"]);
  expect(await used(both, {fitted: ["logistic"]})).toEqual(["logistic"]);
  expect(await used(both, {fitted: []})).toEqual([]);
  const equal = [...tested("trees", {brier: 0.2}), ...tested("logistic", {brier: 0.2}), ...recency(), ...base(1)];
  expect(await used(equal)).toEqual(["logistic"]);
});

it("no model is used whose AUC is under 0.6, that hardly errs less than one share, or errs no less than recency", async () => {
  const one = (measures: Measures, recent = 0.22) => [...tested("trees", measures), ...recency(recent), ...base(1)];
  expect(await used(one({auc: 0.6, brier: 0.2}))).toEqual(["trees"]);
  expect(await used(one({auc: 0.599, brier: 0.2}))).toEqual([]);
  expect(await used(one({auc: null, brier: 0.2}))).toEqual([]);
  expect(await used(one({brier: 0.236}, 0.25))).toEqual([]);
  expect(await used(one({brier: 0.235}, 0.25))).toEqual(["trees"]);
  expect(await used(one({brier: 0.2}, 0.2))).toEqual([]);
});

it("a worse model that proved itself is used before a better one that did not", async () => {
  const rows = [
    ...tested("logistic", {auc: 0.55, brier: 0.19}),
    ...tested("trees", {auc: 0.7, brier: 0.2}),
    ...recency(),
    ...base(1)
  ];
  expect(await used(rows)).toEqual(["trees"]);
});

it("where more than 98 % bought once no model is used, however well it tests", async () => {
  const rows = [...tested("trees", {auc: 0.9, brier: 0.1}), ...recency(), ...base(1)];
  expect(await used(rows, {repeat: 20})).toEqual(["trees"]);
  expect(await used(rows, {repeat: 19})).toEqual([]);
});

it("t quantiles are those of every table: 12.706, 2.571, 2.228, 2.042, 2.000", () => {
  expect([1, 5, 10, 30, 60].map((n) => tQuantiles[n - 1]!.toFixed(3))).toEqual([
    "12.706",
    "2.571",
    "2.228",
    "2.042",
    "2.000"
  ]);
  expect(tQuantiles).toHaveLength(60);
  expect(tQuantiles.every((value, i) => i === 0 || value < tQuantiles[i - 1]!)).toBe(true);
});
