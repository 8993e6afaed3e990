import type {Party, WeightRow} from "./rows.ts";

/** What lies farther out is one bin at either end, so that the picture shows where the thresholds are. */
export const [lowestBin, highestBin] = [-10, 20];

/** Pairs with a weight from `from` to the next whole number, and what became of them. */
export interface Bin {
  from: number;
  pairs: number;
  links: number;
  reviews: number;
}

/** The pairs of a party by weight, the lowest first. */
export function weightBins(rows: readonly WeightRow[], party: Party): Bin[] {
  const bins = new Map<number, Bin>();
  for (const {weight_bin, verdict, pairs} of rows.filter((row) => row.party === party)) {
    const from = Math.max(lowestBin, Math.min(highestBin, weight_bin));
    const bin = bins.get(from) ?? {from, pairs: 0, links: 0, reviews: 0};
    bin.pairs += pairs;
    if (verdict === "link") bin.links += pairs;
    if (verdict === "review") bin.reviews += pairs;
    bins.set(from, bin);
  }
  return [...bins.values()].sort((a, b) => a.from - b.from);
}
