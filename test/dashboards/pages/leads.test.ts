import {describe, expect, test} from "vitest";
import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {body} from "../../../dashboards/pages/leads/body.ts";
import type {GroupRow, LeadRow, LeadsData, MonthRow, SummaryRow} from "../../../dashboards/pages/leads/leadsData.ts";
import {periodsOf} from "../../../dashboards/pages/leads/periods.ts";
import {broken, findingOf, panelOf, words} from "./said.ts";

const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
const [en, zh] = [pageContext("/leads", "en", company), pageContext("/leads", "zh", company)];

const summary: SummaryRow = {
  leads: 2000,
  open_leads: 120,
  lost_leads: 1300,
  converted_leads: 580,
  undated_leads: 0,
  stale_leads: 30,
  horizon_days: 56,
  closed_leads: 1800,
  converted_in_time: 540,
  conversion_share: 0.3,
  conversion_low: 0.28,
  conversion_high: 0.32,
  median_days: 14,
  p90_days: 50,
  state: "fitted",
  uses: "model",
  method: "trees",
  trained_rows: 5000,
  tested_leads: 900,
  tested_from_at: new Date("2025-04-01"),
  tested_to_at: new Date("2026-03-31")
};

const lead = (place: number, change: Partial<LeadRow> = {}): LeadRow => ({
  place,
  lead_id: `L${place}`,
  customer_id: `C-${place}`,
  lead_source: "Referral",
  country: "GB",
  created_on: new Date("2026-06-14"),
  age_days: 10.4,
  chance_from: "model",
  chance_share: 0.7 - place / 20,
  chance_low: 0.5,
  chance_high: 0.8,
  reasons: JSON.stringify([
    ["source", 1.2],
    ["follow_up", 0.6],
    ["contact", 0.2]
  ]),
  base_rate: 0.3,
  source_rate: 0.55,
  activities: 2,
  activities_7d: 1,
  last_activity_days: 3.2,
  first_activity_days: 1,
  touches: 0,
  answers: 0,
  visits_30d: 0,
  orders: 0,
  earlier_leads: 0,
  owner_load: 12,
  industry: null,
  company_size: null,
  job_level: null,
  campaign: null,
  product_interest: null,
  rating: null,
  team: null,
  region: null,
  has_email: true,
  is_free_mail: false,
  has_phone: true,
  has_company: true,
  has_name: true,
  created_hour: 9,
  created_weekday: 2,
  ...change
});

const group = (value: string, leads: number, converted: number): GroupRow => ({
  dimension: "lead_source",
  value,
  leads,
  open_leads: 0,
  lost_leads: leads - converted,
  converted_leads: converted,
  closed_leads: leads,
  converted_in_time: converted,
  conversion_share: converted / leads,
  conversion_low: 0,
  conversion_high: 1,
  median_days: 14,
  p90_days: 40,
  is_common: true
});

const month = (iso: string, leads: number, converted: number, isOpen = false): MonthRow => ({
  created_month: new Date(iso),
  leads,
  open_leads: 0,
  lost_leads: leads - converted,
  converted_leads: converted,
  converted_in_time: converted,
  conversion_share: converted / leads,
  conversion_low: 0,
  conversion_high: 1,
  median_days: 14,
  is_horizon_open: isOpen,
  is_partial: isOpen
});

const data: LeadsData = {
  mart_lead_summary: [summary],
  mart_lead_first: [lead(2), lead(1)] as LeadsData["mart_lead_first"],
  mart_lead_month: [month("2026-01-01", 40, 12), month("2026-02-01", 50, 20), month("2026-03-01", 30, 3, true)],
  mart_lead_group: [
    group("Referral", 900, 450),
    group("List", 880, 88),
    group("Fax", 6, 1),
    group("Walk-in", 5, 1)
  ] as LeadsData["mart_lead_group"],
  mart_lead_method: [],
  mart_lead_calibration: [],
  mart_lead_leak: [
    {
      field: "product_interest",
      converted: 500,
      others: 1200,
      filled_converted: 475,
      filled_others: 24,
      converted_share: 0.95,
      others_share: 0.02,
      auc: 0.97,
      auc_low: 0.96,
      finding: "filled_after",
      is_refused: true
    }
  ]
};
const render = (change: Partial<LeadsData> = {}, c = en) =>
  body("Which leads are worth a call?", {...data, ...change}, c);

