import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {contracts} from "../../../dashboards/pages/contracts.ts";
import type {
  BridgeRow,
  CurveRow,
  GroupRow,
  HazardRow,
  LossRow,
  ModelRow,
  MonthRow,
  Summary,
  TestRow
} from "../../../dashboards/pages/contracts/rows.ts";

const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
export const [en, zh] = [pageContext("/contracts", "en", company), pageContext("/contracts", "zh", company)];

export const summary: Summary = {
  state: "estimated",
  subscriptions: 216,
  not_started: 0,
  without_customer: 0,
  trials: 12,
  ended_in_trial: 2,
  without_end_date: 0,
  ended_before_start: 0,
  contracts: 202,
  customers: 200,
  ended_contracts: 63,
  running_contracts: 139,
  running_customers: 138,
  without_amount: 0,
  monthly_amount: 7750,
  notice_contracts: 14,
  notice_customers: 14,
  notice_amount: 900,
  contract_months: 1102,
  ended_of_start: 44,
  churn_share: 0.0399,
  churn_low: 0.0299,
  churn_high: 0.0532,
  previous_churn_share: 0.0524,
  change_low: -0.0508,
  change_high: 0.0134
};

export const group = (
  dimension: GroupRow["dimension"],
  group_name: string,
  change: Partial<GroupRow> = {}
): GroupRow => ({
  dimension,
  group_name,
  contracts: 100,
  customers: 99,
  ended: 40,
  monthly_amount: 3000,
  followed_days: 600,
  median_days: 400,
  median_low: 300,
  median_high: null,
  year_survival: 0.5755,
  year_low: 0.47,
  year_high: 0.67,
  first_year_days: 290,
  first_year_low: 270,
  first_year_high: 310,
  ...change
});

/** A curve that loses a twentieth every thirty days. */
export const curve = (dimension: CurveRow["dimension"], group_name: string, at_risk = 100): CurveRow[] =>
  Array.from({length: 21}, (_, i) => ({
    dimension,
    group_name,
    day_number: i * 30,
    at_risk: at_risk - i * 4,
    ended: i ? 4 : 0,
    survival: 1 - i * 0.05,
    low: i && i < 20 ? Math.max(0, 0.9 - i * 0.05) : null,
    high: i && i < 20 ? Math.min(1, 1.04 - i * 0.05) : null
  }));

export const test = (dimension: TestRow["dimension"], p: number, change: Partial<TestRow> = {}): TestRow => ({
  dimension,
  state: "tested",
  groups: 2,
  contracts: 200,
  ended: 63,
  chi_square: 5,
  degrees: 1,
  p_value: p / 2,
  p_adjusted: p,
  is_clear: p < 0.05,
  ...change
});

export const month = (
  contract_month: string,
  running_start: number,
  ended: number,
  change: Partial<MonthRow> = {}
): MonthRow => ({
  contract_month: new Date(contract_month),
  running_start,
  new_contracts: 12,
  restarted_contracts: 0,
  ended_contracts: ended,
  running_end: running_start + 12 - ended,
  ended_of_start: ended,
  leaving_customers: ended,
  churn_share: ended / running_start,
  churn_low: 0,
  churn_high: 1,
  start_amount: running_start * 50,
  new_amount: 600,
  restarted_amount: 0,
  ended_amount: -ended * 50,
  end_amount: (running_start + 12 - ended) * 50,
  is_partial: false,
  ...change
});

const step = (name: BridgeRow["step"], position: number, customers: number, monthly_amount: number): BridgeRow => ({
  step: name,
  position,
  is_total: name === "start" || name === "end",
  contracts: customers,
  customers,
  monthly_amount,
  from_on: new Date("2025-06-01"),
  to_on: new Date("2026-05-31")
});
export const bridge = [
  step("start", 1, 48, 2449),
  step("new", 2, 140, 7626),
  step("restarted", 3, 0, 0),
  step("ended", 4, 44, -2439),
  step("end", 5, 144, 7636)
];

export const loss: LossRow = {
  horizon_days: 90,
  monthly_amount: 7750,
  expected_loss: 916,
  loss_low: 697,
  loss_high: 1134
};

export const level = (
  term: HazardRow["term"],
  name: string,
  state: HazardRow["state"],
  ratio?: readonly [number, number, number]
): HazardRow => ({
  term,
  level: name,
  position: 1,
  state,
  contracts: 50,
  ended: 20,
  coefficient: ratio ? Math.log(ratio[0]) : null,
  standard_error: ratio ? 0.2 : null,
  hazard_ratio: ratio?.[0] ?? null,
  low: ratio?.[1] ?? null,
  high: ratio?.[2] ?? null,
  p_value: ratio ? (ratio[1] > 1 || ratio[2] < 1 ? 0.004 : 0.4) : null,
  proportional_p: ratio ? 0.3 : null
});

export const model: ModelRow = {
  state: "fitted",
  contracts: 198,
  ended: 60,
  left_out: 14,
  all_contracts: 212,
  iterations: 4,
  degrees: 2,
  likelihood_ratio: 9.2,
  likelihood_ratio_p: 0.01,
  wald: 8.9,
  wald_p: 0.012,
  score: 9,
  score_p: 0.011,
  concordance: 0.61,
  concordance_low: 0.53,
  concordance_high: 0.69,
  proportional: 1.2,
  proportional_p: 0.55,
  levels: "[]"
};

export const data = {
  int_contract_model: [model],
  mart_contract_bridge: bridge,
  mart_contract_group: [
    group("all", "all", {contracts: 202, customers: 200}),
    group("plan", "Cellar", {contracts: 120}),
    group("plan", "Explorer", {contracts: 82, customers: 80, median_days: null, year_survival: null})
  ],
  mart_contract_hazard: [
    level("plan", "Cellar", "reference"),
    level("plan", "Explorer", "fitted", [1.8, 1.2, 2.7]),
    level("monthly_amount", "doubled", "fitted", [0.9, 0.6, 1.4]),
    level("had_ordered", "yes", "one_value"),
    level("country", "GB", "too_few")
  ],
  mart_contract_loss: [loss],
  mart_contract_month: ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01"].map((on, i) =>
    month(on, 100 + i * 5, 12)
  ),
  mart_contract_summary: [summary],
  mart_contract_survival: [...curve("all", "all"), ...curve("plan", "Cellar"), ...curve("plan", "Explorer", 60)],
  mart_contract_test: [test("plan", 0.32)]
};

export type Change = Partial<typeof data>;
export const render = (change: Change | Record<string, unknown> = {}, c = en) =>
  contracts.render({...data, ...change} as never, c);
export const words = (html: string | undefined) =>
  html!
    .replace(/<[^>]+>/g, "")
    .replaceAll("&quot;", '"')
    .replace(/\s+/g, " ")
    .trim();
export const finding = (change?: Change, c = en) => words(/<p class="finding">(.*?)<\/p>/.exec(render(change, c))![1]);
export const panel = (id: string, change?: Change | Record<string, unknown>, c = en) =>
  words(
    render(change, c)
      .split("<section")
      .find((part) => part.includes(`id="${id}"`))
  );
