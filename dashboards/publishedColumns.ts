import {columnsOf, type Column} from "../warehouse/columns.ts";
import type {Relation} from "../warehouse/relation.ts";

/** The columns of a relation that may leave the warehouse, in order: no personal one but those that the operator names. */
export const publishedColumns = (relation: Relation, personal: readonly string[] = []): Column[] =>
  columnsOf(relation.columns).filter(({name, privacy}) => privacy !== "personal" || personal.includes(name));

/** Personal columns of a relation that the operator publishes, in the order of the contract. */
export const publishedPersonal = (relation: Relation, personal: readonly string[]): string[] =>
  publishedColumns(relation, personal).flatMap(({name, privacy}) => (privacy === "personal" ? [name] : []));

/** The published columns of a relation as an SQL subquery: SQL over it cannot name what is withheld. */
export const publishedSql = (relation: Relation, personal: readonly string[] = []): string =>
  `(select ${publishedColumns(relation, personal)
    .map(({name}) => `"${name}"`)
    .join(", ")} from "${relation.name}")`;
