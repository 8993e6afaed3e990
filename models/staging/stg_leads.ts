import {leads} from "../../ingest/contracts/leads.ts";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {both, coalesce, isKnown} from "../sql.ts";
import {mayHaveHappened} from "./asOf.ts";
import {staged} from "./staged.ts";

const leadRows = staged(leads, {
  days: ["created_at", "converted_at"],
  cameWith: {converted_at: ["lead_status", "customer_key", "opportunity_id"]},
  filled: {
    is_converted: (ref, settings) =>
      both(coalesce(ref("is_converted"), isKnown(ref("converted_at"))), mayHaveHappened(ref("converted_at"), settings))
  }
});

/**
 * Leads in their latest delivery, one row per lead that had come in by as_of.
 *
 * A conversion after as_of has not happened yet, and what came with it is unknown: state, customer and opportunity.
 */
export const stgLeads = model({
  name: "stg_leads",
  title: {en: "Leads, one row per lead.", zh: "销售线索，每条一行。"},
  ...leadRows,
  columns: leadRows.columns.extend({
    load_id: c.id("The load that brought the lead.", "带来该线索的载入批次。", "public")
  }),
  query: (db, settings) => (leadRows.query(db, settings) as any).select("load_id")
});
