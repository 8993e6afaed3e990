import type {CurveStep} from "./kaplanMeier.ts";

/** What the curve says at a time: the last step up to it, everybody before the first; null past the last time at which anybody was seen. */
export function survivalAt(
  curve: readonly CurveStep[],
  time: number
): {survival: number; low: number | null; high: number | null} | null {
  const last = curve.at(-1);
  if (!last) return null;
  if (time > last.time) return last.survival === 0 ? {survival: 0, low: null, high: null} : null;
  let [from, to] = [0, curve.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (curve[middle]!.time <= time) from = middle + 1;
    else to = middle;
  }
  const step = curve[from - 1];
  return step ? {survival: step.survival, low: step.low, high: step.high} : {survival: 1, low: null, high: null};
}
