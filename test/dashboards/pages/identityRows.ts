import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {identity} from "../../../dashboards/pages/identity.ts";
import type {
  ChangeRow,
  ClusterRow,
  LevelRow,
  PartyRow,
  ReviewRow,
  RuleRow,
  SharedRow,
  WeightRow
} from "../../../dashboards/pages/identity/rows.ts";
import {comparisons} from "../../../models/identity/comparisons.ts";

export const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 2,
  personal: []
};
export const [en, zh] = [pageContext("/identity", "en", company), pageContext("/identity", "zh", company)];

/** 1,000 records of people that are 800 customers. */
export const people: PartyRow = {
  party: "person",
  records: 1000,
  customers: 800,
  alone_records: 640,
  rule_records: 250,
  score_records: 90,
  steward_records: 5,
  contact_records: 15,
  pairs: 4000,
  links: 210,
  reviews: 2,
  settled_reviews: 1,
  unsure_reviews: 0,
  expected_true_links: 208.5,
  compared_records: 985,
  unlinkable_records: 60,
  trained_records: 900,
  match_share: 1 / 1025,
  blocking_recall: 0.968,
  link_probability: 0.9,
  review_probability: 0.5
};

/** 100 records of organisations that are 90 customers. */
export const firms: PartyRow = {
  ...people,
  party: "organisation",
  records: 100,
  customers: 90,
  alone_records: 82,
  rule_records: 12,
  score_records: 6,
  steward_records: 0,
  contact_records: 0,
  pairs: 300,
  links: 10,
  reviews: 1,
  expected_true_links: 9.7,
  compared_records: 100,
  unlinkable_records: 2,
  trained_records: 100,
  match_share: 1 / 513,
  blocking_recall: 0.99
};

/** A pair of people: prior −10, then +9 and +4.5 for, −2.25 against: 1.25, which is 70 %. */
export const pair = (place: number, change: Partial<ReviewRow> = {}): ReviewRow => ({
  place,
  party: "person",
  left_record: `R-${String(place).padStart(12, "A")}`,
  right_record: `R-${String(place).padStart(12, "B")}`,
  left_customer_id: `C-${String(place).padStart(12, "0")}`,
  right_customer_id: `C-${String(place).padStart(12, "9")}`,
  weight: 1.25,
  probability: 2 ** 1.25 / (1 + 2 ** 1.25),
  value_at_stake: 1000 - place,
  found_by: "birth_year + family_name",
  evidence: JSON.stringify([
    ["given_name", 2, 4.5],
    ["family_name", 3, 9],
    ["birth_date", 0, -2.25]
  ]),
  ...change
});

/** Every level of every comparison, the closest with weight 8; what differs −3; those of the registration number are usual values. */
export const levels: LevelRow[] = (["person", "organisation"] as const).flatMap((party) =>
  comparisons[party].flatMap(({name, levels: of}) =>
    of.map(({label, usual}, i) => {
      const level = of.length - 1 - i;
      const weight = level === 0 ? -3 : level === of.length - 1 ? 8 : 2;
      return {
        party,
        comparison: name,
        level,
        label: label.en,
        m_share: usual,
        u_share: Math.min(1, usual / 2 ** weight),
        weight,
        is_trained: name !== "tax_id"
      };
    })
  )
);

export const bin = (
  weight_bin: number,
  pairs: number,
  verdict: WeightRow["verdict"] = "none",
  party: WeightRow["party"] = "person"
): WeightRow => ({party, weight_bin, verdict, pairs});

/** Sums to what `people` and `firms` say. */
export const weights: WeightRow[] = [
  bin(-60, 2500),
  bin(-11, 500),
  bin(-9, 498),
  bin(-9, 2, "link"),
  bin(-1, 286),
  bin(0, 1),
  bin(0, 1, "review"),
  bin(2, 1),
  bin(2, 1, "review"),
  bin(3, 1, "review"),
  bin(3, 9, "link"),
  bin(12, 1),
  bin(12, 100, "link"),
  bin(20, 60, "link"),
  bin(41, 39, "link"),
  bin(-15, 289, "none", "organisation"),
  bin(1, 1, "review", "organisation"),
  bin(20, 10, "link", "organisation")
];

