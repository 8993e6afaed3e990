import {martCustomer360} from "../../../models/marts/mart_customer_360.ts";
import type {Column} from "../../../warehouse/columns.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {csvLine, type CsvValue} from "../../live/csv.ts";
import {publishedColumns, publishedSql} from "../../publishedColumns.ts";
import {contentFile} from "./contentFile.ts";
import {listOrder} from "./listSql.ts";
import type {Manifest} from "./shape.ts";

/** Characters of a shard: under 250 KB also on a host that does not compress. */
const shardCharacters = 200_000;

/** A column as JSON holds it: ISO days and instants, plain numbers to six decimals. */
function plain({name, sql}: Column): string {
  const column = `"${name}"`;
  if (sql === "date") return `strftime(${column}, '%Y-%m-%d')`;
  if (sql === "timestamp") return `strftime(${column}, '%Y-%m-%dT%H:%M:%SZ')`;
  if (sql === "money") return `${column}::double`;
  return sql === "double" ? `round(${column}, 6)` : column;
}

/** The published columns of mart_customer_360: what an analyst takes away of a customer. */
export const rowColumns = (personal: readonly string[]): string[] =>
  publishedColumns(martCustomer360, personal).map(({name}) => name);

/**
 * Writes every published column of every customer, in the order of the list, as shards of CSV lines: a JSON list of texts each.
 *
 * They are read when rows are taken away, and only those that hold one of them. Memory holds one batch and one shard.
 */
export async function rowShards(
  warehouse: Warehouse,
  folder: string,
  personal: readonly string[]
): Promise<Manifest["rows"]> {
  const values = publishedColumns(martCustomer360, personal).map(plain);
  const shards: Manifest["rows"] = [];
  let lines: string[] = [];
  let characters = 0;
  const close = async () => {
    if (lines.length === 0) return;
    shards.push({customers: lines.length, file: await contentFile(folder, "rows", "json", `[${lines.join(",\n")}]`)});
    [lines, characters] = [[], 0];
  };
  const sql = `select json_array(${values.join(", ")})::varchar as line from ${publishedSql(martCustomer360, personal)}
    order by ${listOrder}`;
  for await (const batch of warehouse.batches<{line: string}>(sql)) {
    for (const {line} of batch) {
      const text = JSON.stringify(csvLine(JSON.parse(line) as CsvValue[]));
      if (characters + text.length > shardCharacters) await close();
      lines.push(text);
      characters += text.length;
    }
  }
  await close();
  return shards;
}
