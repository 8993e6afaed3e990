/** Rows to learn from, column by column: a feature is NaN where it is unknown; outcome is 1 or 0. */
export interface Table {
  rows: number;
  /** One array of so many rows per feature, in the order of the features. */
  features: readonly Float64Array[];
  outcome: Uint8Array;
}

/** The rows at these places, in their order. */
export function rowsAt({features, outcome}: Table, places: Uint32Array): Table {
  return {
    rows: places.length,
    features: features.map((values) => Float64Array.from(places, (place) => values[place]!)),
    outcome: Uint8Array.from(places, (place) => outcome[place]!)
  };
}

/** Rows whose outcome is 1. */
export const positives = ({outcome}: Table): number => outcome.reduce((sum, y) => sum + y, 0);
