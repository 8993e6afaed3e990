import type {JoinBuilder, QueryCreator, SelectQueryBuilder} from "kysely";
import type {Database, Relation, RowOf} from "../model.ts";
import {both, compare, countRows, either, isNull, max} from "../sql.ts";

/**
 * The rows of a raw table in their latest delivery: per key the greatest load_rank, then the greatest load_row.
 *
 * Only keys that came more than once are compared, so that a table without repetitions costs one grouping by key.
 */
export function latestRows<R extends Relation>(
  db: QueryCreator<any>,
  relation: R,
  ...keys: readonly (keyof RowOf<R> & string)[]
) {
  const table = relation.name as string;
  const sameKey = (on: JoinBuilder<any, any>, prefix: string) =>
    keys.reduce((join, key) => join.onRef(key, "=", `${prefix}_${key}`), on);
  const repeated = db
    .selectFrom(table)
    .groupBy([...keys])
    .having(countRows(), ">", 1)
    .select(({ref}) => [
      ...keys.map((key) => ref(key).as(`repeated_${key}`)),
      max(ref("load_rank")).as("repeated_load_rank")
    ])
    .as("repeated");
  const newest = db
    .selectFrom(repeated)
    .innerJoin(table, (on) => sameKey(on, "repeated").onRef("load_rank", "=", "repeated_load_rank"))
    .groupBy([...keys.map((key) => `repeated_${key}`), "repeated_load_rank"])
    .select(({ref}) => [
      ...keys.map((key) => ref(`repeated_${key}`).as(`newest_${key}`)),
      ref("repeated_load_rank").as("newest_load_rank"),
      max(ref("load_row")).as("newest_load_row")
    ])
    .as("newest");
  return db
    .selectFrom(table)
    .leftJoin(newest, (on) => sameKey(on, "newest"))
    .where(({ref}) =>
      either(
        isNull(ref("newest_load_rank")),
        both(
          compare(ref("load_rank"), "=", ref("newest_load_rank")),
          compare(ref("load_row"), "=", ref("newest_load_row"))
        )
      )
    ) as unknown as SelectQueryBuilder<Database<[R]>, R["name"], object>;
}
