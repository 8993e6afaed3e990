import {columnsOf} from "../../../warehouse/columns.ts";
import type {Relation} from "../../../models/model.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";

/** Uniform on (0, 1) by hash, the same in every run: scalar SQL. */
export const uniform = (salt: string, ...keys: string[]): string =>
  `((hash(${[...keys, `'${salt}'`].join(", ")}) % 1000000007 + 0.5) / 1000000007.0)`;

/** Creates the table of a relation from a SQL source: columns as SQL, null where none is given. */
export async function fill(
  warehouse: Warehouse,
  {name, columns}: Pick<Relation, "name" | "columns">,
  given: Record<string, string>,
  from: string
): Promise<void> {
  const cells = columnsOf(columns).map(
    ({name, sql}) => `cast(${given[name] ?? "null"} as ${sql === "money" ? "decimal(18, 4)" : sql}) as "${name}"`
  );
  await warehouse.run(`create or replace table "${name}" as select ${cells.join(", ")} from ${from}`);
}
