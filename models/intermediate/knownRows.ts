import type {QueryCreator, SelectQueryBuilder} from "kysely";
import {columnsOf} from "../../warehouse/columns.ts";
import type {Relation, RowOf} from "../model.ts";
import {firstOf, isKnown, text} from "../sql.ts";

type Identified<R extends Relation> = SelectQueryBuilder<any, any, RowOf<R> & {customer_id: string}>;

/** What a row may be about: a relation with a customer_id and the one key that is its grain, which rows name in a column of that name. */
interface Subject {
  readonly about: Relation;
  readonly by: string;
}

/** Columns that say who it is, each the name of a kind of key, in the order in which they are asked. */
const contacts = ["customer_key", "email", "phone"];

/**
 * The rows of a staged relation whose customer is known, with their customer_id: by key first, else by e-mail, else by phone, as far as
 * the relation has these columns; else by what the row is about, such as a refund by its order.
 */
export function knownRows<R extends Relation>(
  db: QueryCreator<any>,
  relation: R,
  ...subjects: readonly Subject[]
): Identified<R> {
  const columns = columnsOf(relation.columns).map(({name}) => name);
  const way = (column: string, known: SelectQueryBuilder<any, any, any>, key: string) => ({
    column,
    found: `customer_by_${column}`,
    table: known
      .select(({ref}) => [ref(key).as(`${column}_seen`), ref("customer_id").as(`customer_by_${column}`)])
      .as(`by_${column}`)
  });
  const keys = db.selectFrom("int_customer_keys");
  const ways = [
    ...contacts
      .filter((kind) => columns.includes(kind))
      .map((kind) => way(kind, keys.where("key_kind", "=", text(kind)), "source_key")),
    ...subjects.map(({about, by}) => way(by, db.selectFrom(about.name as string), by))
  ];
  const rows = db.selectFrom(relation.name as string) as SelectQueryBuilder<any, any, any>;
  return ways
    .reduce((query, {table, column}) => query.leftJoin(table, `${column}_seen`, column), rows)
    .where(({ref}) => isKnown(firstOf(...ways.map(({found}) => ref(found)))))
    .select(({ref}) => [
      ...columns.map((name) => ref(name).as(name)),
      firstOf(...ways.map(({found}) => ref(found))).as("customer_id")
    ]) as unknown as Identified<R>;
}
