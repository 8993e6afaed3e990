import {columnsOf} from "../columns.ts";
import type {Relation} from "../relation.ts";
import {clickhouseTypes} from "../types.ts";

/** DDL of an empty ClickHouse table that has the relation's columns, sorted by its grain; `name` is quoted. */
export function clickhouseTableSql({columns, grain}: Relation, name: string): string {
  const typed = columnsOf(columns).map(({name, sql, nullable}) => {
    const type = clickhouseTypes[sql];
    return `"${name}" ${nullable ? `Nullable(${type})` : type}`;
  });
  const key = grain.length ? `(${grain.map((column) => `"${column}"`).join(", ")})` : "tuple()";
  return `create table ${name} (${typed.join(", ")}) engine = MergeTree order by ${key} settings allow_nullable_key = 1`;
}
