import type {Place, ToldGroup} from "./curveData.ts";

/** The estimate stays until the next end, then falls at once. */
export function stairs(places: readonly Place[]): (readonly [number, number])[] {
  return places.flatMap(([day, share], i) => {
    const before = places[i - 1];
    if (!before) return [[day, share] as const];
    if (share === before[1] && i < places.length - 1) return [];
    return share === before[1] ? [[day, share] as const] : [[day, before[1]] as const, [day, share] as const];
  });
}

/** The interval, in steps like its curve. */
export function bandOf(places: readonly Place[]): (readonly [number, number, number])[] {
  const told = places.map(([day, share, low, high]) => [day, low ?? share, high ?? share] as const);
  return told.flatMap((one, i) => {
    const before = told[i - 1];
    if (!before || (one[1] === before[1] && one[2] === before[2])) return !before || i === told.length - 1 ? [one] : [];
    return [[one[0], before[1], before[2]] as const, one];
  });
}

/** The place of a curve that holds on a day; nothing past its end. */
export const placeAt = ({places, followed}: ToldGroup, day: number): Place | undefined =>
  day > followed ? undefined : places.findLast(([from]) => from <= day);
