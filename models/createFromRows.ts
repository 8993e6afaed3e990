import {columnsOf} from "../warehouse/columns.ts";
import {duckdbTypes} from "../warehouse/types.ts";
import type {RowOf} from "../warehouse/relation.ts";
import type {Model, Step} from "./model.ts";

/** A row of a model as a procedure computes it: days as ISO text. */
export type Computed<Row> = {
  [K in keyof Row]: Exclude<Row[K], Date> | (Extract<Row[K], Date> extends never ? never : string);
};

/** Creates a procedure's table in one statement from rows in memory: some ten thousand at most. */
export async function createFromRows<M extends Model>(
  {columns}: Pick<M, "columns">,
  rows: readonly Computed<RowOf<M>>[],
  {warehouse, table}: Pick<Step, "warehouse" | "table">
): Promise<void> {
  const declared = columnsOf(columns);
  const shape = `[{${declared.map(({name, sql}) => `"${name}": "${duckdbTypes[sql]}"`).join(", ")}}]`;
  await warehouse.connection.run(
    `create or replace table ${table} as
     select ${declared.map(({name}) => `cell."${name}"`).join(", ")}
     from (select unnest(from_json($1::json, '${shape}')) as cell)`,
    [JSON.stringify(rows)]
  );
}
