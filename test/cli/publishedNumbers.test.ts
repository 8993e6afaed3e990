import {existsSync, mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {ingest, type IngestReport} from "../../ingest/ingest.ts";
import {openProject} from "../../ingest/project.ts";
import {build} from "../../models/build.ts";
import {check} from "../../models/check.ts";
import {models} from "../../models/index.ts";
import {settingsOf} from "../../models/settingsOf.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";

const home = fileURLToPath(new URL("../..", import.meta.url));
const datasets = process.env.PERENNIAL_DATASETS ?? resolve(home, "../shared/datasets");
const present = existsSync(datasets);
if (!present) console.warn(`published numbers: skipped, ${datasets} is absent; set PERENNIAL_DATASETS to check them`);

/** A project of test/projects, loaded and built as `perennial run` does it. */
function built(name: string) {
  const state = {} as {warehouse: Warehouse; report: IngestReport};
  beforeAll(async () => {
    const project = await openProject(join(home, "test/projects", name));
    state.warehouse = await Warehouse.open(join(mkdtempSync(join(tmpdir(), "perennial-")), "w.duckdb"));
    state.report = await ingest(state.warehouse, project);
    await build(state.warehouse, models, settingsOf(project));
  });
  afterAll(() => state.warehouse.close());
  const cohort = async (month: string) =>
    (
      await state.warehouse.rows<{n: number}>(
        `select active_customers as n from mart_cohort_retention
         where period = 'month' and dimension = 'all' and cohort_on = '${month}' order by periods_since_first`
      )
    ).map(({n}) => n);
  return {state, cohort};
}

// UCI Online Retail, Chen, Sain & Guo 2012; cohort counts from the file itself.
describe.skipIf(!present)("Online Retail, sales only", () => {
  const {state, cohort} = built("online-retail");

  it("accounts for every one of the 541,909 lines", () => {
    const [load] = state.report.loaded;
    expect(load).toMatchObject({rows_read: 541_909, rows_loaded: 397_884, rows_rejected: 0, rows_set_aside: 144_025});
  });
  it("has 4,338 customers and 8,911,407.90 of revenue", async () => {
    const totals = await state.warehouse.row(
      "select count(*) as customers, round(sum(net_revenue), 2) as revenue from mart_customer_360 where orders > 0"
    );
    expect(totals).toEqual({customers: 4338, revenue: 8911407.9});
  });
  it("has the known cohort of December 2010, whose last month is partial", async () => {
    expect(await cohort("2010-12-01")).toEqual([885, 324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235]);
    const {partial} = await state.warehouse.row<{partial: number}>(
      `select count(*) as partial from mart_cohort_retention
       where period = 'month' and dimension = 'all' and is_partial and period_on <> '2011-12-01'`
    );
    expect(partial).toBe(0);
  });
  it("passes every check of contracts, grains and identities", async () => {
    const failed = (await check(state.warehouse, models)).filter(({is_passed}) => !is_passed);
    expect(failed).toEqual([]);
  });
});

describe.skipIf(!present)("Online Retail, all rows with a customer", () => {
  const {state, cohort} = built("online-retail-all-rows");

  it("has the known cohorts of December 2010 and January 2011", async () => {
    expect(state.report.loaded[0]).toMatchObject({rows_read: 541_909, rows_loaded: 406_829, rows_set_aside: 135_080});
    expect(await cohort("2010-12-01")).toEqual([948, 362, 317, 367, 341, 376, 360, 336, 336, 374, 354, 474, 260]);
    expect(await cohort("2011-01-01")).toEqual([421, 101, 119, 102, 138, 126, 110, 108, 131, 146, 155, 63]);
  });
});

// CDNOW master, Fader & Hardie 2001; counts from the file itself.
describe.skipIf(!present)("CDNOW master", () => {
  const {state, cohort} = built("cdnow");

  it("has 69,659 transactions of 23,570 customers worth 2,500,315.63", async () => {
    const totals = await state.warehouse.row(
      "select sum(orders) as orders, count(*) as customers, sum(net_revenue) as revenue from mart_customer_360"
    );
    expect(totals).toEqual({orders: 69_659, customers: 23_570, revenue: 2_500_315.63});
  });
  it("has the known cohorts of early 1997", async () => {
    expect(await cohort("1997-01-01")).toEqual([
      7846, 1157, 964, 810, 679, 736, 720, 582, 559, 594, 673, 634, 528, 511, 664, 472, 497, 498
    ]);
    expect(await cohort("1997-02-01")).toEqual([
      8476, 1312, 980, 783, 847, 786, 626, 619, 666, 721, 661, 545, 568, 718, 545, 548, 551
    ]);
    expect(await cohort("1997-03-01")).toEqual([
      7248, 1032, 752, 756, 674, 564, 561, 579, 634, 569, 464, 472, 678, 420, 443, 457
    ]);
  });
  it("has the known share of its best fifth of customers", async () => {
    const {share} = await state.warehouse.row<{share: number}>(
      "select revenue_share as share from mart_pareto where top_percent = 20"
    );
    expect(share).toBeCloseTo(0.67777, 5);
  });
});
