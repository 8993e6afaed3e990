import type {Context} from "../../context.ts";
import type {Lang} from "../../format/lang.ts";
import type {SummaryRow, WatchRow} from "./rows.ts";
import {watched, type Watched} from "./watched.ts";

/** What the browser code of churn watch starts with. */
export interface ChurnStart {
  lang: Lang;
  currency: string;
  /** ISO day. */
  asOf: string;
  /** Address of a customer, to which the key is appended. */
  customer: string;
  calls: number;
  horizonDays: number;
  /** Customers with revenue at risk, on the list or not. */
  all: number;
  list: Watched[];
}

export function churnStart(rows: readonly WatchRow[], summary: readonly SummaryRow[], c: Context): ChurnStart {
  const all = summary.find((row) => row.risk_band === "all");
  return {
    lang: c.lang,
    currency: c.currency,
    asOf: c.f.iso(c.asOf),
    customer: c.href("/customers", {key: ""}),
    calls: c.callsPerDay,
    horizonDays: all?.horizon_days ?? 0,
    all: all?.buyers ?? 0,
    list: rows.map(watched)
  };
}
