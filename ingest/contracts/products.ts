import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contract} from "./contract.ts";

/** One row per product. A repeated delivery replaces it. */
export const products = contract({
  kind: "products",
  title: {en: "Products as the sources export them.", zh: "来源导出的商品。"},
  fields: z.strictObject({
    product_id: c.id("The product's key, as on order lines.", "商品编号，与订单明细一致。", "public"),
    product_name: c.text("Name of the product.", "商品名称。").nullable(),
    category: c.text("Group of products.", "商品类别。").nullable(),
    list_price: c.money("Usual price of one unit.", "标价。").nullable(),
    unit_cost: c.money("Cost of one unit.", "单位成本。").nullable()
  }),
  key: ["product_id"],
  deliveredWith: ["product_id"],
  aliases: {
    product_id: ["sku", "variant sku", "stockcode", "商家编码"],
    product_name: ["title", "name", "description", "产品名称"],
    category: ["type", "product type", "类别"],
    list_price: ["price", "variant price"],
    unit_cost: ["cost per item", "cost"]
  }
});
