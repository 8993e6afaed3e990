import {beforeAll, expect, it} from "vitest";
import {martLeadCalibration} from "../../../models/marts/mart_lead_calibration.ts";
import {martLeadFirst} from "../../../models/marts/mart_lead_first.ts";
import {martLeadLeak} from "../../../models/marts/mart_lead_leak.ts";
import {martLeadMonth} from "../../../models/marts/mart_lead_month.ts";
import {ModelledWarehouse} from "../warehouseOf.ts";
import {asOf, companyOfLeads, days, type Truth} from "./companyOfLeads.ts";

const asked = [martLeadFirst, martLeadCalibration, martLeadLeak, martLeadMonth];
let truth: Truth[];
let warehouse: ModelledWarehouse;

beforeAll(async () => {
  const company = companyOfLeads(1, 3000, {leaks: true});
  truth = company.truth;
  warehouse = await ModelledWarehouse.of(company.fill, {asOf}, asked);
}, 120_000);

it("with signal a model is used that ranks and foretells better than the rates of the sources", async () => {
  const {uses, method, state} = await warehouse.row("from mart_lead_summary");
  expect({uses, state}).toEqual({uses: "model", state: "fitted"});
  const rows = await warehouse.rows("from mart_lead_method where moment = 'all'");
  const of = (name: string) => rows.find((row) => row.method === name)!;
  const used = of(method as string);
  expect(used.is_used).toBe(true);
  expect(used.auc).toBeGreaterThan(of("source").auc);
  expect(used.source_gain_low).toBeGreaterThan(0);
  expect(used.auc).toBeGreaterThan(0.75);
  expect(used.brier).toBeLessThan(of("source").brier);
  expect(of("source").brier).toBeLessThan(of("base").brier);
  expect(used.brier_skill).toBeGreaterThan(0.1);
  expect(rows.filter((row) => row.is_used)).toHaveLength(1);
});

it("the area under the curve and the Brier score are those of the forecasts, pair by pair", async () => {
  const told = await warehouse.rows(
    "select has_converted, trees_chance as chance from int_lead_forecast where moment = 'week'"
  );
  const [won, lost] = [told.filter((row) => row.has_converted), told.filter((row) => !row.has_converted)];
  let ranked = 0;
  for (const a of won) for (const b of lost) ranked += a.chance > b.chance ? 1 : a.chance === b.chance ? 0.5 : 0;
  const brier = told.reduce((sum, row) => sum + (row.chance - Number(row.has_converted)) ** 2, 0) / told.length;
  const row = await warehouse.row("from mart_lead_method where method = 'trees' and moment = 'week'");
  expect(row.leads).toBe(told.length);
  expect(row.auc).toBeCloseTo(ranked / (won.length * lost.length), 9);
  expect(row.brier).toBeCloseTo(brier, 7);
});

it("chances are calibrated: the interval of most tenths holds the foretold share, and chances follow the truth", async () => {
  const {method} = await warehouse.row("from mart_lead_summary");
  const tenths = await warehouse.rows(`from mart_lead_calibration where method = '${method}' and leads >= 60`);
  expect(tenths.length).toBeGreaterThanOrEqual(4);
  const off = tenths.filter(
    (row) => row.foretold_share < row.observed_low - 0.03 || row.foretold_share > row.observed_high + 0.03
  );
  expect(off.length).toBeLessThanOrEqual(1);
  const chances = await warehouse.rows(
    `select lead_id, ${method}_chance as chance from int_lead_forecast where moment = 'week'`
  );
  const real = new Map(truth.map((one) => [one.lead, one.chance]));
  const x = chances.map((row) => row.chance as number);
  const y = chances.map((row) => real.get(row.lead_id as string)!);
  expect(correlation(x, y)).toBeGreaterThan(0.75);
});

it("a field that is filled with the conversion is found and refused, and honest ones are not", async () => {
  const rows = await warehouse.rows("from mart_lead_leak where is_refused order by field");
  expect(rows.map(({field, finding}) => [field, finding])).toEqual([
    ["converted_at", "outcome"],
    ["customer_key", "outcome"],
    ["lead_status", "outcome"],
    ["opportunity_id", "outcome"],
    ["product_interest", "filled_after"]
  ]);
  const closed =
    await warehouse.row(`select count(*) filter (state = 'converted' and product_interest is not null) as filled,
    count(*) filter (state = 'converted') as converted
    from int_lead cross join int_lead_horizon where created_at + to_days(horizon_days::integer) <= timestamp '${asOf}'`);
  const leak = rows.find(({field}) => field === "product_interest")!;
  expect([leak.filled_converted, leak.converted]).toEqual([closed.filled, closed.converted]);
  const [told] = await warehouse.rows("select count(*) as n from int_lead_model where drivers like '%product_rate%'");
  expect(told!.n).toBe(0);
});

it("open leads stand by their chance, once each, with reasons and an interval that holds it", async () => {
  const rows = await warehouse.rows("from mart_lead_score order by place");
  const {open_leads: open, stale_leads: stale} = await warehouse.row("from mart_lead_summary");
  expect(rows.map(({place}) => place)).toEqual(rows.map((_, i) => i + 1));
  expect(rows).toHaveLength(open as number);
  expect(rows.filter((row) => row.chance_from === "none")).toHaveLength(stale as number);
  const scored = rows.filter((row) => row.chance_share !== null);
  expect(scored.length).toBeGreaterThan(50);
  for (const [i, row] of scored.entries()) {
    expect(row.chance_from).toBe("model");
    expect(row.chance_low).toBeLessThanOrEqual(row.chance_share);
    expect(row.chance_high).toBeGreaterThanOrEqual(row.chance_share);
    if (i) expect(row.chance_share).toBeLessThanOrEqual(scored[i - 1]!.chance_share);
  }
  const [first] = scored;
  expect(JSON.parse(first!.reasons as string).length).toBeGreaterThan(0);
  expect(first!.lead_source).toBe("Referral");
});

it("every dimension adds up to all leads, and a source's rate is that of the truth", async () => {
  const [whole, ...sums] = await warehouse.rows(
    `select dimension, sum(leads) as leads, sum(closed_leads) as closed, sum(converted_in_time) as converted
     from mart_lead_group group by dimension order by dimension = 'all' desc, dimension`
  );
  for (const {leads, closed, converted} of sums)
    expect([leads, closed, converted]).toEqual([whole!.leads, whole!.closed, whole!.converted]);
  const {horizon_days: horizon} = await warehouse.row("from int_lead_horizon");
  const old = truth.filter((one) => one.createdDay + (horizon as number) < days - 0.01);
  const inTime = old.filter(
    (one) => one.convertedDay !== null && one.convertedDay - one.createdDay <= (horizon as number)
  );
  const all = await warehouse.row("from mart_lead_group where dimension = 'all'");
  expect(Math.abs(all.closed_leads - old.length)).toBeLessThanOrEqual(1);
  expect(Math.abs(all.converted_in_time - inTime.length)).toBeLessThanOrEqual(1);
  const months = await warehouse.row(
    "select sum(leads) as leads, sum(converted_leads) as converted from mart_lead_month"
  );
  expect(months.leads).toBe(all.leads);
  expect(months.converted).toBe(all.converted_leads);
});

function correlation(x: number[], y: number[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const product = x.reduce((sum, value, i) => sum + (value - mx) * (y[i]! - my), 0);
  const norm = (values: number[], m: number) => Math.sqrt(values.reduce((sum, value) => sum + (value - m) ** 2, 0));
  return product / (norm(x, mx) * norm(y, my));
}
