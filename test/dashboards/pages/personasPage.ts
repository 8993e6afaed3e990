import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {body} from "../../../dashboards/pages/personas/body.ts";
import type {
  AttributeRow,
  PersonaData,
  PersonaRow,
  StabilityRow,
  TraitRow
} from "../../../dashboards/pages/personas/rows.ts";
import {personaFeatures} from "../../../models/personas/catalogue.ts";

const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
export const [en, zh] = [pageContext("/personas", "en", company), pageContext("/personas", "zh", company)];

export const persona = (
  number: number,
  traits: string,
  customers: number,
  change: Partial<PersonaRow> = {}
): PersonaRow => ({
  persona: number,
  traits,
  customers,
  customer_share: customers / 1_000,
  core_customers: customers / 2,
  orders: customers * 3,
  net_revenue: customers * 150,
  net_revenue_365d: customers * 80,
  revenue_ratio: customers / 1_000,
  average_order_value: 50,
  active_customers_365d: customers / 2,
  active_share: 0.5,
  active_low: 0.45,
  active_high: 0.55,
  mean_risk_share: 0.4,
  value_at_risk: customers * 10,
  clv: customers * 60,
  mean_clv: 60,
  ...change
});

export const stability = (clusters: number, change: Partial<StabilityRow> = {}): StabilityRow => ({
  clusters,
  state: "unstable",
  ari_mean: 0.6,
  ari_sd: 0.1,
  smooth_ari_mean: 0.55,
  smooth_ari_sd: 0.1,
  within_mean: 0.6,
  smooth_within_mean: 0.62,
  smallest_share: 0.1,
  is_chosen: false,
  ...change
});

const traits = (number: number): TraitRow[] =>
  personaFeatures.map((feature, i) => ({
    persona: number,
    feature,
    place: i + 1,
    state: feature === "last_nps_score" ? "rarely_known" : feature === "tickets" ? "nearly_constant" : "used",
    known_customers: feature === "last_nps_score" ? 4 : 300,
    mean: feature.endsWith("share") ? 0.25 : 12.5 + i,
    base_mean: feature.endsWith("share") ? 0.2 : 10,
    median: 9,
    base_median: 8,
    difference: feature === "tickets" ? null : number === 1 ? 1.2 : -0.6,
    low: 1,
    high: 1.4,
    trait_rank: i + 1,
    is_naming: i < 2
  }));

export const attribute = (
  dimension: AttributeRow["dimension"],
  value: string,
  customers: number,
  change: Partial<AttributeRow> = {}
): AttributeRow => ({
  dimension,
  value,
  customers,
  customer_share: customers / 1_000,
  buyers: customers,
  orders: customers * 2,
  net_revenue: customers * 90,
  net_revenue_365d: customers * 40,
  average_order_value: 45,
  active_customers_365d: customers / 2,
  active_share: 0.5,
  active_low: 0.4,
  active_high: 0.6,
  mean_risk_share: 0.3,
  value_at_risk: 12,
  mean_clv: 70,
  ...change
});

export const data: PersonaData = {
  summary: {
    verdict: "personas",
    personas: 2,
    customers: 1_000,
    core_customers: 500,
    learnt_customers: 1_000,
    tried_customers: 1_000,
    used_features: 8
  },
  personas: [persona(1, "orders+ recency_days-", 600), persona(2, "average_order_value+ tenure_days- orders-", 400)],
  features: traits(1).map(({feature, place, state}) => ({feature, place, state, is_log: true, known_share: 0.9})),
  traits: [...traits(1), ...traits(2)],
  stability: [
    stability(2, {state: "chosen", ari_mean: 0.93, within_mean: 0.5, smooth_within_mean: 0.6, is_chosen: true}),
    stability(3),
    stability(4, {ari_mean: 0.8, smooth_ari_mean: 0.82, state: "smooth"})
  ],
  examples: [1, 2].flatMap((number) =>
    [1, 2, 3, 4, 5].map((place) => ({
      persona: number,
      place,
      customer_id: `C-0000${number}${place}`,
      segment: "loyal",
      orders: 7,
      days_since_last_order: 12,
      average_order_value: 51.2,
      net_revenue_365d: 220,
      risk_share: 0.2
    }))
  ),
  attributes: [
    attribute("country", "GB", 700),
    attribute("country", "unknown", 290),
    attribute("country", "MT", 6),
    attribute("country", "IS", 4),
    attribute("party", "person", 1_000)
  ]
};

export const render = (change: Partial<PersonaData> = {}, c = en): string =>
  body("Which kinds of customers do we have?", {...data, ...change}, c);
