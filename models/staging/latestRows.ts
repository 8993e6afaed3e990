import type {QueryCreator, SelectQueryBuilder} from "kysely";
import type {Database, Relation, RowOf} from "../model.ts";
import {both, compare, countRows, either, isNull, max} from "../sql.ts";

/**
 * The rows of a raw table in their latest delivery: per key the greatest load_id, then the greatest load_row.
 *
 * Only keys that came more than once are compared, so that a table without repetitions costs one grouping by key.
 */
export function latestRows<R extends Relation>(db: QueryCreator<any>, relation: R, key: keyof RowOf<R> & string) {
  const table = relation.name as string;
  const repeated = db
    .selectFrom(table)
    .groupBy(key)
    .having(countRows(), ">", 1)
    .select(({ref}) => [ref(key).as("repeated_key"), max(ref("load_id")).as("repeated_load_id")])
    .as("repeated");
  const newest = db
    .selectFrom(repeated)
    .innerJoin(table, (on) => on.onRef(key, "=", "repeated_key").onRef("load_id", "=", "repeated_load_id"))
    .groupBy(["repeated_key", "repeated_load_id"])
    .select(({ref}) => [
      ref("repeated_key").as("newest_key"),
      ref("repeated_load_id").as("newest_load_id"),
      max(ref("load_row")).as("newest_load_row")
    ])
    .as("newest");
  return db
    .selectFrom(table)
    .leftJoin(newest, "newest_key", key)
    .where(({ref}) =>
      either(
        isNull(ref("newest_key")),
        both(compare(ref("load_id"), "=", ref("newest_load_id")), compare(ref("load_row"), "=", ref("newest_load_row")))
      )
    ) as unknown as SelectQueryBuilder<Database<[R]>, R["name"], object>;
}
