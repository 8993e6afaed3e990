/** More parts than any partition has. */
const base = 65_536;

/**
 * How far two partitions of the same points agree: 1 where they are the same, 0 on average where they are independent, below 0 where they
 * agree less than that. Parts are whole numbers from 0. Two partitions that each hold everything in one part, or each point alone, agree: 1.
 *
 * Source: Hubert & Arabie (1985).
 */
export function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [cells, rows, columns] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  for (let i = 0; i < a.length; i++) {
    countOne(cells, a[i]! * base + b[i]!);
    countOne(rows, a[i]!);
    countOne(columns, b[i]!);
  }
  const [both, first, second] = [pairs(cells), pairs(rows), pairs(columns)];
  const all = (a.length * (a.length - 1)) / 2;
  const expected = all > 0 ? (first * second) / all : 0;
  const most = (first + second) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}

const countOne = (counts: Map<number, number>, part: number) => counts.set(part, (counts.get(part) ?? 0) + 1);

/** Pairs of points within one part. */
const pairs = (counts: Map<number, number>): number =>
  [...counts.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
