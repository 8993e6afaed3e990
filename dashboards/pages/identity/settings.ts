import type {Party, PartyRow} from "./rows.ts";
import {weightOf} from "./odds.ts";

/** What a party's verdicts rest on: the prior, and from which probability on a pair is reviewed and linked. */
export interface PartySettings {
  /** log2 of the odds that two random records are one. */
  prior: number;
  review: number;
  link: number;
}

/** By party; absent where nothing is known of it. */
export type Settings = Partial<Record<Party, PartySettings>>;

export const settingsOf = (rows: readonly PartyRow[]): Settings =>
  Object.fromEntries(
    rows.flatMap(({party, match_share: prior, review_probability: review, link_probability: link}) =>
      prior === null || review === null || link === null ? [] : [[party, {prior: weightOf(prior), review, link}]]
    )
  );
