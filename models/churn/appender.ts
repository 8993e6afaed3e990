import {DuckDBDataChunk, type DuckDBType, type DuckDBValue} from "@duckdb/node-api";
import type {Warehouse} from "../../warehouse/warehouse.ts";

/** Rows of a chunk, at most. */
const most = 2048;

/** Appends rows to a temporary table, given as columns in the order of the table's. */
export async function appendColumns(
  warehouse: Warehouse,
  table: string,
  types: readonly DuckDBType[],
  columns: readonly ArrayLike<DuckDBValue>[]
): Promise<void> {
  const appender = await warehouse.connection.createAppender(table, "main", "temp");
  const rows = columns[0]?.length ?? 0;
  for (let from = 0; from < rows; from += most) {
    const to = Math.min(rows, from + most);
    const chunk = DuckDBDataChunk.create(types, to - from);
    columns.forEach((values, c) => chunk.setColumnValues(c, Array.prototype.slice.call(values, from, to)));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
