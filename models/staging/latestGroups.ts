import type {Expression, JoinBuilder, QueryCreator, SelectQueryBuilder} from "kysely";
import {columnsOf} from "../../warehouse/columns.ts";
import type {Database, Relation, RowOf} from "../model.ts";
import {coalesce, compare, either, isNull, max, min, text, timestamp} from "../sql.ts";

/** What stands for nothing, so that rows without a value meet in a join: no text is empty, no event that old. */
const nothingOf: Partial<Record<string, Expression<any>>> = {
  varchar: text(""),
  timestamp: timestamp("1900-01-01 00:00:00")
};

/**
 * The rows of a raw table in the latest load that holds their group: rows without a key of their own, such as lines of an order or
 * events of an instant, are replaced together. Groups are told apart by texts and instants; nothing equals nothing.
 *
 * Only groups that came in two loads are compared, and with a single load none, so that nothing is grouped.
 */
export function latestGroups<R extends Relation>(
  db: QueryCreator<any>,
  relation: R,
  ...group: readonly (keyof RowOf<R> & string)[]
) {
  const table = relation.name as string;
  const fields = columnsOf(relation.columns).filter(({name}) => group.includes(name));
  const groupOf = (ref: (name: string) => Expression<any>) =>
    fields.map(({name, nullable, sql}) => (nullable ? coalesce(ref(name), nothingOf[sql]!) : ref(name)));
  const newest = db
    .selectFrom(table)
    .where(
      ({selectFrom}) =>
        selectFrom(table).select(({ref}) =>
          compare(min(ref("load_rank")), "<>", max(ref("load_rank"))).as("has_two_loads")
        ) as never
    )
    .groupBy(fields.map(({name}) => name))
    .having(({ref}) => compare(min(ref("load_rank")), "<>", max(ref("load_rank"))))
    .select(({ref}) => [
      ...groupOf(ref).map((value, i) => (value as any).as(`newest_${fields[i]!.name}`)),
      max(ref("load_rank")).as("newest_load_rank")
    ])
    .as("newest");
  return db
    .selectFrom(table)
    .leftJoin(newest, (on: JoinBuilder<any, any>) =>
      fields.reduce((join, {name}, i) => join.on(({ref}) => compare(groupOf(ref)[i]!, "=", ref(`newest_${name}`))), on)
    )
    .where(({ref}) =>
      either(isNull(ref("newest_load_rank")), compare(ref("load_rank"), "=", ref("newest_load_rank")))
    ) as unknown as SelectQueryBuilder<Database<[R]>, R["name"], object>;
}
