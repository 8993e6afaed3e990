import {loyaltyLedger} from "../../ingest/contracts/loyaltyLedger.ts";
import {model} from "../model.ts";
import {staged} from "./staged.ts";

/**
 * Entries of the points account in their latest delivery, one row per entry booked up to as_of.
 *
 * Points carry their sign: a member has outstanding what the entries sum to. The day on which points will expire may lie ahead.
 */
export const stgLoyaltyLedger = model({
  name: "stg_loyalty_ledger",
  title: {en: "Entries of the points account, one row per entry.", zh: "积分流水，每条一行。"},
  ...staged(loyaltyLedger, {days: ["happened_at", "expires_at"], plans: ["expires_at"]})
});
