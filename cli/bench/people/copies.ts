/** Which person a record is of, and whether it is their first. */
export interface Copy {
  person: number;
  isFirst: boolean;
}

const SIZES = [4, 3, 3, 3, 3, ...Array<number>(10).fill(2), ...Array<number>(64).fill(1)];
/** Further records of each of 79 persons, 100 in all: clusters of two mostly, some of three to five, spread by a step prime to 79. */
const FURTHER = SIZES.map((_, i) => SIZES[(7 + i * 31) % SIZES.length]!);
const GROUP = FURTHER.flatMap((records, group) => Array<number>(records).fill(group));

/** How many of the first records are further ones of somebody: exactly the share, rounded down. */
const furtherIn = (records: number, share: number): number => Math.floor(records * share + 1e-9);

/**
 * The person of the record at a place. Further records are spread evenly and repeat somebody who came at once, a quarter, half or
 * three quarters of the way back; persons are numbered in the order in which they come.
 */
export function copyOf(place: number, share: number): Copy {
  const before = furtherIn(place, share);
  if (furtherIn(place + 1, share) === before) return {person: place - before, isFirst: true};
  const group = Math.floor(before / GROUP.length) * FURTHER.length + GROUP[before % GROUP.length]!;
  // With d further records before, at least lanes × (d + 1) persons have come: no lane goes beyond group ≤ d.
  const lanes = Math.floor((1 - share) / share + 1e-9);
  const lane = group % lanes;
  return {person: lanes * (lane + 1) * Math.floor(group / lanes) + lane, isFirst: false};
}

/** The place of a person's first record. */
export function firstRecordOf(person: number, share: number): number {
  // Between two further records come at most 1 / share - 1 first ones.
  let place = person + Math.floor((person * share) / (1 - share) + 1e-9);
  while (place - furtherIn(place, share) < person || !copyOf(place, share).isFirst) place++;
  return place;
}