export const rule = (name: string, change: Partial<RuleRow> = {}): RuleRow => ({
  party: "person",
  rule: name,
  pairs: 120,
  skipped_values: 0,
  skipped_pairs: 0,
  links: 100,
  only_links: 4,
  ...change
});

export const cluster = (place: number, change: Partial<ClusterRow> = {}): ClusterRow => ({
  place,
  customer_id: `C-${String(place).padStart(12, "7")}`,
  party: "person",
  records: 12 - place,
  compared_records: 12 - place,
  links: ((12 - place) * (11 - place)) / 2,
  density: 1,
  least_confidence: 0.97,
  ...change
});

export const changed = (change: ChangeRow["change"], place: number, rest: Partial<ChangeRow> = {}): ChangeRow => ({
  change,
  place,
  run: 4,
  customers: 1,
  customer_id: `C-${change.toUpperCase().padStart(12, "0")}`,
  into_id: null,
  records: 2,
  ...rest
});

export const shared = (field: string, place: number, records: number, rest: Partial<SharedRow> = {}): SharedRow => ({
  field,
  place,
  records,
  names: records - 1,
  reason: "automatic",
  field_values: 1,
  field_records: records,
  ...rest
});

export const load = (source: string, kind: string) => ({
  load_id: `${source}-${kind}`,
  source,
  kind,
  file: "f.csv",
  rows_read: 1,
  rows_loaded: 1,
  rows_rejected: 0,
  rows_set_aside: 0,
  first_event_at: null,
  last_event_at: null,
  loaded_at: new Date("2026-06-24"),
  seconds: 1
});

export const data = {
  ledger_loads: [
    load("shop", "customers"),
    load("shop", "orders"),
    load("crm", "leads"),
    load("helpdesk", "tickets"),
    load("stock", "products")
  ],
  mart_identity_party: [firms, people],
  mart_identity_review: [
    pair(1),
    pair(2, {probability: 0.95, weight: 4.25, evidence: '[["given_name",0,-2.75],["family_name",3,9],["email",3,8]]'}),
    pair(3, {party: "organisation", found_by: "company_start + city", evidence: '[["company",2,8],["address",1,2.25]]'})
  ],
  int_identity_weight: weights,
  int_identity_level: levels,
  int_identity_rule: [
    rule("email", {links: 150, only_links: 9}),
    rule("given_sound + family_sound", {pairs: 900, only_links: 31, skipped_values: 7, skipped_pairs: 41000}),
    rule("company", {party: "organisation", links: 8, only_links: 3})
  ],
  mart_identity_cluster_size: [
    {party: "person" as const, records: 1, customers: 641},
    {party: "person" as const, records: 2, customers: 130},
    {party: "person" as const, records: 3, customers: 26},
    {party: "person" as const, records: 5, customers: 2},
    {party: "person" as const, records: 11, customers: 1},
    {party: "organisation" as const, records: 1, customers: 82},
    {party: "organisation" as const, records: 2, customers: 7},
    {party: "organisation" as const, records: 4, customers: 1}
  ],
  mart_identity_cluster: [cluster(1), cluster(2, {density: 0.3, links: 13, least_confidence: null})],
  mart_identity_change: [
    changed("merged", 1, {customers: 2, into_id: "C-SURVIVOR"}),
    changed("merged", 2, {customers: 2, customer_id: "C-OLD2", into_id: "C-SURVIVOR"}),
    changed("split", 1, {into_id: "C-WHOLE"}),
    changed("gone", 1),
    changed("new", 1, {customers: 40}),
    changed("grown", 1, {customers: 7})
  ],
  mart_identity_shared: [
    shared("email", 1, 400, {field_values: 3, field_records: 450}),
    shared("email", 2, 30, {field_values: 3, field_records: 450, reason: "configured"}),
    shared("email", 3, 20, {field_values: 3, field_records: 450}),
    shared("phone", 1, 77)
  ]
};

export type Data = typeof data;
export const render = (change: object = {}, c = en): string => identity.render({...data, ...change} as never, c);

/** The text of a page, its tags and styles taken out. */
export const words = (markup: unknown) =>
  String(markup)
    .replace(/<style>.*?<\/style>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u00a0]+/g, " ");
