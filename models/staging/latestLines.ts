import type {QueryCreator, SelectQueryBuilder} from "kysely";
import type {Database} from "../model.ts";
import {compare, either, isNull, max, min} from "../sql.ts";
import type {rawOrderLines} from "../../ingest/contracts/kinds.ts";

type Raw = Database<[typeof rawOrderLines]>;

/**
 * The order lines of the latest load that holds their order: lines have no key of their own, an order is replaced whole.
 *
 * Only orders that came in two loads are compared, and with a single load none, so that nothing is grouped.
 */
export function latestLines(db: QueryCreator<any>) {
  const newest = db
    .selectFrom("raw_order_lines")
    .where(
      ({selectFrom}) =>
        selectFrom("raw_order_lines").select(({ref}) =>
          compare(min(ref("load_id")), "<>", max(ref("load_id"))).as("has_two_loads")
        ) as never
    )
    .groupBy("order_id")
    .having(({ref}) => compare(min(ref("load_id")), "<>", max(ref("load_id"))))
    .select(({ref}) => [ref("order_id").as("newest_order_id"), max(ref("load_id")).as("newest_load_id")])
    .as("newest");
  return db
    .selectFrom("raw_order_lines")
    .leftJoin(newest, "newest_order_id", "order_id")
    .where(({ref}) =>
      either(isNull(ref("newest_order_id")), compare(ref("load_id"), "=", ref("newest_load_id")))
    ) as unknown as SelectQueryBuilder<Raw, "raw_order_lines", object>;
}
