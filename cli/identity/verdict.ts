import type {ScoredPair} from "./scorePair.ts";
import {percent} from "./waterfall.ts";

/** A pair as the build keeps it. */
export interface KeptPair extends ScoredPair {
  rule: string | null;
  verdict: "link" | "review" | "none";
  decided: "same" | "different" | "unsure" | null;
  is_same: boolean;
}

/** Of the party's model: share of pairs that match, and the probabilities from which pairs link and wait for review. */
export interface Thresholds {
  match_share: number;
  link_probability: number;
  review_probability: number;
}

/** The verdict of a pair and its reason, in words. */
export function reasonOf(pair: KeptPair | ScoredPair, {link_probability, review_probability}: Thresholds): string {
  const found = pair.found_by === null ? "" : `; found by ${pair.found_by}`;
  const limits = `pairs are linked from ${percent(link_probability)} and reviewed from ${percent(review_probability)}`;
  if (!("verdict" in pair)) {
    return pair.found_by === null
      ? "never compared: no blocking rule brings these records together"
      : `not linked: ${limits}${found}`;
  }
  if (pair.decided === "same" || pair.decided === "different") return `${pair.decided}: a steward decided so`;
  const held =
    pair.verdict === "link" && !pair.is_same ? "; kept apart, since the customer as a whole speaks against it" : "";
  if (pair.verdict === "link" && pair.rule !== null) return `linked by the rule ${pair.rule}${held}${found}`;
  const unsure = pair.decided === "unsure" ? ": a steward was unsure" : `: ${limits}`;
  const words = {link: "linked", review: "to be reviewed", none: "not linked"};
  const still = pair.verdict === "review" && pair.is_same ? "; one customer by other ties" : "";
  return `${words[pair.verdict]}${unsure}${held}${still}${found}`;
}
