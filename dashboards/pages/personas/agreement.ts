import {LEAST_SHARE, STABLE, TIGHTER} from "../../../models/personas/choose.ts";
import {pairsOfHalves} from "../../../models/statistics/clustering/stability.ts";
import type {Locale} from "../../format/locale.ts";
import type {StabilityRow} from "./rows.ts";

/** Decimals that a number near the threshold is given at most. */
const MOST_DECIMALS = 6;

/** Groups that are more than smooth variation and as stable as required but for less than a standard error: neither found nor ruled out. */
export const isUndecided = (row: StabilityRow): boolean =>
  row.state === "unstable" &&
  row.ari_mean > row.smooth_ari_mean &&
  row.within_mean <= TIGHTER * row.smooth_within_mean &&
  row.smallest_share >= LEAST_SHARE &&
  row.ari_mean + row.ari_sd / Math.sqrt(pairsOfHalves) >= STABLE;

/** An agreement with two decimals, or as many more as tell it from the threshold. */
export function agreement(value: number, {f}: Pick<Locale, "f">): string {
  let decimals = 2;
  while (decimals < MOST_DECIMALS && value !== STABLE && f.number(value, decimals) === f.number(STABLE, decimals))
    decimals += 1;
  return f.number(value, decimals);
}
