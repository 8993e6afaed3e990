import {fitted} from "../../ingest/explaining/width.ts";
import type {Evidence} from "./evidence.ts";

/**
 * The waterfall of a pair as lines: the prior, what each comparison adds, and the total, all in bits, which are log2 of odds.
 *
 * Evidence is kept to two decimals: what rounding leaves is not shown, anything greater is, as an adjustment.
 */
export function waterfall(evidence: readonly Evidence[], matchShare: number, total: number): string[] {
  const prior = Math.log2(matchShare / (1 - matchShare));
  const left = total - evidence.reduce((sum, {weight}) => sum + weight, prior);
  return [
    row("comparison", "agreement", "weight (bits)"),
    row("prior", `one pair in ${Math.round(1 / matchShare).toLocaleString("en-GB")} is a match`, signed(prior)),
    ...evidence.map(({comparison, label, weight}) => row(comparison, label, signed(weight))),
    ...(Math.abs(left) > 0.005 * (evidence.length + 1) ? [row("adjustment", "", signed(left))] : []),
    row("total", `probability ${percent(1 / (1 + 2 ** -total))}`, signed(total))
  ];
}

const signed = (weight: number): string => `${weight < 0 ? "−" : "+"}${Math.abs(weight).toFixed(2)}`;
const row = (name: string, label: string, weight: string): string =>
  `        ${fitted(name, 16)} ${fitted(label, 44)} ${weight.padStart(13)}`.trimEnd();

/** A share in percent, with more decimals near 0 and 1, which it never reaches. */
export function percent(share: number): string {
  if (share > 0.999999) return "over 99.9999 %";
  if (share < 0.000001) return "under 0.0001 %";
  return `${(share * 100).toFixed(share > 0.999 || share < 0.001 ? 4 : 1)} %`;
}
