import type {Points} from "../statistics/clustering/points.ts";
import {pointsOf} from "../statistics/clustering/points.ts";
import {personaFeatures, type PersonaFeature} from "./catalogue.ts";

export const scalingStates = ["used", "rarely_known", "nearly_constant"] as const;

/** A feature that fewer customers are known by does not tell them apart. */
export const LEAST_KNOWN = 0.5;
/** Nor one in which fewer of those known differ from the commonest value. */
export const LEAST_DIFFERENT = 0.05;
/** How far from the middle a customer counts, in scales: beyond it all are alike. */
export const FARTHEST = 3;
/** Interquartile range of a standard normal variable. */
const normalRange = 1.3489795003921634;

/** How a feature enters the distance: its value less the centre ÷ the scale. */
export interface Scaling {
  feature: PersonaFeature;
  state: (typeof scalingStates)[number];
  known_share: number;
  centre: number | null;
  scale: number | null;
}

/**
 * The middle and the spread of each feature, NaN where it is not known: median and interquartile range as of a normal variable, standard
 * deviation where the middle half is one value.
 */
export const scalingsOf = (columns: readonly Float64Array[]): Scaling[] =>
  personaFeatures.map((feature, j) => scalingOf(feature, columns[j] ?? new Float64Array()));

function scalingOf(feature: PersonaFeature, column: Float64Array): Scaling {
  const known = column.filter((value) => !Number.isNaN(value)).sort();
  const known_share = column.length ? known.length / column.length : 0;
  if (known_share < LEAST_KNOWN || !known.length)
    return {feature, state: "rarely_known", known_share, centre: null, scale: null};
  const centre = quantile(known, 0.5);
  if (1 - commonest(known) / known.length < LEAST_DIFFERENT)
    return {feature, state: "nearly_constant", known_share, centre, scale: null};
  const range = quantile(known, 0.75) - quantile(known, 0.25);
  return {feature, state: "used", known_share, centre, scale: range > 0 ? range / normalRange : deviation(known)};
}

/** The features that tell customers apart, on one scale; what is not known stands in the middle. */
export function scaled(columns: readonly Float64Array[], scalings: readonly Scaling[]): Points {
  const used = scalings.flatMap(({state, centre, scale}, j) =>
    state === "used"
      ? [
          columns[j]!.map((value) =>
            Number.isNaN(value) ? 0 : Math.max(-FARTHEST, Math.min(FARTHEST, (value - centre!) / scale!))
          )
        ]
      : []
  );
  return pointsOf(used);
}

/** Hyndman–Fan type 7, of sorted values. */
function quantile(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)]!;
  return below + (sorted[Math.ceil(at)]! - below) * (at - Math.floor(at));
}

function commonest(sorted: Float64Array): number {
  let most = 0;
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    most = Math.max(most, to - from);
  }
  return most;
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  return Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length);
}
