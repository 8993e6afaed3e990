import {rawOf, type Contract} from "./contract.ts";
import {customers} from "./customers.ts";
import {feedback} from "./feedback.ts";
import {orderLines} from "./orderLines.ts";
import {orders} from "./orders.ts";
import {products} from "./products.ts";
import {tickets} from "./tickets.ts";

/** Every kind of export that can be loaded. */
export const kinds = {
  customers,
  orders,
  order_lines: orderLines,
  products,
  tickets,
  feedback
} as const;

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as [Kind, ...Kind[]];
export const contractOf = (kind: Kind): Contract => kinds[kind] as unknown as Contract;

export const rawCustomers = rawOf(customers);
export const rawOrders = rawOf(orders);
export const rawOrderLines = rawOf(orderLines);
export const rawProducts = rawOf(products);
export const rawTickets = rawOf(tickets);
export const rawFeedback = rawOf(feedback);

export const rawRelations = [rawCustomers, rawOrders, rawOrderLines, rawProducts, rawTickets, rawFeedback];
