import {refunds} from "../../ingest/contracts/refunds.ts";
import {model} from "../model.ts";
import {staged} from "./staged.ts";

/** Refunds in their latest delivery, one row per refund paid up to as_of. */
export const stgRefunds = model({
  name: "stg_refunds",
  title: {en: "Refunds, one row per refund.", zh: "退款，每笔一行。"},
  ...staged(refunds, {days: ["refunded_at"]})
});
