import {group} from "d3";
import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {
  cohortTraits,
  type CohortDimension,
  cohortPeriods,
  type CohortPeriod
} from "../../../models/cohortDimensions.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import type {Publish} from "../../page.ts";
import {isWithheld, withheldParts} from "../../withheld.ts";
import {contentFile} from "../customers/contentFile.ts";
import {cohortCsv} from "./cohortCsv.ts";
import {groupSecrets} from "./groupSecrets.ts";
import {
  folderName,
  groupsKey,
  triangleKeyOf,
  type CohortFiles,
  type GroupMeans,
  type GroupsData
} from "./groupsData.ts";
import {triangleData, wholeCohorts, type AsOfRow, type AverageRow, type CohortRow} from "./triangleData.ts";

/** How many cohorts of a period the site holds, the newest; the CSV files hold all. */
const held: Record<CohortPeriod, number> = {week: 26, month: 60, quarter: 40, rolling: 60};

const of = (period: CohortPeriod, dimension: CohortDimension) => `period = '${period}' and dimension = '${dimension}'`;

/** Cells of the newest cohorts of all groups of a dimension. */
const cells = (warehouse: Warehouse, period: CohortPeriod, dimension: CohortDimension): Promise<CohortRow[]> =>
  warehouse.rows<CohortRow>(`from mart_cohort_retention where ${of(period, dimension)} and cohort_on in (
      select distinct cohort_on from mart_cohort_retention where ${of(period, "all")} order by cohort_on desc limit ${held[period]})
    order by group_name, cohort_on, periods_since_first`);

const means = (warehouse: Warehouse, period: CohortPeriod, dimension: CohortDimension): Promise<AverageRow[]> =>
  warehouse.rows<AverageRow>(
    `from mart_cohort_average where ${of(period, dimension)} and periods_since_first <= ${held[period]} order by group_name, periods_since_first`
  );

/** Writes what the switches of the page fetch: a triangle a period and group, the groups of a dimension beside each other, and all cohorts as CSV. */
export async function writeFiles(warehouse: Warehouse, data: string, {minCell}: Publish): Promise<void> {
  const folder = join(data, folderName);
  await mkdir(folder, {recursive: true});
  const [asOf] = await warehouse.rows<AsOfRow>("from int_as_of");
  const manifest: CohortFiles = {files: {}, csv: {} as CohortFiles["csv"], groups: {}};
  const write = async (key: string, contents: unknown) => {
    const prefix = key
      .replace(/[^a-z0-9]+/gi, "-")
      .toLowerCase()
      .slice(0, 40);
    manifest.files[key] = await contentFile(folder, prefix, "json", JSON.stringify(contents));
  };
  for (const period of cohortPeriods) {
    const [rows, averages] = [await cells(warehouse, period, "all"), await means(warehouse, period, "all")];
    const all = triangleData(rows, averages, asOf, minCell);
    await write(triangleKeyOf(period, "all", "all"), all);
    const everybody = await sizes(warehouse, period, "all");
    for (const dimension of cohortTraits) {
      const [own, ownMeans] = [await cells(warehouse, period, dimension), await means(warehouse, period, dimension)];
      const byGroup = group(own, (row) => row.group_name);
      const meansByGroup = group(ownMeans, (row) => row.group_name);
      const secretsOf = groupSecrets(new Map([...byGroup].map(([name, rows]) => [name, wholeCohorts(rows)])), minCell);
      const known = await sizes(warehouse, period, dimension);
      const few = withheldParts([...known.values()], minCell);
      const groups = [...known].map(([name, customers], i): GroupMeans => {
        const triangle = triangleData(byGroup.get(name) ?? [], meansByGroup.get(name) ?? [], asOf, minCell);
        return few[i] ? {name, customers: null, means: []} : {name, customers, means: triangle.means};
      });
      manifest.groups[dimension] = groups.flatMap(({name, customers}) => (customers === null ? [] : [name]));
      for (const {name, customers} of groups) {
        if (customers === null) continue;
        const rows = byGroup.get(name) ?? [];
        const triangle = triangleData(rows, meansByGroup.get(name) ?? [], asOf, minCell, secretsOf(name));
        await write(triangleKeyOf(period, dimension, name), {...triangle, period});
      }
      const total = everybody.get("all") ?? 0;
      const whole: GroupMeans = {name: "all", customers: isWithheld(total, minCell) ? null : total, means: all.means};
      const beside: GroupsData = {period, dimension, groups, all: whole, minCell, asOf: all.asOf};
      await write(groupsKey(period, dimension), beside);
    }
    const csv = await cohortCsv(warehouse, period, minCell, all.asOf);
    manifest.csv[period] = await contentFile(folder, `cohorts-${period}`, "csv", csv);
  }
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
}

/** Customers by group, the largest first. */
async function sizes(
  warehouse: Warehouse,
  period: CohortPeriod,
  dimension: CohortDimension
): Promise<Map<string, number>> {
  const rows = await warehouse.rows<{name: string; customers: number}>(
    `select group_name as name, sum(cohort_customers)::bigint as customers from mart_cohort_retention
     where ${of(period, dimension)} and periods_since_first = 0 group by 1 order by 2 desc, 1`
  );
  return new Map(rows.map(({name, customers}) => [name, Number(customers)]));
}
