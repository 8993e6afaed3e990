/**
 * Customers who look alike to a purchase model, as columns: one element a group.
 *
 * repeats: purchase days after the first (x); lastAge: from the first to the last purchase day (t_x); age: from the first to the end
 * of what is known (T); customers: how many of them. Both ages in the caller's unit of time.
 */
export interface PurchaseGroups {
  repeats: Float64Array;
  lastAge: Float64Array;
  age: Float64Array;
  customers: Float64Array;
}

/** What the groups add up to. */
export interface GroupTotals {
  groups: number;
  customers: number;
  repeatBuyers: number;
  repeats: number;
  age: number;
  /** Every group can be: 0 ≤ t_x ≤ T, whole x ≥ 0, t_x = 0 exactly where x = 0. */
  isPossible: boolean;
}

export function totalsOf({repeats, lastAge, age, customers}: PurchaseGroups): GroupTotals {
  const totals = {groups: repeats.length, customers: 0, repeatBuyers: 0, repeats: 0, age: 0, isPossible: true};
  for (let i = 0; i < repeats.length; i++) {
    const x = repeats[i]!;
    const t = lastAge[i]!;
    const T = age[i]!;
    const n = customers[i]!;
    totals.customers += n;
    totals.repeats += n * x;
    totals.age += n * T;
    if (x > 0) totals.repeatBuyers += n;
    totals.isPossible &&=
      n > 0 && x >= 0 && Number.isInteger(x) && t <= T && Number.isFinite(T) && (x ? t > 0 : t === 0);
  }
  return totals;
}

/** Distinct values of a column and which of them each element is. */
export interface Distinct {
  values: Float64Array;
  index: Uint32Array;
}

export function distinct(column: Float64Array): Distinct {
  const places = new Map<number, number>();
  const index = new Uint32Array(column.length);
  for (let i = 0; i < column.length; i++) {
    let place = places.get(column[i]!);
    if (place === undefined) places.set(column[i]!, (place = places.size));
    index[i] = place;
  }
  return {values: Float64Array.from(places.keys()), index};
}

/**
 * About so many of the groups, standing for a sample of their customers: the same on every machine.
 *
 * A group of n is taken with probability min(1, c n) by its hash and then counts as max(1, c n) customers, c such that `most` groups are
 * expected. So every customer has the same weight c, and the great groups, of those who bought once, are never left out.
 */
export function sampleOf(groups: PurchaseGroups, most: number): PurchaseGroups {
  const {repeats, lastAge, age, customers} = groups;
  if (repeats.length <= most) return groups;
  const rate = rateFor(customers, most);
  const places: number[] = [];
  for (let i = 0; i < repeats.length; i++) {
    if (hash(repeats[i]!, lastAge[i]!, age[i]!) < rate * customers[i]! * 2 ** 32) places.push(i);
  }
  const take = (column: Float64Array) => Float64Array.from(places, (i) => column[i]!);
  return {
    repeats: take(repeats),
    lastAge: take(lastAge),
    age: take(age),
    customers: take(customers).map((n) => Math.max(1, rate * n))
  };
}

/** The c with Σ min(1, c n) = most, by halving. */
function rateFor(customers: Float64Array, most: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 40; step++) {
    const rate = (low + high) / 2;
    let expected = 0;
    for (let i = 0; i < customers.length; i++) expected += Math.min(1, rate * customers[i]!);
    if (expected > most) high = rate;
    else low = rate;
  }
  return low;
}

/** 32 mixed bits of three numbers (the finaliser of MurmurHash3). */
function hash(x: number, t: number, T: number): number {
  let h =
    Math.imul(Math.round(x), 0x9e3779b1) ^
    Math.imul(Math.round(t * 7), 0x85ebca6b) ^
    Math.imul(Math.round(T * 7), 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
