import {columnsOf} from "./columns.ts";
import type {Relation} from "./relation.ts";
import {clickhouseTypes} from "./types.ts";

/**
 * What every statement to ClickHouse must be sent with, so that it answers as SQL does: misses of outer joins and aggregates of nothing are null,
 * casts keep nulls, UNION is distinct, a name means the column before the alias, nulls where none may be are errors, and clocks show UTC.
 */
export const clickhouseSettings = {
  join_use_nulls: 1,
  aggregate_functions_null_for_empty: 1,
  cast_keep_nullable: 1,
  group_by_use_nulls: 1,
  union_default_mode: "DISTINCT",
  prefer_column_name_to_alias: 1,
  insert_null_as_default: 0,
  session_timezone: "UTC"
} as const;

/** DDL of an empty ClickHouse table that has the relation's columns, sorted by its grain; `name` is quoted. */
export function clickhouseTableSql({columns, grain}: Relation, name: string): string {
  const typed = columnsOf(columns).map(({name, sql, nullable}) => {
    const type = clickhouseTypes[sql];
    return `"${name}" ${nullable ? `Nullable(${type})` : type}`;
  });
  const key = grain.length ? `(${grain.map((column) => `"${column}"`).join(", ")})` : "tuple()";
  return `create table ${name} (${typed.join(", ")}) engine = MergeTree order by ${key} settings allow_nullable_key = 1`;
}
