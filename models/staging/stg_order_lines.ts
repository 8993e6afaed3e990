import {z} from "zod";
import {rawOrderLines} from "../../ingest/contracts/kinds.ts";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {coalesce, moneyProduct, no, subtract} from "../sql.ts";
import {latestGroups} from "./latestGroups.ts";
import {discountOf, unitsOf} from "./lineAmounts.ts";

/**
 * Order lines of the latest load that holds their order, one row per delivered line.
 *
 * Lines have no key of their own. A returned line has a negative quantity and a negative revenue, also where the source writes it
 * without sign.
 */
export const stgOrderLines = model({
  name: "stg_order_lines",
  title: {en: "Order lines, one row per delivered line.", zh: "订单明细，每行一条。"},
  from: [rawOrderLines],
  grain: ["load_id", "load_row"],
  columns: z.strictObject({
    load_id: c.id("The load that brought the line.", "带来该行的载入批次。", "public"),
    load_row: c.count("Its row in the file.", "该行在文件中的位置。"),
    order_id: c.id("The order of the line.", "所属订单号。"),
    product_id: c.id("The product's key.", "商品编号。", "public").nullable(),
    product_name: c.text("The product's name on the line.", "明细上的商品名称。").nullable(),
    quantity: c.money("Units; negative on a returned line.", "数量；退货行为负。"),
    line_revenue: c.money("Quantity × unit price − line discount.", "行收入：数量×单价−行折扣。"),
    is_return: c.flag("The line gives goods back.", "是否退货行。")
  }),
  query: (db) =>
    latestGroups(db, rawOrderLines, "order_id").select(({ref}) => {
      const isReturn = ref("is_return");
      const units = unitsOf(ref("quantity"), isReturn);
      return [
        "load_id",
        "load_row",
        "order_id",
        "product_id",
        "product_name",
        units.as("quantity"),
        subtract(moneyProduct(units, ref("unit_price")), discountOf(ref("discount"), isReturn)).as("line_revenue"),
        coalesce(isReturn, no).as("is_return")
      ];
    })
});
