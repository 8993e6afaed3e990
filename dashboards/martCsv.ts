import {createWriteStream} from "node:fs";
import {mkdir} from "node:fs/promises";
import {dirname} from "node:path";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import type {Relation} from "../models/model.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import {csv, csvLine, type CsvValue} from "./live/csv.ts";
import {publishedColumns, publishedSql} from "./publishedColumns.ts";

/**
 * Writes the published columns of a mart as one CSV file, formula-safe, with `as_of` and an empty `filter` behind them; real numbers and
 * money to four decimals, days as YYYY-MM-DD. `rest` is SQL after the mart's name: which rows, in which order. Memory holds one batch.
 */
export async function writeMartCsv(
  warehouse: Warehouse,
  mart: Relation,
  {file, asOf, rest}: {file: string; asOf: string; rest: string}
): Promise<void> {
  await mkdir(dirname(file), {recursive: true});
  await pipeline(Readable.from(linesOf(warehouse, mart, asOf, rest)), createWriteStream(file));
}

async function* linesOf(warehouse: Warehouse, mart: Relation, asOf: string, rest: string): AsyncGenerator<string> {
  const columns = publishedColumns(mart);
  const plain = columns.map(({name, sql}) =>
    sql === "money" || sql === "double"
      ? `round("${name}"::double, 4) as "${name}"`
      : sql === "date"
        ? `strftime("${name}", '%Y-%m-%d') as "${name}"`
        : `"${name}"`
  );
  yield csv([...columns.map(({name}) => name), "as_of", "filter"], []);
  const rows = warehouse.batches<Record<string, CsvValue>>(
    `select ${plain.join(", ")} from ${publishedSql(mart)} ${rest}`
  );
  for await (const batch of rows)
    yield batch.map((row) => `${csvLine([...columns.map(({name}) => row[name]), asOf, ""])}\r\n`).join("");
}

/** The day of as_of, YYYY-MM-DD; the build has one, or there is no site. */
export const asOfDay = async (warehouse: Warehouse): Promise<string> =>
  (await warehouse.row<{as_of: string}>("select strftime(as_of_on, '%Y-%m-%d') as as_of from int_as_of")).as_of;
