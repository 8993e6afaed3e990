import type {Formats} from "../../format/formats.ts";
import {isComparable, sizeOf, type Day} from "./sizes.ts";

/** How many customers more or fewer a segment has than so many month ends ago, signed; a dash where that is unknown or withheld. */
export function changeOf(days: readonly Day[], segment: string, months: number, f: Formats): string {
  const [now, then] = [sizeOf(days, 0, segment)?.customers, sizeOf(days, months, segment)?.customers];
  if (now == null || then == null || !isComparable(days, months)) return f.missing;
  return now === then ? "0" : f.score(now - then);
}
