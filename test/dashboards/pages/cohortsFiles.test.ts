import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {cohorts} from "../../../dashboards/pages/cohorts.ts";
import {groupSecrets} from "../../../dashboards/pages/cohorts/groupSecrets.ts";
import {
  groupsKey,
  triangleKeyOf,
  type CohortFiles,
  type GroupsData
} from "../../../dashboards/pages/cohorts/groupsData.ts";
import type {TriangleData, WholeCohort} from "../../../dashboards/pages/cohorts/triangleData.ts";
import {cohortPeriods, cohortTraits} from "../../../models/cohortDimensions.ts";
import {martCohortAverage} from "../../../models/marts/mart_cohort_average.ts";
import {martCohortRetention} from "../../../models/marts/mart_cohort_retention.ts";
import {createRows, inBuildOrder} from "../../../models/compile.ts";
import type {Model} from "../../../models/model.ts";
import {rawRelations} from "../../../ingest/contracts/kinds.ts";
import {ledgerInputs} from "../../../ingest/ledgerRelations.ts";
import {emptyTableSql} from "../../../warehouse/ddl.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {randomShop} from "../../models/cohortOracle.ts";
import {settings} from "../../models/warehouseOf.ts";

const minCell = 4;
let warehouse: Warehouse;
let folder: string;
let manifest: CohortFiles;
const read = <T>(key: string): T =>
  JSON.parse(readFileSync(join(folder, "cohorts", manifest.files[key]!), "utf8")) as T;

beforeAll(async () => {
  warehouse = await Warehouse.open(":memory:");
  for (const relation of [...rawRelations, ...ledgerInputs]) await warehouse.run(emptyTableSql(relation));
  for (const sql of randomShop(5, 300).fill) await warehouse.run(sql);
  const asked = [martCohortAverage, martCohortRetention] as unknown as Model[];
  for (const model of inBuildOrder(asked)) await createRows(model, {warehouse, settings, table: `"${model.name}"`});
  folder = mkdtempSync(join(tmpdir(), "perennial-cohorts-"));
  await cohorts.files!(warehouse, folder, {personal: [], minCell, callsPerDay: 12});
  manifest = JSON.parse(readFileSync(join(folder, "cohorts", "manifest.json"), "utf8")) as CohortFiles;
});
afterAll(() => {
  warehouse?.close();
  rmSync(folder, {recursive: true});
});

describe("the files behind the switches", () => {
  test("hold every period, every dimension and every group that can be chosen", () => {
    const names = new Set(readdirSync(join(folder, "cohorts")));
    for (const file of [...Object.values(manifest.files), ...Object.values(manifest.csv)])
      expect(names).toContain(file);
    for (const period of cohortPeriods) {
      expect(read<TriangleData>(triangleKeyOf(period, "all", "all")).period).toBe(period);
      for (const dimension of cohortTraits) {
        const {groups} = read<GroupsData>(groupsKey(period, dimension));
        for (const name of manifest.groups[dimension]!) {
          expect(groups.map((group) => group.name)).toContain(name);
          expect(read<TriangleData>(triangleKeyOf(period, dimension, name)).period).toBe(period);
        }
      }
    }
    expect(manifest.groups.acquisition_channel!.toSorted()).toEqual(["fair", "unknown", "web"]);
  });

  test("hold the newest 26 cohorts of weeks, and a CSV all of them", async () => {
    const weeks = read<TriangleData>(triangleKeyOf("week", "all", "all")).cohorts;
    expect(weeks).toHaveLength(26);
    const {n} = await warehouse.row<{n: number}>(
      "select count(*) as n from mart_cohort_retention where period = 'week' and dimension = 'all'"
    );
    const text = readFileSync(join(folder, "cohorts", manifest.csv.week), "utf8");
    expect(text.trimEnd().split("\r\n")).toHaveLength(1 + Number(n));
  });

  test("tell no number of fewer customers than may be published, in no file", () => {
    const small = (n: number | null) => n !== null && n > 0 && n < minCell;
    for (const key of Object.keys(manifest.files)) {
      const data = read<Partial<TriangleData & GroupsData>>(key);
      for (const {customers, cells} of data.cohorts ?? []) {
        expect(small(customers)).toBe(false);
        for (const {active, later} of cells) expect(small(active) || small(later)).toBe(false);
      }
      for (const {customers} of data.groups ?? []) expect(small(customers)).toBe(false);
    }
    const [head, ...lines] = readFileSync(join(folder, "cohorts", manifest.csv.week), "utf8")
      .trimEnd()
      .split("\r\n");
    const columns = head!.replace("\ufeff", "").split(",");
    const at = (name: string) => columns.indexOf(name);
    let told = 0;
    for (const line of lines) {
      const values = line.split(",");
      for (const name of ["cohort_customers", "active_customers", "returning_later_customers"])
        expect(small(values[at(name)] === "" ? null : Number(values[at(name)]))).toBe(false);
      if (values[at("active_customers")] === "") expect(values[at("orders")]! + values[at("net_revenue")]!).toBe("");
      else told += 1;
    }
    expect(told).toBeGreaterThan(0);
  });

  test("no withheld cell of a group follows from all customers less the other groups", () => {
    const all = read<TriangleData>(triangleKeyOf("quarter", "all", "all"));
    let seen = 0;
    for (const dimension of cohortTraits) {
      const groups = manifest.groups[dimension]!.map((name) =>
        read<TriangleData>(triangleKeyOf("quarter", dimension, name))
      );
      for (const {on, cells} of all.cohorts)
        for (const [i, cell] of cells.entries()) {
          const parts = groups.flatMap(({cohorts}) => {
            const own = cohorts.find((cohort) => cohort.on === on);
            return own ? [own.cells[i]!.active] : [];
          });
          if (cell.active === null || groups.length < 2) continue;
          const withheld = parts.filter((part) => part === null).length;
          const left = cell.active - parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
          if (withheld === 1) expect(left === 0 || left >= minCell).toBe(true);
          if (withheld > 0) seen += 1;
        }
    }
    expect(seen).toBeGreaterThan(0);
  });
});

test("where one group alone is too small in a cell, the next smallest is withheld with it", () => {
  const cohort = (customers: number, active: number): WholeCohort[] => [
    {
      on: "2026-01-01",
      customers,
      cells: [{active, later: active, orders: 0, revenue: 0, ratio: 0, worth: 0, margin: null, running: false}]
    }
  ];
  const secrets = groupSecrets(
    new Map([
      ["a", cohort(50, 3)],
      ["b", cohort(60, 20)],
      ["c", cohort(70, 30)]
    ]),
    10
  );
  const hidden = (group: string) => secrets(group).cell("2026-01-01", 0, "active");
  expect(["a", "b", "c"].map(hidden)).toEqual([true, true, false]);
  expect(["a", "b", "c"].map((group) => secrets(group).cohort("2026-01-01"))).toEqual([false, false, false]);
});
