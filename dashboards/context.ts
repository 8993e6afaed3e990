import type {Formats} from "./format/formats.ts";

export type Language = "en" | "zh";

/** What every page knows while it is rendered. */
export interface Context {
  lang: Language;
  /** Words of the page's language: both are given, so none can be missing. */
  t: (en: string, zh: string) => string;
  f: Formats;
  company: string;
  /** ISO 4217 code of every amount. */
  currency: string;
  /** The business day of as_of. */
  asOf: Date;
  /** Address of a page in this language, e.g. href("/customers", {segment: "loyal"}). */
  href: (path: string, query?: Record<string, string | number>) => string;
  /** Cells with fewer customers are withheld; 0 when the operator turned it off. */
  minCell: number;
  /** How many customers the team can call in a day. */
  callsPerDay: number;
  /** Personal columns that the operator allows on the site, by name. */
  personal: readonly string[];
}
