import type {CaseRow} from "./rows.ts";

/** A case as page and browser need it. Days are ISO dates. */
export interface Case {
  origin: CaseRow["origin"];
  customer: string;
  on: string;
  instrument: CaseRow["instrument"];
  score: number | null;
  state: CaseRow["state"];
  due: string;
  followed: string | null;
  days: number | null;
  how: string | null;
  nextOn: string | null;
  nextInstrument: CaseRow["instrument"];
  nextScore: number | null;
  revenue: number;
  risk: number | null;
  segment: string | null;
  theme: string | null;
}

const iso = (on: Date | null): string | null => (on === null ? null : on.toISOString().slice(0, 10));

export const caseOf = (row: CaseRow): Case => ({
  origin: row.origin,
  customer: row.customer_id,
  on: iso(row.happened_on)!,
  instrument: row.instrument,
  score: row.score,
  state: row.state,
  due: iso(row.due_on)!,
  followed: iso(row.followed_on),
  days: row.follow_up_days,
  how: row.follow_up_by,
  nextOn: iso(row.next_on),
  nextInstrument: row.next_instrument,
  nextScore: row.next_score,
  revenue: Math.round(Number(row.net_revenue_365d)),
  risk: row.risk_share === null ? null : Number(row.risk_share.toFixed(3)),
  segment: row.segment,
  theme: row.theme
});
