import type {QueryCreator, SelectQueryBuilder} from "kysely";
import {columnsOf} from "../../warehouse/columns.ts";
import type {Relation, RowOf} from "../model.ts";
import {firstOf, isKnown, text} from "../sql.ts";

type Identified<R extends Relation> = SelectQueryBuilder<any, any, RowOf<R> & {customer_id: string}>;

/** The rows of a staged relation whose customer is known, by key first, else by e-mail, with their customer_id. */
export function knownRows<R extends Relation>(db: QueryCreator<any>, relation: R): Identified<R> {
  const keysOf = (kind: string, column: string) =>
    db
      .selectFrom("int_customer_keys")
      .where("key_kind", "=", text(kind))
      .select(({ref}) => [ref("source_key").as(`${kind}_seen`), ref("customer_id").as(column)]);
  return db
    .selectFrom(relation.name as string)
    .leftJoin(keysOf("customer_key", "customer_by_key").as("by_key"), "customer_key_seen", "customer_key")
    .leftJoin(keysOf("email", "customer_by_email").as("by_email"), "email_seen", "email")
    .where(({ref}) => isKnown(firstOf(ref("customer_by_key"), ref("customer_by_email"))))
    .select(({ref}) => [
      ...columnsOf(relation.columns).map(({name}) => ref(name).as(name)),
      firstOf(ref("customer_by_key"), ref("customer_by_email")).as("customer_id")
    ]) as unknown as Identified<R>;
}
