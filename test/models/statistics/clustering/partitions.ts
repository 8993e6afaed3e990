import type {Points} from "../../../../models/statistics/clustering/points.ts";

/** Sum of squared distances to the means of the parts. */
export function inertiaOf({rows, width, values}: Points, labels: readonly number[]): number {
  let sum = 0;
  for (const label of new Set(labels)) {
    const own = Array.from({length: rows}, (_, i) => i).filter((i) => labels[i] === label);
    for (let j = 0; j < width; j++) {
      const mean = own.reduce((total, i) => total + values[i * width + j]!, 0) / own.length;
      for (const i of own) sum += (values[i * width + j]! - mean) ** 2;
    }
  }
  return sum;
}

/** Every way of giving each of n points one of k labels. */
export function* labellings(n: number, k: number): Generator<number[]> {
  for (let code = 0; code < k ** n; code++) yield Array.from({length: n}, (_, i) => Math.floor(code / k ** i) % k);
}
