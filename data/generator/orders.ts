import {drawBasket, type Line} from "./baskets.ts";
import type {Customer} from "./customers.ts";
import type {Dice} from "./dice.ts";
import type {Failure, Lifetime} from "./lifetime.ts";
import {DAY, HOUR} from "./londonTime.ts";
import type {Parameters} from "./parameters.ts";
import {atShoppingHour} from "./timeOfDay.ts";

/** One order; amounts in pence, prices before tax. */
export interface Order {
  customer: Customer;
  /** Shopify's display number, given in order of time once the batch is sorted. */
  number: number;
  at: number;
  fulfilledAt: number | null;
  /** Set for an order placed twice by mistake, which no purchase process knows of. */
  cancelledAt: number | null;
  failure: Failure | null;
  lines: Line[];
  subtotal: number;
  discount: number;
  code: string;
  shipping: number;
  tax: number;
  /** Paid back, of the total including tax and shipping. */
  refunded: number;
  source: "web" | "app" | "pos" | "shopify_draft_order";
  isGuest: boolean;
}

/** What an order cost in all. */
export const totalOf = ({subtotal, shipping, tax}: Order): number => subtotal + shipping + tax;

/** The orders of a customer's lifetime, and the rare second one placed by mistake and cancelled within hours. */
export function drawOrders(
  customer: Customer,
  life: Lifetime,
  until: number,
  parameters: Parameters,
  dice: Dice
): Order[] {
  return life.purchases.flatMap(({at, failure}, index) => {
    const order = drawOrder(customer, atShoppingHour(at, dice), failure, index === 0, until, parameters, dice);
    const again = order.at + dice.int(2, 60) * 60_000;
    if (!dice.chance(0.015) || again > until) return [order];
    const cancelledAt = Math.min(until - 1000, again + dice.int(1, 5) * HOUR);
    return [order, {...order, at: again, fulfilledAt: null, cancelledAt, failure: null, refunded: 0}];
  });
}

function drawOrder(
  customer: Customer,
  at: number,
  failure: Failure | null,
  isFirst: boolean,
  until: number,
  parameters: Parameters,
  dice: Dice
): Order {
  const lines = drawBasket(customer, at, parameters, dice);
  const goods = lines.reduce((sum, {product, quantity}) => sum + Math.round(product.price * 100) * quantity, 0);
  const code = isFirst && dice.chance(0.3) ? "WELCOME10" : dice.chance(0.06) ? "TEATIME15" : "";
  const discount = code === "" ? 0 : Math.round(goods * (code === "WELCOME10" ? 0.1 : 0.15));
  const subtotal = goods - discount;
  const source = drawSource(customer, failure, dice);
  const isHome = customer.address.country === "GB";
  const shipping = source === "pos" || (isHome && goods > 5000) ? 0 : isHome ? 395 : 1450;
  const tax = isHome ? Math.round(subtotal * 0.2) : 0;
  const fulfilledAt = source === "pos" ? at : at + drawPacking(failure, dice);
  const total = subtotal + shipping + tax;
  return {
    customer,
    number: 0,
    at,
    fulfilledAt: fulfilledAt < until ? fulfilledAt : null,
    cancelledAt: null,
    failure,
    lines,
    subtotal,
    discount,
    code,
    shipping,
    tax,
    refunded: fulfilledAt < until ? drawRefund(failure, total, isHome ? tax / subtotal : 0, lines, dice) : 0,
    source,
    isGuest: dice.chance(0.03)
  };
}

/** From order to parcel: a day or two, a week or two when it goes wrong; in milliseconds. */
const drawPacking = (failure: Failure | null, dice: Dice): number =>
  (failure === "late" ? dice.int(7, 14) : dice.int(1, 3)) * DAY - dice.int(0, 10 * 3600) * 1000;

function drawSource({channel}: Customer, failure: Failure | null, dice: Dice): Order["source"] {
  if (channel === "trade-fair" && dice.chance(0.35)) return "shopify_draft_order";
  if (failure === null && dice.chance(0.12)) return "pos";
  return dice.chance(0.22) ? "app" : "web";
}

/** Nothing, the whole total, or one line with its tax: after damage mostly something. */
function drawRefund(failure: Failure | null, total: number, taxShare: number, lines: Line[], dice: Dice): number {
  if (!dice.chance(failure === "damage" ? 0.7 : failure === "late" ? 0.2 : 0.025)) return 0;
  if (lines.length === 1 || dice.chance(0.35)) return total;
  const {product, quantity} = dice.pick(lines);
  return Math.min(total, Math.round(product.price * 100 * quantity * 0.85 * (1 + taxShare)));
}
