import {expect, it} from "vitest";
import {rawLeads} from "../../../ingest/contracts/kinds.ts";
import {martLeadFirst} from "../../../models/marts/mart_lead_first.ts";
import {martLeadLeak} from "../../../models/marts/mart_lead_leak.ts";
import {martLeadMonth} from "../../../models/marts/mart_lead_month.ts";
import {insert, ModelledWarehouse} from "../warehouseOf.ts";
import {asOf, companyOfLeads} from "./companyOfLeads.ts";

const asked = [martLeadFirst, martLeadLeak, martLeadMonth];

it.each([11, 12])(
  "without signal nothing is scored: the rates of the sources stand with their intervals (seed %i)",
  async (seed) => {
    const warehouse = await ModelledWarehouse.of(companyOfLeads(seed, 2000, {signal: false}).fill, {asOf}, asked);
    const {uses, state, method} = await warehouse.row("from mart_lead_summary");
    expect({uses, state, method}).toEqual({uses: "rates", state: "fitted", method: null});
    expect((await warehouse.row("select count(*) as n from mart_lead_method where is_used")).n).toBe(0);
    const shares = await warehouse.rows(
      `select chance_share, chance_low, chance_high, conversion_share, conversion_low, conversion_high, reasons, chance_from
     from mart_lead_score as score join mart_lead_group as own on dimension = 'lead_source' and value = lead_source
     where chance_from <> 'none'`
    );
    expect(shares.length).toBeGreaterThan(20);
    for (const row of shares) {
      expect(row.chance_from).toBe("source");
      expect(row.reasons).toBeNull();
      expect([row.chance_share, row.chance_low, row.chance_high]).toEqual([
        row.conversion_share,
        row.conversion_low,
        row.conversion_high
      ]);
    }
  },
  120_000
);

it("too few leads are no model, and a source of too few stands at the rate of all", async () => {
  const {fill} = companyOfLeads(13, 150);
  const rare = insert(
    rawLeads,
    [{lead_id: "rare", lead_source: "Fax", created_at: asOf.replace("T", " "), lead_status: "New"}],
    "000002"
  );
  const warehouse = await ModelledWarehouse.of([...fill, rare], {asOf}, asked);
  const summary = await warehouse.row("from mart_lead_summary");
  expect([summary.uses, summary.state, summary.method, summary.tested_leads]).toEqual(["rates", "too_few", null, 0]);
  const row = await warehouse.row("from mart_lead_score where lead_id = 'rare'");
  expect([row.chance_from, row.chance_share]).toEqual(["all", summary.conversion_share]);
  expect(await warehouse.rows("from int_lead_score")).toEqual([]);
});

it("without leads nothing is said, and leads of which nothing is known have no rate", async () => {
  const none = await ModelledWarehouse.of([], {asOf}, asked);
  expect(
    await none.rows("select leads, open_leads, closed_leads, conversion_share, uses from mart_lead_summary")
  ).toEqual([{leads: 0, open_leads: 0, closed_leads: 0, conversion_share: null, uses: "nothing"}]);
  const bare = await ModelledWarehouse.of(
    [
      insert(rawLeads, [
        {lead_id: "a"},
        {lead_id: "b", is_converted: true},
        {lead_id: "c", lead_status: "无效"},
        {lead_id: "d", created_at: "2020-01-01 00:00:00"}
      ])
    ],
    {asOf},
    asked
  );
  expect(
    await bare.row(
      "select uses, leads, open_leads, lost_leads, converted_leads, undated_leads, conversion_share from mart_lead_summary"
    )
  ).toEqual({
    uses: "nothing",
    leads: 4,
    open_leads: 2,
    lost_leads: 1,
    converted_leads: 1,
    undated_leads: 3,
    conversion_share: 0
  });
  expect(await bare.rows("select lead_id, chance_from, chance_share from mart_lead_score order by place")).toEqual([
    {lead_id: "d", chance_from: "none", chance_share: null},
    {lead_id: "a", chance_from: "none", chance_share: null}
  ]);
  expect((await bare.rows("from mart_lead_month")).map(({leads}) => leads)).toEqual([1]);
});
