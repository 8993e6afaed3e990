import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {stgRefunds} from "../staging/stg_refunds.ts";
import {happenedBy} from "./happenedBy.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerKeys} from "./int_customer_keys.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {knownRows} from "./knownRows.ts";

/** Refunds of known customers up to as_of, one row per refund; one that names nobody is of the customer of its order. */
export const intCustomerRefunds = model({
  name: "int_customer_refunds",
  title: {en: "Refunds of known customers, one row per refund.", zh: "已识别客户的退款，每笔一行。"},
  from: [intAsOf, intCustomerKeys, intCustomerOrders, stgRefunds],
  grain: ["refund_id"],
  columns: z.strictObject({
    refund_id: c.id("The source's own key of the refund.", "退款单号。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    refunded_at: c.instant("When the money was paid back.", "退款时间。"),
    refunded_on: c.day("Business day of it.", "退款日期。"),
    amount: c.money("What was paid back, positive.", "退款金额（正数）。")
  }),
  query: (db) =>
    db
      .selectFrom(knownRows(db, stgRefunds, {about: intCustomerOrders, by: "order_id"}).as("known"))
      .crossJoin("int_as_of")
      .where(({ref}) => happenedBy(ref("refunded_at"), ref))
      .select(["refund_id", "customer_id", "refunded_at", "refunded_on", "amount"])
});
