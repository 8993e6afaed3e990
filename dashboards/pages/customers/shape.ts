/** What the site ships of its customers: a manifest, a list in shards by net revenue, profiles in shards by key. */

/** The small file that names all others; it alone keeps its name from build to build. */
export interface Manifest {
  customers: number;
  /** Shards of the list, most valuable customers first. */
  lists: {file: string; customers: number}[];
  /** Shards of the profiles by key: a key is in the last one whose `from` is not greater. */
  profiles: {file: string; from: string}[];
  /** Personal columns in the list, in order; usually none. */
  personal: string[];
  /** Whether the company has loaded any of these, so that "none" can be told from "not known". */
  has: {tickets: boolean; feedback: boolean};
}

/** Where the files lie inside the site's `data/`. */
export const folderName = "customers";

/**
 * Columns of a list shard that are words: codes into a dictionary whose first word, the empty one, means "not known".
 *
 * A dictionary holds the `mostWords` words that the most customers have; all others are `otherWord`. Profiles hold every word.
 */
export const wordColumns = ["segment", "abc", "band", "channel", "country"] as const;
export type WordColumn = (typeof wordColumns)[number];

/** The most words of a column: every shard repeats its dictionaries, and a code has sixteen bits. */
export const mostWords = 500;

/** Stands for the words beyond the most frequent ones, until a page says it in its language. */
export const otherWord = "\u2026";

/**
 * Columns of a list shard that are numbers, with what stands for "none": no order, no score, no risk.
 *
 * `netRevenue` and `valueAtRisk` are whole units of the currency, `silentDays` the days since the last order, `risk` a share,
 * `cohort` the month of the first order as year × 12 + month − 1.
 */
export const numberColumns = {
  netRevenue: NaN,
  orders: 0,
  silentDays: -1,
  risk: NaN,
  valueAtRisk: NaN,
  cohort: 0,
  recency: 0,
  frequency: 0
} as const;
export type NumberColumn = keyof typeof numberColumns;

/** Events of a profile, by code. */
export const eventKinds = ["order", "cancelled", "ticket", "solved", "feedback"] as const;
export type EventCode = (typeof eventKinds)[number];

/** One event: index in eventKinds, days before as_of, key of the order, ticket or answer, money, score, detail. */
export type PackedEvent = [number, number, string, number | null, number | null, string | null];

/** All that a profile shows of one customer. Days are ISO dates, money whole units, shares in [0, 1]. */
export interface Profile {
  key: string;
  segment: string | null;
  abc: string | null;
  revenueRank: number | null;
  country: string | null;
  channel: string | null;
  acceptsMarketing: boolean | null;
  firstSeenOn: string | null;
  firstOrderOn: string | null;
  lastOrderOn: string | null;
  orders: number;
  cancelledOrders: number;
  netRevenue: number;
  averageOrderValue: number | null;
  medianGapDays: number | null;
  silentDays: number | null;
  category: string | null;
  tickets: number;
  openTickets: number;
  lastNpsScore: number | null;
  lastNpsOn: string | null;
  recency: number | null;
  frequency: number | null;
  monetary: number | null;
  risk: number | null;
  riskLow: number | null;
  riskHigh: number | null;
  band: "low" | "medium" | "high" | null;
  isBandSeen: boolean | null;
  usualGapDays: number | null;
  hasOwnRhythm: boolean | null;
  silenceRatio: number | null;
  horizonDays: number | null;
  expectedRevenue: number | null;
  valueAtRisk: number | null;
  orders90d: number;
  ordersPrevious90d: number | null;
  tickets90d: number;
  previousNpsScore: number | null;
  /** How many customer keys and e-mail addresses were found to be this customer. */
  mergedKeys: number;
  mergedEmails: number;
  /** Only where the operator publishes them. */
  customerName?: string | null;
  email?: string | null;
  phone?: string | null;
  owner?: string | null;
  /** Newest first. */
  events: PackedEvent[];
}

/** A shard of profiles: names of the fields once, then a row a customer, by key. */
export interface ProfileShard {
  fields: (keyof Profile)[];
  customers: unknown[][];
}
