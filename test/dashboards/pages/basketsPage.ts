import {pageContext} from "../../../dashboards/build/pageContext.ts";
import type {
  BasketsData,
  DueRow,
  OfferRow,
  PairRow,
  RhythmRow,
  RuleRow,
  Summary,
  TestRow
} from "../../../dashboards/pages/baskets/rows.ts";

const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
export const [en, zh] = [pageContext("/baskets", "en", company), pageContext("/baskets", "zh", company)];

export const summary: Summary = {
  state: "ready",
  recommend_state: "tested",
  orders: 8270,
  baskets: 8269,
  one_item_baskets: 4502,
  large_baskets: 3,
  large_from: 101,
  largest_basket: 140,
  items_per_basket: 1.62,
  items: 61,
  categories: 8,
  items_per_customer: 4.96,
  customers: 2116,
  repeat_customers: 1422,
  least_baskets: 10,
  least_share: 0.0012,
  pairs: 145,
  longer_sets: 4,
  offered_customers: 2116,
  cross_sell_customers: 1600,
  up_sell_customers: 830,
  horizon_days: 60
};

export const pair = (place: number, one: string, other: string, change: Partial<PairRow> = {}): PairRow => ({
  place,
  one_id: one,
  one_name: `Tea ${one}`,
  one_category: "Tea",
  other_id: other,
  other_name: `Pot ${other}`,
  other_category: "Teaware",
  baskets: 208,
  one_baskets: 753,
  other_baskets: 545,
  all_baskets: 8266,
  customers: 182,
  expected_baskets: 49.6,
  support_share: 0.0252,
  one_to_other_share: 0.276,
  other_to_one_share: 0.382,
  lift: 4.19,
  lift_low: 3.8,
  lift_high: 4.63,
  leverage: 0.019,
  is_clear: true,
  is_listed: true,
  ...change
});

export const rule = (place: number, change: Partial<RuleRow> = {}): RuleRow => ({
  place,
  antecedent: "A|B",
  antecedent_names: "Tea A + Pot B",
  antecedent_size: 2,
  consequent: "C",
  consequent_name: "Caddy C",
  baskets: 40,
  customers: 38,
  support_share: 0.005,
  confidence_share: 0.41,
  lift: 6.2,
  lift_low: 4.9,
  lift_high: 7.8,
  leverage: 0.004,
  is_listed: true,
  ...change
});

export const test = (scope: TestRow["scope"], method: TestRow["method"], change: Partial<TestRow> = {}): TestRow => ({
  scope,
  method,
  stage: "test",
  from_on: new Date("2026-04-26"),
  horizon_days: 60,
  customers: 456,
  hits: 327,
  hit_share: 0.717,
  hit_low: 0.674,
  hit_high: 0.756,
  items_per_customer: 1.17,
  coverage_share: 0.93,
  gain_popularity: 0.044,
  gain_popularity_low: 0.005,
  gain_popularity_high: 0.083,
  gain_repeat: 0.024,
  gain_repeat_low: -0.007,
  gain_repeat_high: 0.055,
  is_chosen: method === "learned",
  ...change
});

export const offer = (place: number, customers: number, change: Partial<OfferRow> = {}): OfferRow => ({
  item_id: `P${place}`,
  product_name: `Product ${place}`,
  category: "Tea",
  unit_price: 8.9,
  customers,
  cross_sell_customers: Math.floor(customers / 2),
  up_sell_customers: 4,
  mean_buy_share: 0.024,
  expected_revenue: 276,
  place,
  is_listed: true,
  ...change
});

export const due = (place: number, change: Partial<DueRow> = {}): DueRow => ({
  customer_id: `C-00AA${place}`,
  item_id: "P1",
  product_name: "Product 1",
  category: "Tea",
  purchase_days: 4,
  usual_gap_days: 45.5,
  last_bought_on: new Date("2026-05-08"),
  due_on: new Date("2026-06-23"),
  overdue_days: 1,
  state: "due",
  buy_share: 0.21,
  window_days: 30,
  usual_revenue: 20,
  expected_revenue: 4.2,
  place,
  all_due: 153,
  all_customers: 109,
  is_listed: true,
  ...change
});

export const rhythm = (state: RhythmRow["state"], share: number, customers = 60, cases = 100): RhythmRow => ({
  state,
  cases,
  customers,
  bought: Math.round(share * cases),
  buy_share: share,
  buy_low: share - 0.05,
  buy_high: share + 0.08
});

const none = {gain_repeat: null, gain_repeat_low: null, gain_repeat_high: null};
const simplest = {...none, gain_popularity: null, gain_popularity_low: null, gain_popularity_high: null};

export const data: BasketsData = {
  summary,
  pairs: [
    pair(1, "A", "B"),
    pair(2, "A", "C"),
    pair(3, "B", "C", {lift: 0.6, lift_low: 0.4, lift_high: 0.9}),
    pair(4, "A", "D", {customers: 6, baskets: 12})
  ],
  rules: [rule(1), rule(2, {antecedent_names: "Secret S", customers: 3})],
  tests: [
    test("all", "popularity", {hit_share: 0.673, ...simplest}),
    test("all", "repeat", {hit_share: 0.693, ...none}),
    test("all", "learned"),
    test("new", "popularity", {hit_share: 0.5, ...simplest}),
    test("new", "learned", {hit_share: 0.533, hit_low: 0.487, hit_high: 0.578, ...none}),
    test("all", "repeat", {stage: "choose", hit_share: 0.9})
  ],
  offers: [offer(1, 558), offer(2, 31, {cross_sell_customers: 7}), offer(3, 8)],
  due: [due(1), due(2, {state: "late", overdue_days: 40}), due(3, {state: "soon", overdue_days: -5})],
  rhythm: [rhythm("due", 0.21), rhythm("early", 0.13), rhythm("late", 0.1, 4)]
};
