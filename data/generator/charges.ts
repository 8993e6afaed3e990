import type {Customer} from "./customers.ts";
import type {Dice} from "./dice.ts";
import {payerKey} from "./keys.ts";
import {MINUTE, naive} from "./londonTime.ts";
import {amountOf, type Membership} from "./memberships.ts";
import {type Order, totalOf} from "./orders.ts";

/** Header of Stripe's unified payments export, with two keys that the shop notes on its charges. */
export const STRIPE_HEADER =
  `id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded
Converted Currency,Decline Reason,Description,Fee,Refunded date (UTC),Statement Descriptor,Status,Seller Message,Taxes On Fee
Card ID,Customer ID,Customer Description,Customer Email,Invoice ID,Transfer,order_id (metadata),subscription_id (metadata)`.split(
    /[,\n]/
  );

/** One charge; amounts in pence. */
export interface Charge {
  at: number;
  pence: number;
  refunded: number;
  isFailed: boolean;
  row: string[];
}

const pounds = (pence: number): string => (pence / 100).toFixed(2);
const REASONS = ["insufficient_funds", "generic_decline", "expired_card", "incorrect_cvc"];

/** The charge of an order, and now and then the attempt that failed minutes before; a cancelled order was never captured. */
export function orderCharges(order: Order, refundedAt: number | null, dice: Dice): Charge[] {
  const charge = {
    at: order.at,
    customer: order.customer,
    pence: totalOf(order),
    order: `#${order.number}`,
    description: `Harbour & Vine - Order #${order.number}`
  };
  const last =
    order.cancelledAt === null
      ? chargeOf({...charge, id: `ch_3HV${order.number.toString(36)}P`, refunded: order.refunded, refundedAt})
      : chargeOf({...charge, id: `ch_3HV${order.number.toString(36)}V`, status: "Canceled"});
  if (!dice.chance(0.035)) return [last];
  const failed = {
    ...charge,
    at: order.at - dice.int(30, 5 * 60) * 1000,
    id: `ch_3HV${order.number.toString(36)}F`,
    status: "Failed" as const,
    reason: dice.pick(REASONS)
  };
  return [chargeOf(failed), last];
}

/** A charge of the wine club, `index` being its place among those of the member. */
export function clubCharge(
  customer: Customer,
  membership: Membership,
  {at, isFailed}: Membership["charges"][number],
  index: number
): Charge {
  return chargeOf({
    id: `ch_3WC${membership.number.toString(36).padStart(4, "0")}${index}`,
    at: at + MINUTE,
    customer,
    pence: amountOf(membership),
    description: index === 0 ? "Subscription creation" : "Subscription update",
    subscription: subscriptionKey(membership),
    invoice: `in_1WC${membership.number.toString(36).padStart(4, "0")}${index}`,
    ...(isFailed ? {status: "Failed" as const, reason: "insufficient_funds"} : {})
  });
}

export const subscriptionKey = ({number}: Membership): string => `WC-${String(number).padStart(5, "0")}`;

interface Told {
  id: string;
  at: number;
  customer: Customer;
  pence: number;
  description: string;
  refunded?: number;
  refundedAt?: number | null;
  status?: "Failed" | "Canceled";
  reason?: string;
  order?: string;
  subscription?: string;
  invoice?: string;
}

function chargeOf(told: Told): Charge {
  const {at, customer, pence, status, refunded = 0, refundedAt = null} = told;
  const isFailed = status !== undefined;
  const amount = pounds(pence);
  const cells: Record<string, string> = {
    id: told.id,
    "Created date (UTC)": naive(at),
    Amount: amount,
    "Amount Refunded": pounds(refunded),
    Currency: "gbp",
    Captured: String(!isFailed),
    "Converted Amount": isFailed ? "" : amount,
    "Converted Amount Refunded": isFailed ? "" : pounds(refunded),
    "Converted Currency": isFailed ? "" : "gbp",
    "Decline Reason": told.reason ?? "",
    Description: told.description,
    Fee: isFailed ? "0.00" : pounds(Math.round(pence * 0.015) + 20),
    "Refunded date (UTC)": refundedAt === null ? "" : naive(refundedAt),
    "Statement Descriptor": "HARBOUR VINE",
    Status: status ?? (refunded === pence ? "Refunded" : "Paid"),
    "Seller Message": isFailed ? "The payment did not complete." : "Payment complete.",
    "Customer ID": payerKey(customer.index),
    "Customer Email": customer.email,
    "Invoice ID": told.invoice ?? "",
    "order_id (metadata)": told.order ?? "",
    "subscription_id (metadata)": told.subscription ?? ""
  };
  return {at, pence, refunded, isFailed, row: STRIPE_HEADER.map((column) => cells[column] ?? "")};
}
