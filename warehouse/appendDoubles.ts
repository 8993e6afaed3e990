import {DOUBLE, DuckDBDataChunk} from "@duckdb/node-api";
import type {Warehouse} from "./warehouse.ts";

/** Rows of one data chunk. */
const size = 2048;

/** Creates a temporary table of doubles from columns of one length, NaN as null; the counterpart of `readDoubles`. */
export async function appendDoubles(
  warehouse: Warehouse,
  table: string,
  columns: Record<string, Float64Array>
): Promise<void> {
  const names = Object.keys(columns);
  const values = Object.values(columns);
  const rows = values[0]?.length ?? 0;
  await warehouse.run(
    `create or replace temp table "${table}" (${names.map((name) => `"${name}" double`).join(", ")})`
  );
  const appender = await warehouse.connection.createAppender(table, "main", "temp");
  const types = names.map(() => DOUBLE);
  for (let from = 0; from < rows; from += size) {
    const to = Math.min(rows, from + size);
    const chunk = DuckDBDataChunk.create(types, to - from);
    values.forEach((column, i) =>
      chunk.setColumnValues(
        i,
        Array.from(column.subarray(from, to), (value) => (Number.isNaN(value) ? null : value))
      )
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
