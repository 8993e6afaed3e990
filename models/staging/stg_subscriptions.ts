import {subscriptions} from "../../ingest/contracts/subscriptions.ts";
import {model} from "../model.ts";
import {staged} from "./staged.ts";

/**
 * Subscriptions in their latest delivery, one row per subscription started up to as_of.
 *
 * A cancellation or an end after as_of has not happened yet, and the state that came with it is unknown.
 */
export const stgSubscriptions = model({
  name: "stg_subscriptions",
  title: {en: "Subscriptions, one row per subscription.", zh: "订阅，每项一行。"},
  ...staged(subscriptions, {
    days: ["started_at", "trial_ends_at", "cancelled_at", "ended_at"],
    plans: ["trial_ends_at"],
    cameWith: {cancelled_at: ["subscription_status"], ended_at: ["subscription_status"]}
  })
});
