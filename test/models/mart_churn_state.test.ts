import {describe, expect, it, test} from "vitest";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {intChurnGroup} from "../../models/intermediate/int_churn_group.ts";
import {intChurnModel} from "../../models/intermediate/int_churn_model.ts";
import {martChurnBacktest} from "../../models/marts/mart_churn_backtest.ts";
import {martChurnMethod} from "../../models/marts/mart_churn_method.ts";
import {martChurnState} from "../../models/marts/mart_churn_state.ts";
import {martChurnWarningTest} from "../../models/marts/mart_churn_warning_test.ts";
import {askModel} from "./askModel.ts";

const asOf = "2026-06-24";

/** What there is to go by; a sound base with a proven tree ensemble where a test says nothing. */
interface Base {
  customers?: number;
  repeat?: number;
  /** Churned of 1,000 at the closed snapshot; null: none is closed. */
  churned?: number | null;
  trained?: string;
  methods?: {method: string; brier: number; auc: number | null; skilled: boolean; used: boolean}[];
  useful?: number;
}

const proven = {method: "trees", brier: 0.18, auc: 0.75, skilled: true, used: true};
const simple = [
  {method: "recency", brier: 0.2, auc: 0.7, skilled: true, used: false},
  {method: "alive", brier: 0.21, auc: 0.71, skilled: true, used: false},
  {method: "base", brier: 0.24, auc: 0.5, skilled: false, used: false}
];

async function stateOf({
  customers = 900,
  repeat = 450,
  churned = 400,
  trained = "fitted",
  methods = [proven],
  useful = 0
}: Base) {
  const group = {snapshot_on: asOf, customers, repeat_customers: repeat, is_horizon_closed: false};
  const closed = {snapshot_on: "2026-01-31", customers: 1000, repeat_customers: 400, is_horizon_closed: true, churned};
  const shown = methods.length ? [...methods, ...simple] : [];
  const [row] = await askModel(martChurnState, [
    [intAsOf, [{as_of_on: asOf, horizon_days: 91}]],
    [intChurnGroup, [...(customers ? [group] : []), ...(churned === null ? [] : [closed])]],
    [intChurnModel, ["logistic", "trees"].map((method) => ({method, state: trained, trained_rows: 4000}))],
    [martChurnBacktest, shown.map(({method}) => ({snapshot_on: "2026-01-31", method, customers: 1000, churned: 400}))],
    [
      martChurnMethod,
      shown.map(({method, brier, auc, skilled, used}) => ({
        method,
        brier,
        auc,
        snapshots: 1,
        customers: 1000,
        brier_skill: 1 - brier / 0.24,
        is_skilled: skilled,
        is_used: used
      }))
    ],
    [
      martChurnWarningTest,
      (["silence", "slowing", "complaints"] as const).map((warning, i) => ({warning, is_useful: i < useful}))
    ]
  ]);
  return row!;
}

describe("what the churn watch goes by", () => {
  test("a model that proved itself, with its numbers beside the simple ones", async () => {
    const row = await stateOf({});
    expect(row).toMatchObject({
      uses: "model",
      method: "trees",
      reason: "best",
      customers: 900,
      one_time_share: 0.5,
      churn_share: 0.4,
      closed_snapshots: 1,
      tested_snapshots: 1,
      tested_customers: 1000,
      first_tested_on: new Date("2026-01-31"),
      trained_rows: 4000,
      auc: 0.75,
      recency_auc: 0.7,
      alive_auc: 0.71,
      brier: 0.18,
      recency_brier: 0.2,
      base_brier: 0.24
    });
    expect(row.skill).toBeCloseTo(0.25, 12);
  });

  const failed = {...proven, used: false};
  test.each<[string, Base, string]>([
    ["no horizon is over", {churned: null, methods: [], trained: "no_closed_horizon"}, "no_closed_horizon"],
    [
      "there are no customers",
      {customers: 0, churned: null, methods: [], trained: "no_closed_horizon"},
      "no_closed_horizon"
    ],
    ["everybody left", {churned: 1000, methods: [], trained: "one_class"}, "one_class"],
    ["nobody left", {churned: 0, methods: [], trained: "one_class"}, "one_class"],
    ["hardly anybody left", {churned: 3, methods: [], trained: "one_class"}, "one_class"],
    ["at every tested snapshot everybody left", {methods: [{...failed, auc: null, skilled: false}]}, "one_class"],
    ["there is too little to learn from", {methods: [], trained: "too_few"}, "too_few"],
    ["there is no later snapshot to test on", {methods: []}, "too_few"],
    ["the model tells nobody apart", {methods: [{...failed, auc: 0.52, skilled: false}]}, "no_skill"],
    ["recency alone errs no more", {methods: [failed]}, "not_better"],
    ["99.4 % bought once", {repeat: 5, churned: 990, methods: [failed]}, "one_time_only"]
  ])("no model where %s; nothing then, or rules if one is useful", async (_, base, reason) => {
    expect(await stateOf(base)).toMatchObject({uses: "nothing", method: null, reason});
    const uses = reason === "one_time_only" || base.customers === 0 ? "nothing" : "rules";
    expect(await stateOf({...base, useful: 1})).toMatchObject({uses, method: null, reason, useful_warnings: 1});
  });

  test("the better of two that failed is shown", async () => {
    const two = [
      {...proven, used: false, method: "logistic", brier: 0.23, auc: 0.58, skilled: false},
      {...proven, used: false, method: "trees", brier: 0.22, auc: 0.62, skilled: false}
    ];
    expect(await stateOf({methods: two})).toMatchObject({reason: "no_skill", brier: 0.22, auc: 0.62});
  });
});

it("without any event there is no row", async () => {
  expect(await askModel(martChurnState, [])).toEqual([]);
});

describe("bands of risk", () => {
  test.each([
    [400, 0.4, 0.7],
    [200, 0.4, 0.7],
    [750, 0.4, 0.7]
  ])("begin at 40 and 70 % where %i of 1,000 leave", async (churned, medium, high) => {
    expect(await stateOf({churned})).toMatchObject({medium_from: medium, high_from: high});
  });

  test("begin at the base's share and at 3.5 times its odds where few or nearly all leave", async () => {
    const few = await stateOf({churned: 50});
    expect(few.medium_from).toBeCloseTo(0.05, 12);
    const odds = (p: number) => p / (1 - p);
    expect(odds(few.high_from) / odds(0.05)).toBeCloseTo(3.5, 9);
    const many = await stateOf({churned: 900});
    expect(many.medium_from).toBeCloseTo(0.9, 12);
    expect(odds(many.high_from) / odds(0.9)).toBeCloseTo(3.5, 9);
    expect(await stateOf({churned: null, methods: []})).toMatchObject({medium_from: 0.4, high_from: 0.7});
  });
});
