import type {Dice} from "./dice.ts";
import {dayFirst} from "./londonTime.ts";
import type {Order} from "./orders.ts";
import {paymentMethodOf} from "./orderRows.ts";

/** Header of the book-keeper's list of refunds, with semicolons and decimal commas; times are London's. */
export const REFUND_HEADER = ["Refund No.", "Order", "Paid with", "Refunded", "Amount", "Reason"];

const REASONS = ["Changed their mind", "Not as described", "Café set incomplete", "Ordered twice"];

export const refundRow = (order: Order, at: number, dice: Dice): string[] => [
  `RF-${order.number}`,
  `#${order.number}`,
  paymentMethodOf(order),
  dayFirst(at),
  `£${(order.refunded / 100).toFixed(2).replace(".", ",")}`,
  order.failure === "damage" ? "Broken in transit" : order.failure === "late" ? "Arrived too late" : dice.pick(REASONS)
];
