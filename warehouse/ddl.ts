import {columnsOf} from "./columns.ts";
import type {Relation} from "./relation.ts";
import {duckdbTypes} from "./types.ts";

/** DDL of an empty table that has the relation's columns. */
export function emptyTableSql(relation: Relation, name = `"${relation.name}"`, create = "create table"): string {
  const columns = columnsOf(relation.columns).map(
    ({name, sql, nullable}) => `"${name}" ${duckdbTypes[sql]}${nullable ? "" : " not null"}`
  );
  return `${create} ${name} (${columns.join(", ")})`;
}
