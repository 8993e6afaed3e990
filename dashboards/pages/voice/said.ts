import type {VerbatimRow} from "./rows.ts";

/** A text as page and browser need it. */
export interface Said {
  text: string;
  language: string;
  /** ISO day. */
  on: string;
  origin: "feedback" | "ticket";
  instrument: string | null;
  score: number | null;
  sentiment: string | null;
  themes: string[];
  customer: string | null;
  segment: string | null;
  revenue: number | null;
  /** How many say exactly this. */
  times: number;
}

/** The same as a row of values, for the file. */
export type PackedSaid = [
  text: string,
  language: string,
  on: string,
  isTicket: boolean,
  instrument: string | null,
  score: number | null,
  sentiment: string | null,
  themes: string,
  customer: string | null,
  segment: string | null,
  revenue: number | null,
  times: number
];

const iso = (on: Date): string => on.toISOString().slice(0, 10);

export const saidOf = (row: VerbatimRow): Said => ({
  text: row.masked_text,
  language: row.language,
  on: iso(row.said_on),
  origin: row.origin,
  instrument: row.instrument,
  score: row.score,
  sentiment: row.sentiment,
  themes: row.themes ? row.themes.split(",").map((theme) => theme.trim()) : [],
  customer: row.customer_id,
  segment: row.segment,
  revenue: row.net_revenue_365d === null ? null : Math.round(Number(row.net_revenue_365d)),
  times: row.same_texts
});

export const pack = (said: Said): PackedSaid => [
  said.text,
  said.language,
  said.on,
  said.origin === "ticket",
  said.instrument,
  said.score,
  said.sentiment,
  said.themes.join(","),
  said.customer,
  said.segment,
  said.revenue,
  said.times
];

export const unpack = ([
  text,
  language,
  on,
  isTicket,
  instrument,
  score,
  sentiment,
  themes,
  customer,
  segment,
  revenue,
  times
]: PackedSaid): Said => ({
  text,
  language,
  on,
  origin: isTicket ? "ticket" : "feedback",
  instrument,
  score,
  sentiment,
  themes: themes ? themes.split(",") : [],
  customer,
  segment,
  revenue,
  times
});

/** Highest revenue first, then newest; texts of nobody known come last. */
export const byValue = (list: readonly Said[]): Said[] =>
  list.toSorted(
    (a, b) => (b.revenue ?? -1) - (a.revenue ?? -1) || b.on.localeCompare(a.on) || a.text.localeCompare(b.text)
  );

/** Newest first. */
export const byDay = (list: readonly Said[]): Said[] =>
  list.toSorted(
    (a, b) => b.on.localeCompare(a.on) || (b.revenue ?? -1) - (a.revenue ?? -1) || a.text.localeCompare(b.text)
  );
