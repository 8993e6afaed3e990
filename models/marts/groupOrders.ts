import type {QueryCreator, SelectQueryBuilder} from "kysely";
import type {Database} from "../model.ts";
import * as s from "../sql.ts";
import type {intAsOf} from "../intermediate/int_as_of.ts";
import type {intCustomerOrders} from "../intermediate/int_customer_orders.ts";
import {withinDays} from "../intermediate/withinDays.ts";
import type {stgOrderLines} from "../staging/stg_order_lines.ts";
import type {stgOrders} from "../staging/stg_orders.ts";
import type {martRfm} from "./mart_rfm.ts";

/** How many orders a group has. */
interface GroupOrders {
  order_dimension: string;
  order_value: string;
  orders: number;
}

type Read = Database<
  readonly [typeof intAsOf, typeof intCustomerOrders, typeof stgOrders, typeof stgOrderLines, typeof martRfm]
>;

/** Orders of the last 365 days, cancelled ones apart, in all, by their customers' segment and by product: one row per dimension and value. */
export const groupOrders = (db: QueryCreator<any>) =>
  (db as QueryCreator<Read>)
    .with("ordered", (db) =>
      db
        .selectFrom("stg_orders")
        .crossJoin("int_as_of")
        .where("is_cancelled", "=", false)
        .where(({ref}) => withinDays(365, ref("ordered_on"), ref))
        .whereRef("ordered_at", "<=", "as_of_at")
        .select(["order_id", "ordered_on"])
    )
    .selectFrom("ordered")
    .select([
      s.text<string>("all").as("order_dimension"),
      s.text<string>("all").as("order_value"),
      s.countRows().as("orders")
    ])
    .unionAll(
      db
        .selectFrom("ordered")
        .innerJoin("int_customer_orders as known", "known.order_id", "ordered.order_id")
        .leftJoin("mart_rfm as rfm", "rfm.customer_id", "known.customer_id")
        .groupBy("segment")
        .select(({ref}) => [
          s.text<string>("tier").as("order_dimension"),
          s.coalesce(ref("segment"), s.text<string>("outside")).as("order_value"),
          s.countRows().as("orders")
        ])
    )
    .unionAll(
      db
        .selectFrom("ordered")
        .innerJoin("stg_order_lines as line", "line.order_id", "ordered.order_id")
        .where("product_id", "is not", null)
        .groupBy("product_id")
        .select(({ref}) => [
          s.text<string>("product").as("order_dimension"),
          ref("product_id").$notNull().as("order_value"),
          s.countDistinct(ref("ordered.order_id")).as("orders")
        ])
    ) as unknown as SelectQueryBuilder<any, any, GroupOrders>;
