import type {CurveStep} from "./kaplanMeier.ts";

/** A median time with its 95 % interval; null where the curve or its bound does not come down to one half. */
export interface Median {
  median: number | null;
  low: number | null;
  high: number | null;
}

/** How far from one half still is one half, as products of fractions round. */
const tolerance = 1e-12;

/**
 * The first time at which half has ended; the middle of the stretch where the curve lies exactly at one half.
 *
 * The interval holds the times at which the interval of the curve holds one half. Source: Brookmeyer & Crowley (1982).
 */
export function medianSurvival(curve: readonly CurveStep[]): Median {
  const ended = curve.filter((step) => step.ended > 0);
  return {
    median: crossing(ended.map(({time, survival}) => [time, survival])),
    low: crossing(ended.map(({time, survival, low}) => [time, low ?? survival])),
    high: crossing(ended.flatMap(({time, high}) => (high === null ? [] : [[time, high] as const])))
  };
}

function crossing(steps: readonly (readonly [time: number, share: number])[]): number | null {
  const first = steps.findIndex(([, share]) => share <= 0.5 + tolerance);
  if (first < 0) return null;
  const [time, share] = steps[first]!;
  const next = steps[first + 1];
  return next && Math.abs(share - 0.5) <= tolerance ? (time + next[0]) / 2 : time;
}
