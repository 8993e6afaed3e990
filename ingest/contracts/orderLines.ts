import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contract} from "./contract.ts";

/**
 * One row per line of an order; order-level fields only where no order file exists (then the lines make the orders).
 * A repeated delivery of an order replaces all of its lines.
 */
export const orderLines = contract({
  kind: "order_lines",
  title: {en: "Order lines as the sources export them.", zh: "来源导出的订单明细。"},
  fields: z.strictObject({
    order_id: c.id("The order that the line belongs to.", "所属订单号。"),
    product_id: c.id("The product's key.", "商品编号。", "public").nullable(),
    product_name: c.text("The product's name on the line.", "明细上的商品名称。").nullable(),
    quantity: c.money("Units; negative only on a returned line.", "数量；仅退货行可为负。"),
    unit_price: c.money("Price of one unit before discount.", "折扣前单价。"),
    discount: c.money("Discount on the line.", "行折扣。").nullable(),
    is_return: c.flag("The line gives goods back.", "退货行。").nullable(),
    customer_key: c.id("The customer's key, where no order file says it.", "客户编号（无订单文件时）。").nullable(),
    email: c
      .text("The customer's e-mail, where no order file says it.", "客户邮箱（无订单文件时）。", "personal")
      .nullable(),
    ordered_at: c
      .instant("When the order was placed, where no order file says it.", "下单时间（无订单文件时）。")
      .nullable(),
    is_cancelled: c
      .flag("The order is void, where no order file says it.", "订单是否取消（无订单文件时）。")
      .nullable(),
    sales_channel: c.text("Where the order was placed.", "下单渠道。").nullable(),
    country: c.text("Country of delivery.", "收货国家。").nullable()
  }),
  key: [],
  deliveredWith: ["order_id"],
  event: "ordered_at",
  aliases: {
    order_id: ["order id", "order number", "invoiceno", "订单编号"],
    product_id: ["stockcode", "sku", "product id", "product_id", "lineitem sku", "商家编码"],
    product_name: ["description", "product", "lineitem name", "宝贝标题", "选购商品"],
    quantity: ["qty", "lineitem quantity", "商品数量"],
    unit_price: ["unitprice", "price", "lineitem price", "unit price"],
    discount: ["lineitem discount"],
    customer_key: ["customerid", "customer id", "customer_id"],
    ordered_at: ["invoicedate", "order date", "created at"]
  },
  rules: [
    {
      name: "positive quantity",
      field: "quantity",
      sql: "quantity is null or quantity >= 0 or coalesce(is_return, false)",
      test: (row) => row.quantity == null || (row.quantity as number) >= 0 || row.is_return === true,
      reason:
        "negative quantity on a line that is not a return; say which lines are returns with `returned` in the source"
    },
    {
      name: "revenue that fits",
      field: "quantity",
      sql: "quantity is null or unit_price is null or abs(cast(quantity as double) * cast(unit_price as double)) < 1e13",
      test: (row) =>
        row.quantity == null ||
        row.unit_price == null ||
        Math.abs((row.quantity as number) * (row.unit_price as number)) < 1e13,
      reason: "quantity × price is over 10,000,000,000,000; is one of them a barcode or a key?"
    },
    {
      name: "positive price",
      field: "unit_price",
      sql: "unit_price is null or unit_price >= 0",
      test: (row) => row.unit_price == null || (row.unit_price as number) >= 0,
      reason: "negative price; set such lines aside by name if they are book-keeping"
    }
  ]
});
