import type {z} from "zod";
import type {identitySchema, Survivorship} from "../../ingest/identityConfig.ts";
import type {Decision} from "./decisions.ts";

/** What decides which records are one customer, and how these become one. */
export interface IdentitySettings {
  /** ISO 3166 country of telephone numbers and dates that do not say theirs; null: none. */
  region: string | null;
  /** Which spellings of an e-mail address are one. */
  email: {dots: boolean; tags: boolean};
  /** Probability from which pairs are one customer, and from which they wait for review. */
  linkProbability: number;
  reviewProbability: number;
  /** Values that say nothing about who it is, * for any characters. */
  exclude: {email: readonly string[]; phone: readonly string[]; tax_id: readonly string[]};
  /** A value that so many different names share says nothing about who it is. */
  sharedAfter: number;
  /** Sources of which no two records are one customer. */
  oneToOne: readonly string[];
  /** Columns by which pairs are found; absent: the usual rules. */
  blocking: {person?: readonly (readonly string[])[]; organisation?: readonly (readonly string[])[]};
  /** The steward's decisions in force. */
  decisions: readonly Decision[];
  /** Which value of a field counts where the records of a customer differ. */
  survivorship: Survivorship;
  /** Sources for the rule trusted, the most trusted first. */
  trusted: readonly string[];
}

/** The country of a currency, by which ISO 4217 names it; null for those of several countries. */
const regionOf = (currency: string): string | null => (/^(EU|X.)/.test(currency) ? null : currency.slice(0, 2));

/** The settings of a configuration, with the decisions of its stewards. */
export const identitySettings = (
  config: z.infer<typeof identitySchema>,
  currency: string,
  decisions: readonly Decision[] = []
): IdentitySettings => ({
  region: config.region ?? regionOf(currency),
  email: config.email,
  linkProbability: config.link_probability,
  reviewProbability: config.review_probability,
  exclude: config.exclude,
  sharedAfter: config.shared_after,
  oneToOne: config.one_to_one,
  blocking: config.blocking,
  decisions,
  survivorship: config.survivorship,
  trusted: config.trusted
});
