import type {QueryCreator} from "kysely";
import * as s from "../sql.ts";

/**
 * Lines of goods that somebody bought, one row per delivered line: of orders that were not cancelled, not given back, at least one unit.
 *
 * The item is the product's key, else the name on the line; lines with neither are left out.
 */
export const goodsLines = (db: QueryCreator<any>) =>
  db
    .selectFrom("stg_order_lines as line")
    .innerJoin("stg_orders as bought", "bought.order_id", "line.order_id")
    .where("bought.is_cancelled", "=", false)
    .where("line.is_return", "=", false)
    .where("line.quantity", ">", s.num(0))
    .where(({ref}) => s.isKnown(s.firstOf(ref("line.product_id"), ref("line.product_name"))))
    .select(({ref}) => [
      ref("line.order_id").$castTo<string>().as("order_id"),
      s
        .firstOf(ref("line.product_id").$castTo<string | null>(), ref("line.product_name").$castTo<string | null>())
        .$notNull()
        .as("item_id"),
      ref("line.product_name").$castTo<string | null>().as("product_name"),
      ref("line.quantity").$castTo<number>().as("quantity"),
      ref("line.line_revenue").$castTo<number>().as("line_revenue")
    ]);
