/** Customers on a day, column by column: the exact group that they are in, what they are near by, and who it is. */
export interface Standings {
  group: Float64Array;
  value: Float64Array;
  customer: Float64Array;
}

/**
 * For each of the exposed the place of the nearest in the pool of the same group, or −1; nobody is taken twice or
 * is their own like, though a customer may be among both.
 *
 * The exposed choose in their order, which must be that of time: whom a later one takes depends on the past alone, and never is somebody
 * left to an earlier one because of not being there later. Further away than the caliper, in units of the value, is nobody. Takes n log n steps.
 * Source: nearest available matching within a caliper, Rosenbaum & Rubin (1985).
 */
export function nearestPairs(exposed: Standings, pool: Standings, caliper: number): Int32Array {
  const order = inOrder(pool);
  const groups = groupsOf(pool, order);
  const shelf = new Shelf(order.length);
  const placesOf = new Map<number, number[]>();
  order.forEach((row, place) => {
    const customer = pool.customer[row]!;
    const places = placesOf.get(customer);
    if (places) places.push(place);
    else placesOf.set(customer, [place]);
  });
  const found = new Int32Array(exposed.value.length).fill(-1);
  for (let row = 0; row < found.length; row++) {
    const range = groups.get(exposed.group[row]!);
    if (!range) continue;
    const value = exposed.value[row]!;
    const apart = (place: number) => Math.abs(pool.value[order[place]!]! - value);
    let [low, high] = range;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pool.value[order[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    const isSelf = (place: number) => pool.customer[order[place]!] === exposed.customer[row];
    let [below, above] = [shelf.atOrBelow(low - 1), shelf.atOrAbove(low)];
    while (isSelf(below)) below = shelf.atOrBelow(below - 1);
    while (isSelf(above)) above = shelf.atOrAbove(above + 1);
    const sides = [below, above].filter((place) => place >= range[0] && place < range[1] && apart(place) <= caliper);
    if (!sides.length) continue;
    const place = sides.reduce((a, b) => (apart(b) < apart(a) ? b : a));
    found[row] = order[place]!;
    for (const taken of placesOf.get(pool.customer[order[place]!]!)!) shelf.take(taken);
  }
  return found;
}

/** Rows by group, value and customer. */
const inOrder = ({group, value, customer}: Standings): number[] =>
  Array.from({length: value.length}, (_, row) => row).sort(
    (a, b) => group[a]! - group[b]! || value[a]! - value[b]! || customer[b]! - customer[a]! || b - a
  );

/** From which place to before which one each group stands. */
function groupsOf({group}: Standings, order: readonly number[]): Map<number, [number, number]> {
  const ranges = new Map<number, [number, number]>();
  order.forEach((row, place) => {
    const range = ranges.get(group[row]!);
    if (range) range[1] = place + 1;
    else ranges.set(group[row]!, [place, place + 1]);
  });
  return ranges;
}

/** Places in a row of which some are taken: the next free one to either side, in nearly constant time (path halving). */
class Shelf {
  readonly #up: Int32Array;
  readonly #down: Int32Array;

  constructor(size: number) {
    // Shifted by one: place 0 stands before the first, size + 1 after the last.
    this.#up = Int32Array.from({length: size + 2}, (_, i) => i);
    this.#down = Int32Array.from({length: size + 2}, (_, i) => i);
  }

  take(place: number): void {
    if (this.#up[place + 1] !== place + 1) return;
    this.#up[place + 1] = place + 2;
    this.#down[place + 1] = place;
  }

  atOrAbove = (place: number): number => next(this.#up, place + 1) - 1;
  atOrBelow = (place: number): number => next(this.#down, place + 1) - 1;
}

function next(links: Int32Array, from: number): number {
  let at = from;
  while (links[at] !== at) {
    links[at] = links[links[at]!]!;
    at = links[at]!;
  }
  return at;
}
