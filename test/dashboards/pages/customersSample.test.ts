import {spawnSync} from "node:child_process";
import {cpSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {chosen} from "./customers/filtersOf.ts";
import {published, type Published} from "./customers/published.ts";

const home = fileURLToPath(new URL("../../..", import.meta.url));
const project = mkdtempSync(join(tmpdir(), "perennial-sample-"));
let warehouse: Warehouse;
let site: Published;

beforeAll(async () => {
  for (const name of ["perennial.config.ts", "data/exports"])
    cpSync(join(home, name), join(project, name), {recursive: true});
  for (const command of ["ingest", "build"]) {
    const {status, stderr} = spawnSync(process.execPath, ["cli/perennial.js", command, "--project", project], {
      cwd: home,
      encoding: "utf8"
    });
    if (status !== 0) throw new Error(stderr);
  }
  warehouse = await Warehouse.open(join(project, "data/warehouse.duckdb"), {readOnly: true});
  site = await published(warehouse);
});
afterAll(() => {
  site?.remove();
  warehouse?.close();
  rmSync(project, {recursive: true});
});

/** What the filters of an address choose against what a mart counts, for every row of the mart. */
async function agree(sql: string, query: (row: Record<string, unknown>) => string, most = Infinity): Promise<number> {
  const rows = (await warehouse.rows<Record<string, unknown> & {customers: number}>(sql)).slice(0, most);
  const counted = rows.map((row) => [query(row), chosen(site.base, query(row)).length]);
  expect(counted).toEqual(rows.map((row) => [query(row), row.customers]));
  return rows.length;
}

describe("on the sample, an address of another page chooses as many customers as the number that was clicked", () => {
  test("every segment", async () => {
    expect(await agree("select segment, customers from mart_segment", ({segment}) => `?segment=${segment}`)).toBe(9);
  });

  test("every cell of recency × frequency", async () => {
    const sql = "select recency_score as r, frequency_score as f, customers from mart_rfm_grid";
    expect(await agree(sql, ({r, f}) => `?recency=${r}&frequency=${f}`)).toBe(25);
  });

  test("every cohort and elapsed month", async () => {
    const sql = `select strftime(cohort_month, '%Y-%m') as cohort, months_since_first as k, active_customers as customers
      from mart_cohort_retention order by 1, 2`;
    expect(await agree(sql, ({cohort, k}) => `?cohort=${cohort}&month=${k}`)).toBeGreaterThan(100);
  });

  test("every cohort, counted in the month or later", async () => {
    const sql = `select strftime(cohort_month, '%Y-%m') as cohort, months_since_first as k, returning_later_customers as customers
      from mart_cohort_retention order by 1, 2`;
    await agree(sql, ({cohort, k}) => `?cohort=${cohort}&month=${k}&counted=later`);
  });

  test("every class among the buyers", async () => {
    const rows = await warehouse.rows<{abc: string; customers: number}>(
      "select abc_class as abc, count(*) as customers from mart_customer_360 group by 1"
    );
    for (const {abc, customers} of rows) {
      expect([abc, chosen(site.base, `?${new URLSearchParams({abc})}`).length]).toEqual([abc, customers]);
    }
  });

  test("every band of risk", async () => {
    await agree(
      "select risk_band as band, count(*) as customers from mart_churn_risk group by 1",
      ({band}) => `?band=${band}`
    );
  });
});

test("on the sample, no e-mail address is in any file of the page", async () => {
  const rows = await warehouse.rows<{email: string}>("select email from mart_customer_360 where email is not null");
  const text = [...site.manifest.lists, ...site.manifest.profiles]
    .map(({file}) => site.read(file).toString("latin1"))
    .join("\n");
  expect(rows.length).toBeGreaterThan(1_000);
  expect(rows.filter(({email}) => text.includes(email))).toEqual([]);
});
