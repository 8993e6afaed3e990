import {DuckDBDataChunk, type DuckDBType, type DuckDBValue} from "@duckdb/node-api";
import type {Warehouse} from "./warehouse.ts";

/** Rows of one data chunk. */
const size = 2048;

/** Appends rows to a temporary table, given as columns of one length in the order of the table's; NaN becomes null. */
export async function appendColumns(
  warehouse: Warehouse,
  table: string,
  types: readonly DuckDBType[],
  columns: readonly (Float64Array | readonly DuckDBValue[])[]
): Promise<void> {
  const appender = await warehouse.connection.createAppender(table, "main", "temp");
  const rows = columns[0]?.length ?? 0;
  for (let from = 0; from < rows; from += size) {
    const to = Math.min(rows, from + size);
    const chunk = DuckDBDataChunk.create(types, to - from);
    columns.forEach((values, c) => chunk.setColumnValues(c, Array.from(values.slice(from, to), known)));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

const known = (value: DuckDBValue): DuckDBValue => (Number.isNaN(value) ? null : value);
