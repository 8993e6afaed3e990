/**
 * Values between which a feature is told apart, ascending and distinct: at most so many quantiles of its known values.
 *
 * A value x is in bin 1 + the number of cuts at or below it; an unknown one in bin 0. A constant feature has no cut.
 */
export function cutsOf(values: Float64Array, most: number): number[] {
  const known = values.filter((x) => !Number.isNaN(x)).sort();
  if (!known.length) return [];
  const cuts: number[] = [];
  for (let i = 1; i <= most; i++) {
    const cut = known[Math.min(known.length - 1, Math.floor((i * known.length) / (most + 1)))]!;
    if (cut > known[0]! && cut !== cuts.at(-1)) cuts.push(cut);
  }
  return cuts;
}

/** The bin of a value: 0 where it is unknown. */
export function binOf(x: number, cuts: readonly number[]): number {
  if (Number.isNaN(x)) return 0;
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

export function binsOf(values: Float64Array, cuts: readonly number[]): Uint8Array {
  const bins = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) bins[i] = binOf(values[i]!, cuts);
  return bins;
}
