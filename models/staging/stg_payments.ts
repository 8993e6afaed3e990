import {payments} from "../../ingest/contracts/payments.ts";
import {model} from "../model.ts";
import {coalesce, no} from "../sql.ts";
import {staged} from "./staged.ts";

/**
 * Payments in their latest delivery, one row per payment made or tried up to as_of.
 *
 * Exports say how much of a payment was paid back, not when: the sum may hold what came after as_of.
 */
export const stgPayments = model({
  name: "stg_payments",
  title: {en: "Payments, one row per payment.", zh: "收款，每笔一行。"},
  ...staged(payments, {days: ["paid_at"], filled: {is_failed: (ref) => coalesce(ref("is_failed"), no)}})
});
