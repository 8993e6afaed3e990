import {rawCustomers, rawOrderLines, rawOrders, rawProducts} from "../../ingest/contracts/kinds.ts";
import {dice} from "./randomCompany.ts";
import {insert} from "./warehouseOf.ts";

const daylong = 86_400_000;
const from = Date.UTC(2024, 0, 1);
/** The last day of the orders below. */
export const lastDay = 800;

export type Period = "week" | "month" | "quarter" | "rolling";

/** An order that counts: customer, days since 2024-01-01, amounts in ten-thousandths; cost is null where one product has none. */
export interface Bought {
  customer: number;
  day: number;
  net: number;
  cost: number | null;
}

const dateOf = (day: number) => new Date(from + day * daylong);
export const isoOf = (day: number) => dateOf(day).toISOString().slice(0, 10);

/** Orders with lines, returns, refunds and cancelled ones at random, in UTC; a product in seven has no cost, a customer in five no channel. */
export function randomShop(seed: number, customers = 60) {
  const roll = dice(seed);
  const upTo = (n: number) => Math.floor(roll() * n);
  const products = Array.from({length: 20}, (_, i) => ({
    product_id: `p${i}`,
    category: `category ${i % 3}`,
    cost: i % 7 === 6 ? null : 1 + upTo(900_000)
  }));
  const decimal = (units: number) => (units / 10_000).toFixed(4);
  const rawOrder: Record<string, unknown>[] = [];
  const rawLine: Record<string, unknown>[] = [];
  const bought: Bought[] = [];
  for (let customer = 0; customer < customers; customer++) {
    const first = upTo(lastDay);
    for (let n = 0; n < 1 + upTo(9); n++) {
      const day = n === 0 ? first : first + Math.floor(roll() ** 2 * (lastDay - first));
      const id = `o${rawOrder.length}`;
      const isCancelled = upTo(9) === 0;
      const refunded = upTo(6) === 0 ? upTo(1_500_000) : 0;
      let [net, cost] = [-refunded, 0 as number | null];
      for (let line = 0; line <= upTo(3); line++) {
        const product = products[upTo(products.length)]!;
        const [quantity, price] = [upTo(8) === 0 ? -1 : 1 + upTo(3), 10_000 * (1 + upTo(80))];
        net += quantity * price;
        cost = cost === null || product.cost === null ? null : cost + quantity * product.cost;
        rawLine.push({
          order_id: id,
          product_id: product.product_id,
          quantity: Math.abs(quantity),
          unit_price: decimal(price),
          is_return: quantity < 0
        });
      }
      rawOrder.push({
        order_id: id,
        customer_key: `c${customer}`,
        ordered_at: `${isoOf(day)} 1${upTo(10)}:00:00`,
        refunded: decimal(refunded),
        is_cancelled: isCancelled
      });
      if (!isCancelled) bought.push({customer, day, net, cost});
    }
  }
  const channelOf = (customer: number) => (customer % 5 === 0 ? null : customer % 2 === 0 ? "web" : "fair");
  const fill = [
    insert(
      rawProducts,
      products.map(({cost, ...product}) => ({...product, unit_cost: cost === null ? null : decimal(cost)}))
    ),
    insert(
      rawCustomers,
      Array.from({length: customers}, (_, i) => ({customer_key: `c${i}`, acquisition_channel: channelOf(i)}))
    ),
    insert(rawOrders, rawOrder),
    insert(rawOrderLines, rawLine)
  ];
  return {fill, bought: bought.sort((a, b) => a.day - b.day), channelOf};
}

/** First day of the calendar period that a day is in, by plain calendar arithmetic. */
export function startOf(period: Period, day: number): number {
  const date = dateOf(day);
  const month = date.getUTCMonth();
  if (period === "week") return day - ((date.getUTCDay() + 6) % 7);
  const first = period === "quarter" ? month - (month % 3) : month;
  return (Date.UTC(date.getUTCFullYear(), first, 1) - from) / daylong;
}

/** The first days of the elapsed periods of somebody whose first order was on a day, the next one's last. */
export function* edgesOf(period: Period, first: number): Generator<number> {
  if (period === "rolling") for (let day = first; ; day += 30) yield day;
  for (let day = startOf(period, first); ;) {
    yield day;
    day = startOf(period, day + {week: 7, month: 31, quarter: 93}[period]);
  }
}

/** Elapsed periods from a first day to a later one. */
export function elapsed(period: Period, first: number, day: number): number {
  let k = -1;
  for (const edge of edgesOf(period, first)) {
    if (edge > day) return k;
    k += 1;
  }
  return k;
}

/** How many periods of a customer are over at the end of a day. */
export const over = (period: Period, first: number, asOf: number): number => elapsed(period, first, asOf + 1);
