import {z} from "zod";
import {rawProducts} from "../../ingest/contracts/kinds.ts";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {latestRows} from "./latestRows.ts";

/** Products in their latest delivery, one row per product. */
export const stgProducts = model({
  name: "stg_products",
  title: {en: "Products, one row per product.", zh: "商品，每个商品一行。"},
  from: [rawProducts],
  grain: ["product_id"],
  columns: z.strictObject({
    product_id: c.id("The product's key, as on order lines.", "商品编号，与订单明细一致。", "public"),
    product_name: c.text("Name of the product.", "商品名称。").nullable(),
    category: c.text("Group of products.", "商品类别。").nullable(),
    list_price: c.money("Usual price of one unit.", "标价。").nullable(),
    unit_cost: c.money("Cost of one unit.", "单位成本。").nullable()
  }),
  query: (db) =>
    latestRows(db, rawProducts, "product_id").select([
      "product_id",
      "product_name",
      "category",
      "list_price",
      "unit_cost"
    ])
});
