import {DOUBLE} from "@duckdb/node-api";
import {appendColumns} from "./appendColumns.ts";
import type {Warehouse} from "./warehouse.ts";

/** Creates a temporary table of doubles from columns of one length, NaN as null; the counterpart of `readDoubles`. */
export async function appendDoubles(
  warehouse: Warehouse,
  table: string,
  columns: Record<string, Float64Array>
): Promise<void> {
  const names = Object.keys(columns);
  await warehouse.run(
    `create or replace temp table "${table}" (${names.map((name) => `"${name}" double`).join(", ")})`
  );
  await appendColumns(
    warehouse,
    table,
    names.map(() => DOUBLE),
    Object.values(columns)
  );
}
