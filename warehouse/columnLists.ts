import {columnsOf, type SqlType} from "./columns.ts";
import type {Relation} from "./relation.ts";

/** Names of a relation's columns, in order. */
export const columnNames = ({columns}: Pick<Relation, "columns">): string[] => columnsOf(columns).map(({name}) => name);

/** Names in SQL, by commas. */
export const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

/** A relation's columns in SQL, each cast to its type as an engine spells it. */
export const typedColumns = ({columns}: Pick<Relation, "columns">, types: Record<SqlType, string>): string =>
  columnsOf(columns)
    .map(({name, sql}) => `cast("${name}" as ${types[sql]}) as "${name}"`)
    .join(", ");
