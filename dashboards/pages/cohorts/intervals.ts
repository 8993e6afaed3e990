const z = 1.959963984540054;

/** A share of n with its 95 % interval. */
export interface Share {
  value: number;
  low: number;
  high: number;
  n: number;
}

/** x of n with Wilson's interval, as the marts have it; n must be above 0. Source: Wilson (1927). */
export function wilson(x: number, n: number): Share {
  const half = z * Math.sqrt((x * (n - x)) / n + (z * z) / 4);
  const middle = x + (z * z) / 2;
  const all = n + z * z;
  return {value: x / n, low: Math.max(0, (middle - half) / all), high: Math.min(1, (middle + half) / all), n};
}

/** A difference with its 95 % interval; clear where the interval leaves zero out. */
export interface Difference {
  value: number;
  low: number;
  high: number;
  isClear: boolean;
}

/** A difference from its value and the ends of its interval. */
export const difference = (value: number, low: number, high: number): Difference => ({
  value,
  low,
  high,
  isClear: low > 0 || high < 0
});

/** a − b of two independent shares. Source: Newcombe (1998), method 10. */
export function newcombe(a: Share, b: Share): Difference {
  const value = a.value - b.value;
  const low = value - Math.hypot(a.value - a.low, b.high - b.value);
  const high = value + Math.hypot(a.high - a.value, b.value - b.low);
  return difference(value, low, high);
}
