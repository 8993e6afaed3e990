import {rawCustomers, rawFeedback, rawOrderLines, rawOrders, rawTickets} from "../../ingest/contracts/kinds.ts";
import {insert} from "./warehouseOf.ts";

export const zone = "Asia/Shanghai";
export const daylong = 86_400_000;
const firstDay = Date.UTC(2024, 0, 1);

/** Uniform numbers in [0, 1) from a seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A business day of Shanghai as a number of days since 1970. */
export const dayOf = (at: number) => Math.floor((at + 8 * 3_600_000) / daylong);
export const isoDay = (day: number) => new Date(day * daylong).toISOString().slice(0, 10);
export const monthOf = (day: number) => `${isoDay(day).slice(0, 7)}-01`;

export interface Order {
  id: string;
  /** Null: nobody knows whose. */
  customer: number | null;
  at: number;
  day: number;
  isCancelled: boolean;
  /** Net revenue in cents, zero where cancelled. */
  cents: number;
}
interface Event {
  customer: number;
  at: number;
  day: number;
}
export interface Company {
  customers: number;
  orders: Order[];
  tickets: Event[];
  answers: (Event & {score: number})[];
  /** SQL that delivers all of it to the raw tables. */
  fill: string[];
}

/** A small company at random, its orders in the order of time; each customer has two keys that share an e-mail. */
export function randomCompany(seed: number, customers = 70): Company {
  const roll = dice(seed);
  const upTo = (n: number) => Math.floor(roll() * n);
  const moment = (from = 0) => firstDay + Math.floor((from + roll() ** 1.5 * (900 - from)) * daylong);
  const contact = (customer: number | null) =>
    customer === null
      ? {}
      : upTo(2)
        ? {customer_key: `${"ab"[upTo(2)]}${customer}`}
        : {email: `${customer}@example.com`};
  const text = (at: number) => new Date(at).toISOString().slice(0, 23).replace("T", " ");

  const orders: Order[] = [];
  const rawOrder: Record<string, unknown>[] = [];
  const rawLine: Record<string, unknown>[] = [];
  for (let i = 0; i < customers * 6; i++) {
    const customer = upTo(15) === 0 ? null : Math.floor(customers * 0.9 * roll() ** 2);
    const at = moment();
    const isCancelled = upTo(12) === 0;
    const id = `o${String(i).padStart(4, "0")}`;
    const lines = Array.from({length: 1 + upTo(3)}, () => ({
      quantity: 1 + upTo(3),
      price: upTo(5000),
      discount: upTo(4) ? null : upTo(90)
    }));
    const discount = upTo(5) ? null : upTo(200);
    const refunded = upTo(9) ? null : upTo(3000);
    const goods = lines.reduce((sum, line) => sum + line.quantity * line.price - (line.discount ?? 0), 0);
    const cents = isCancelled ? 0 : goods - (discount ?? 0) - (refunded ?? 0);
    orders.push({id, customer, at, day: dayOf(at), isCancelled, cents});
    const money = (value: number | null) => (value === null ? null : value / 100);
    rawOrder.push({
      order_id: id,
      email: null,
      customer_key: null,
      ...contact(customer),
      ordered_at: text(at),
      is_cancelled: isCancelled,
      discount: money(discount),
      refunded: money(refunded)
    });
    for (const line of lines)
      rawLine.push({
        order_id: id,
        quantity: line.quantity,
        unit_price: line.price / 100,
        discount: money(line.discount)
      });
  }
  const events = Array.from({length: customers}, () => ({customer: upTo(customers), at: moment(300)})).map((event) => ({
    ...event,
    day: dayOf(event.at)
  }));
  const answers = Array.from({length: customers}, () => ({
    customer: upTo(customers),
    at: moment(300),
    score: upTo(11)
  })).map((event) => ({...event, day: dayOf(event.at)}));
  const fill = [
    insert(
      rawCustomers,
      Array.from({length: customers}, (_, i) =>
        ["a", "b"].map((kind) => ({customer_key: `${kind}${i}`, email: `${i}@example.com`}))
      ).flat()
    ),
    insert(rawOrders, rawOrder),
    insert(rawOrderLines, rawLine),
    insert(
      rawTickets,
      events.map(({customer, at}, i) => ({ticket_id: `t${i}`, email: `${customer}@example.com`, opened_at: text(at)}))
    ),
    insert(
      rawFeedback,
      answers.map(({customer, at, score}, i) => ({
        response_id: `r${String(i).padStart(4, "0")}`,
        customer_key: `b${customer}`,
        answered_at: text(at),
        instrument: "nps",
        score
      }))
    )
  ];
  orders.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  answers.sort((a, b) => a.at - b.at);
  return {customers, orders, tickets: events, answers, fill};
}