test("the finding says what share converts, how sure, how many are open, and what ranks them", () => {
  expect(findingOf(render())).toContain(
    "Within 8 weeks 30.0% (95% interval 28.0–32.0%) of 1,800 leads converted; 120 are open, 30 of them older than 8 weeks and not ranked. Chances are from boosted trees"
  );
  expect(findingOf(render({}, zh))).toContain("1,800 条线索的转换率为 30.0%");
});

test("what is open and not on the list is told apart, one lead in the singular", () => {
  const few = {mart_lead_summary: [{...summary, open_leads: 4, stale_leads: 1}]};
  expect(findingOf(render(few))).toContain("4 are open, 1 of them older than 8 weeks and not ranked.");
  expect(findingOf(render(few, zh))).toContain("跟进中 4 条，其中 1 条已超过");
  expect(panelOf(render(few), "list")).toContain("1 open lead is older than the horizon and is not ranked: close it");
  const one = {mart_lead_summary: [{...summary, open_leads: 1, stale_leads: 0}]};
  expect(findingOf(render(one))).toContain("converted; 1 is open. Chances");
  expect(panelOf(render(one), "list")).not.toContain("not ranked");
});

test("the list stands in its order, with reasons in words and numbers", () => {
  const said = panelOf(render(), "list");
  expect(said.indexOf("L1")).toBeLessThan(said.indexOf("L2"));
  expect(said).toContain("of the leads from Referral 55% converted; of all 30%");
  expect(said).toContain("2 contacts so far, the last 3 days ago");
  expect(said).toContain("telephone given, own e-mail domain");
  expect(said).toContain("30 open leads are older than the horizon");
});

test("without a model the list says that a rate is no score, and why there is none", () => {
  const rated = {
    ...summary,
    uses: "rates",
    method: null,
    state: "too_few",
    closed_leads: 138,
    tested_leads: 0
  } as SummaryRow;
  const page = render({
    mart_lead_summary: [rated],
    mart_lead_first: [lead(1, {chance_from: "source", reasons: null})] as LeadsData["mart_lead_first"]
  });
  const said = panelOf(page, "list");
  expect(said).toContain("a rate, the same for all leads of the source, not a score");
  expect(said).toContain("No score: 138 leads are older than the horizon; a model needs 300.");
  expect(said).not.toContain("converted; of all");
  expect(panelOf(page, "trust")).toContain("Not tested");
});

test("small groups stand together, and their sum is enough", () => {
  const said = panelOf(render(), "by-lead_source");
  expect(said).toContain("Referral90050.0%");
  expect(said).toContain("others1118.2%");
  expect(said).not.toContain("Fax");
});

test("a refused field is told with its numbers, and on the card", () => {
  expect(panelOf(render(), "leaks")).toContain("Product asked for95%2%0.97refused: filled once a lead has converted");
  expect(panelOf(render(), "card")).toContain("refused as leaks: Product asked for");
});

describe("periods", () => {
  test("months of too few leads are added to quarters, and one that may still rise is open", () => {
    const rows = [
      month("2025-10-01", 4, 1),
      month("2025-11-01", 5, 2),
      month("2025-12-01", 6, 3),
      month("2026-01-01", 9, 3),
      month("2026-02-01", 8, 3, true)
    ];
    const {unit, periods} = periodsOf(rows, 10);
    expect(unit).toBe("quarter");
    expect(periods.map(({leads, share, isOpen}) => [leads, share, isOpen])).toEqual([
      [15, 6 / 15, false],
      [17, 6 / 17, true]
    ]);
  });

  test("the chart marks what may still rise", () => {
    expect(panelOf(render(), "months")).toContain("so far");
  });
});

test("no leads: which export is missing; nothing is broken in either language", () => {
  const none: LeadsData = {
    ...data,
    mart_lead_summary: [{...summary, leads: 0}],
    mart_lead_first: [],
    mart_lead_month: [],
    mart_lead_group: [],
    mart_lead_leak: []
  };
  expect(words(render(none))).toContain("as kind leads (key, source, created, converted), then run perennial run.");
  const bare = {
    ...summary,
    uses: "nothing",
    method: null,
    state: "no_closed_horizon",
    closed_leads: 0,
    conversion_share: null,
    conversion_low: null,
    conversion_high: null,
    tested_leads: 0,
    tested_from_at: null,
    tested_to_at: null
  } as SummaryRow;
  for (const c of [en, zh])
    for (const change of [{}, none, {...none, mart_lead_summary: [bare]}])
      expect(render(change, c)).not.toMatch(broken);
});
