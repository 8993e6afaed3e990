import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {stgLoyaltyLedger} from "../staging/stg_loyalty_ledger.ts";
import {happenedBy} from "./happenedBy.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerKeys} from "./int_customer_keys.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {knownRows} from "./knownRows.ts";

/** Points of known members booked up to as_of, one row per entry; one that names nobody is of the customer of its order. */
export const intCustomerPoints = model({
  name: "int_customer_points",
  title: {en: "Points of known members, one row per entry.", zh: "已识别会员的积分流水，每条一行。"},
  from: [intAsOf, intCustomerKeys, intCustomerOrders, stgLoyaltyLedger],
  grain: ["entry_id"],
  columns: z.strictObject({
    entry_id: c.id("The programme's own key of the entry.", "流水号。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    happened_at: c.instant("When the points were booked.", "入账时间。"),
    happened_on: c.day("Business day of it.", "入账日期。"),
    entry_type: c.oneOf(["earn", "redeem", "expire", "adjust"], "What moved the points.", "流水类型。"),
    points: c.money("Points with their sign.", "积分（带正负号）。"),
    tier: c.text("The member's tier then.", "当时会员等级。").nullable(),
    customer_key: c.id("The member's key that the entry names.", "流水所载会员编号。").nullable(),
    balance_after: c.money("Balance after it, as the programme says.", "系统所载入账后余额。").nullable(),
    expires_at: c.instant("When its points expire, as the programme says.", "系统所载到期时间。").nullable()
  }),
  query: (db) =>
    db
      .selectFrom(knownRows(db, stgLoyaltyLedger, {about: intCustomerOrders, by: "order_id"}).as("known"))
      .crossJoin("int_as_of")
      .where(({ref}) => happenedBy(ref("happened_at"), ref))
      .select([
        "entry_id",
        "customer_id",
        "happened_at",
        "happened_on",
        "entry_type",
        "points",
        "tier",
        "customer_key",
        "balance_after",
        "expires_at"
      ])
});
