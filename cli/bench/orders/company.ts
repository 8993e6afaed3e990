import {uniform} from "../customers/fill.ts";

/** A shop from 2023 to 2025: orders per customer on average, products, the share of customers with two records. */
export const shop = {ordersPerCustomer: 10, products: 3000, twoRecords: 0.03, members: 0.2} as const;

export const firstDay = "timestamp '2023-01-01'";
export const end = "timestamp '2026-01-01'";
const days = 1096;

/** SQL of seconds after an instant as an instant. */
export const secondsAfter = (at: string, seconds: string): string =>
  `${at} + to_seconds(cast(floor(${seconds}) as bigint))`;

/** A whole number from 0 with the given mean that falls by a constant factor from one to the next: SQL. */
export const geometric = (mean: number, chance: string): string =>
  `cast(floor(-ln(${chance}) / ${Math.log(1 + 1 / mean)}) as bigint)`;

/**
 * SQL of so many customers: `id` from 0, `began_at`, `stays` in days, `orders`.
 *
 * They come evenly over the three years, stay for 500 days on average, and place ten orders on average, at most 250: half of them six or fewer, one in ten
 * more than 21. By hash, the same for everybody who runs it.
 */
export const customersSql = (customers: number): string => `
  select id, ${secondsAfter(firstDay, `began * 86400`)} as began_at, least(${days} - began, -500 * ln(${uniform("stay", "id")})) as stays,
    1 + least(249, ${geometric(shop.ordersPerCustomer - 1, uniform("orders", "id"))}) as orders
  from (select i as id, ${days - 2} * ${uniform("began", "i")} as began from range(${customers}) as t (i))`;

/** SQL of their orders: `n`, unique, `id` of the customer, `placed_at`; the first when they come, the others somewhere in their stay. */
export const ordersSql = (customers: number): string => `
  select id * 256 + k as n, id, ${secondsAfter("began_at", `case when k = 0 then 0 else 86400 * stays * ${uniform("at", "id", "k")} end`)} as placed_at
  from (select *, unnest(range(orders)) as k from (${customersSql(customers)}))`;
