import {LONGEST} from "../../../models/marts/mart_churn_watch.ts";
import type {Context} from "../../context.ts";
import type {Lang} from "../../format/lang.ts";
import type {ChurnData} from "./churnData.ts";
import type {ListKind} from "./listWords.ts";
import type {Watched} from "./watched.ts";

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
  uses: ListKind;
  /** What ranks the list: a model's name, or "rules". */
  rankedBy: string;
  /** Customers with revenue at risk, on the list or not. */
  all: number;
  list: readonly Watched[];
}

export const churnStart = (data: ChurnData, list: readonly Watched[], c: Context): ChurnStart => ({
  lang: c.lang,
  currency: c.currency,
  asOf: c.f.iso(c.asOf),
  customer: c.href("/customers", {key: ""}),
  calls: c.callsPerDay,
  horizonDays: data.state?.horizon_days ?? 0,
  uses: data.state?.uses === "model" ? "model" : "rules",
  rankedBy: data.state?.method ?? "rules",
  all: eligible(data, list),
  list
});

/** Customers whom the list could hold: buyers where a model ranks; where rules do, the warned, of whom only buyers are listed. */
export function eligible({state, summary}: ChurnData, list: readonly Watched[]): number {
  const all = summary.find((row) => row.risk_band === "all");
  if (state?.uses === "rules") return list.length < LONGEST ? list.length : (all?.warned ?? 0);
  return all?.buyers ?? 0;
}
