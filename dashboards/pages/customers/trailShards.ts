import {Field, Int32, List, makeData, makeVector, Table, tableToIPC, Uint16, Vector} from "apache-arrow";
import {cohortTraits, type CohortDimension} from "../../../models/cohortDimensions.ts";
import {intCohortCustomer} from "../../../models/intermediate/int_cohort_customer.ts";
import {intCohortGroup} from "../../../models/intermediate/int_cohort_group.ts";
import {martCustomer360} from "../../../models/marts/mart_customer_360.ts";
import {martCustomerTimeline} from "../../../models/marts/mart_customer_timeline.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {publishedSql} from "../../publishedColumns.ts";
import {contentFile} from "./contentFile.ts";
import {listOrder} from "./listSql.ts";
import type {Manifest} from "./shape.ts";

/** Customers of a shard: under 250 KB also where they order often. */
const shardRows = 3_500;

type Trait = Exclude<CohortDimension, "all">;
type Row = {first: number | null; days: string | null} & Record<Trait, number | null>;

/** When each customer ordered, in the order of the list: the day of the first order, and days since it as text "0 31 90". */
const sql = `
  select
    date_diff('day', date '1970-01-01', first_order_on) as first,
    days,
    ${cohortTraits.map((trait) => `${trait}_group as ${trait}`).join(", ")}
  from ${publishedSql(martCustomer360)}
  left join (
    select customer_id, string_agg(distinct date_diff('day', first_order_on, event_on)::varchar, ' ') as days
    from ${publishedSql(martCustomerTimeline)} join ${publishedSql(martCustomer360)} using (customer_id)
    where kind = 'order' and first_order_on is not null
    group by customer_id
  ) using (customer_id)
  left join (select * exclude (first_order_on) from ${publishedSql(intCohortCustomer)}) using (customer_id)
  order by ${listOrder}`;

function tableOf(rows: readonly Row[]): Table {
  const days = rows.map((row) =>
    (row.days ?? "")
      .split(" ")
      .filter(Boolean)
      .map(Number)
      .sort((a, b) => a - b)
  );
  const valueOffsets = new Int32Array(rows.length + 1);
  days.forEach((own, i) => (valueOffsets[i + 1] = valueOffsets[i]! + own.length));
  const child = makeData({type: new Uint16(), data: Uint16Array.from(days.flat())});
  const type = new List(new Field("day", new Uint16(), false));
  return new Table({
    first: new Vector([
      makeData({type: new Int32(), data: Int32Array.from(rows, (row) => (row.first === null ? -1 : Number(row.first)))})
    ]),
    days: new Vector([makeData({type, length: rows.length, nullCount: 0, valueOffsets, child})]),
    ...Object.fromEntries(
      cohortTraits.map((trait) => [trait, makeVector(Uint8Array.from(rows, (row) => Number(row[trait] ?? 255)))])
    )
  });
}

/** The names of the groups of every dimension, at their numbers. */
export async function groupNames(warehouse: Warehouse): Promise<Manifest["groups"]> {
  const rows = await warehouse.rows<{dimension: Trait; number: number; name: string}>(
    `select dimension, group_number as number, group_name as name from ${publishedSql(intCohortGroup)} where dimension <> 'all'`
  );
  const names = Object.fromEntries(cohortTraits.map((trait) => [trait, [] as string[]])) as Manifest["groups"];
  for (const {dimension, number, name} of rows) names[dimension][Number(number)] = name;
  return names;
}

/** Writes when each customer ordered and which groups they are of, in the order of the list; read where a filter asks for it. */
export async function trailShards(warehouse: Warehouse, folder: string): Promise<Manifest["trails"]> {
  const shards: Manifest["trails"] = [];
  let rows: Row[] = [];
  const close = async () => {
    if (rows.length === 0) return;
    shards.push({
      customers: rows.length,
      file: await contentFile(folder, "trail", "arrow", tableToIPC(tableOf(rows), "stream"))
    });
    rows = [];
  };
  for await (const batch of warehouse.batches<Row>(sql)) {
    for (const row of batch) {
      rows.push(row);
      if (rows.length === shardRows) await close();
    }
  }
  await close();
  return shards;
}
