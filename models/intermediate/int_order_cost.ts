import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgOrderLines} from "../staging/stg_order_lines.ts";
import {stgProducts} from "../staging/stg_products.ts";

/**
 * What the goods of an order cost, one row per order of which every line has a product of known unit cost.
 *
 * Cost = Σ units × unit cost of the latest delivery of products, exact; returned lines take theirs back. An order with one line of
 * unknown cost is left out, because its margin would be too high.
 */
export const intOrderCost = model({
  name: "int_order_cost",
  title: {
    en: "What the goods of an order cost, one row per order of known cost.",
    zh: "订单商品成本，成本已知的订单每单一行。"
  },
  from: [stgOrderLines, stgProducts],
  grain: ["order_id"],
  columns: z.strictObject({
    order_id: c.id("The source's own key of the order.", "订单号。"),
    goods_cost: c.money("Cost of its goods.", "商品成本。")
  }),
  query: (db) =>
    db
      .with("totals", (db) =>
        db
          .selectFrom("stg_order_lines")
          .leftJoin("stg_products", "stg_products.product_id", "stg_order_lines.product_id")
          .groupBy("order_id")
          .select(({ref}) => {
            const isUnknown = s.isNull(ref("unit_cost"));
            return [
              "order_id",
              s.count(s.onlyWhen(isUnknown, ref("order_id"))).as("unknown_lines"),
              s.sum(s.exactProduct(ref("quantity"), ref("unit_cost"))).as("goods_cost")
            ];
          })
      )
      .selectFrom("totals")
      .where("unknown_lines", "=", 0)
      .select(({ref}) => ["order_id", s.roundMoney(ref("goods_cost")).$notNull().as("goods_cost")])
});
