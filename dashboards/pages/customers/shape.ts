import type {CohortDimension} from "../../../models/cohortDimensions.ts";

/** What the site ships of its customers: a manifest, a list in shards by net revenue, their full rows, profiles in shards by key. */

/** The small file that names all others; it alone keeps its name from build to build. */
export interface Manifest {
  customers: number;
  /** Shards of the list, most valuable customers first. */
  lists: {file: string; customers: number}[];
  /** When the same customers ordered and which groups they are of, in the same order. */
  trails: {file: string; customers: number}[];
  /** Names of the groups of each dimension, at their numbers. */
  groups: Record<Exclude<CohortDimension, "all">, string[]>;
  /** The full rows of the same customers in the same order, to be taken away. */
  rows: {file: string; customers: number}[];
  /** Columns of a full row. */
  columns: string[];
  /** Shards of the profiles by key: a key is in the last one whose `from` is not greater. */
  profiles: {file: string; from: string}[];
  /** Personal columns in the list, in order; usually none. */
  personal: string[];
  /** The words of open sets that the most customers have, most frequent first. */
  words: Record<"channel" | "country", string[]>;
  has: Loaded;
}

/** Which kinds of data the company has loaded, so that "none" can be told from "not known". */
export interface Loaded {
  tickets: boolean;
  feedback: boolean;
  /** Campaign touches or consents. */
  marketing: boolean;
  /** Points or subscriptions. */
  loyalty: boolean;
  activities: boolean;
  deals: boolean;
  /** Both persons and organisations are among the customers. */
  organisations: boolean;
}

/** Where the files lie inside the site's `data/`. */
export const folderName = "customers";

/**
 * Columns of a list shard that are words: codes into a dictionary whose first word, the empty one, means "not known".
 *
 * A dictionary holds the `mostWords` words that the most customers have; all others are `otherWord`. Profiles hold every word.
 */
export const wordColumns = ["segment", "abc", "band", "stage", "channel", "country", "party"] as const;
export type WordColumn = (typeof wordColumns)[number];

/** The most words of a column: every shard repeats its dictionaries, and a code has sixteen bits. */
export const mostWords = 500;

/** Stands for the words beyond the most frequent ones, until a page says it in its language. */
export const otherWord = "\u2026";

/**
 * Columns of a list shard that are numbers, with what stands for "none": no order, no score, no risk.
 *
 * `netRevenue`, `valueAtRisk` and `clv` are whole units of the currency, `tenth` that of customers by `clv` (1 the highest), `silentDays` the days since the last order, `risk` a share,
 * `cohort` the month of the first order as year × 12 + month − 1, `contact` the bits of contact.ts.
 */
export const numberColumns = {
  netRevenue: NaN,
  orders: 0,
  silentDays: -1,
  risk: NaN,
  valueAtRisk: NaN,
  clv: NaN,
  tenth: 0,
  cohort: 0,
  openTickets: 0,
  contact: 0,
  recency: 0,
  frequency: 0
} as const;
export type NumberColumn = keyof typeof numberColumns;
