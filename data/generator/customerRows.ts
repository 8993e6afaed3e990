import type {Customer} from "./customers.ts";
import {type Order, totalOf} from "./orders.ts";

/** Header of a Shopify customer export, newer variant. */
export const CUSTOMER_HEADER = `Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Address1
Default Address City,Default Address Country Code,Default Address Zip,Phone,Total Spent,Total Orders,Tags,Note`.split(
  /[,\n]/
);

/** One row per customer record; money in pounds after refunds, cancelled orders left out. */
export function customerRow(customer: Customer, orders: readonly Order[]): string[] {
  const {address, phone} = customer;
  const kept = orders.filter(({cancelledAt}) => cancelledAt === null);
  const spent = kept.reduce((sum, order) => sum + totalOf(order) - order.refunded, 0);
  const tags = [
    `channel:${customer.channel}`,
    ...(customer.buys ? [] : ["newsletter"]),
    ...(kept.length > 9 ? ["regular"] : [])
  ];
  return [
    `'${customer.customerId}`,
    customer.given,
    customer.family,
    customer.email,
    customer.acceptsMarketing ? "yes" : "no",
    address.street,
    address.city,
    address.country,
    address.zip && `'${address.zip}`,
    phone === null ? "" : `'${phone}`,
    (spent / 100).toFixed(2),
    String(kept.length),
    tags.join(", "),
    kept.some(({failure}) => failure === "damage") && kept.length > 3 ? "Handle with care: breakage before" : ""
  ];
}
