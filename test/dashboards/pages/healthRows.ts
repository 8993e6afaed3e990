import {health} from "../../../dashboards/pages/health.ts";
import {pageContext} from "../../../dashboards/build/pageContext.ts";
import type {Context, Language} from "../../../dashboards/context.ts";
import type {CheckRow, LoadRow} from "../../../dashboards/pages/health/rows.ts";
import {identities} from "../../../models/identities.ts";

/** The context of a page of a small company as of 24 June 2026. */
export const context = (lang: Language, path = "/health"): Context =>
  pageContext(path, lang, {
    company: "Toy Ltd",
    currency: "GBP",
    asOf: new Date("2026-06-24"),
    minCell: 10,
    callsPerDay: 12,
    personal: []
  });

/** A load of 100 orders of May and June, all of them loaded, unless told. */
export const load = (change: Partial<LoadRow> = {}): LoadRow => ({
  load_id: "1",
  source: "shop_orders",
  kind: "orders",
  file: "exports/orders_1.csv",
  rows_read: 100,
  rows_loaded: 100,
  rows_rejected: 0,
  rows_set_aside: 0,
  first_event_at: new Date("2026-05-01T10:00:00Z"),
  last_event_at: new Date("2026-06-24T10:00:00Z"),
  loaded_at: new Date("2026-06-24T23:00:00Z"),
  seconds: 0.25,
  ...change
});

/** A model that kept its contract. */
export const passed = (subject: string): CheckRow => ({
  name: `${subject} keeps its contract and grain`,
  subject,
  is_passed: true,
  detail: "5 columns, grain customer_id"
});

/** Outcome of the first identity of the product, with both numbers. */
export const identity = (left: string, right: string): CheckRow => ({
  name: identities[0]!.name.en,
  subject: "identity",
  is_passed: left === right,
  detail: `${left} = ${right}`
});

/** The text of markup, tags and doubled blanks gone, as a reader sees it. */
export const textOf = (markup: unknown): string =>
  String(markup)
    .replace(/<br\b[^>]*>|<small>|<\/(?:p|b|span|li|td|th|tr|dt|dd|h\d|div|section|caption|summary)>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/[ \n]+/g, " ")
    .replace(/ ([.,;)])/g, "$1")
    .trim();

/** The text of the data health page over the given relations; those that are not given are empty. */
export const healthText = (data: Record<string, unknown[]>, c: Context): string =>
  textOf(
    health.render(
      {
        ledger_loads: [],
        ledger_past_loads: [],
        ledger_reject_reasons: [],
        ledger_set_aside: [],
        ledger_checks: [],
        ledger_models: [],
        mart_ledger: [],
        ...data
      } as never,
      c
    )
  );
