import {TimeUnit} from "apache-arrow";
import {clockText, momentText} from "./isoText.ts";

/** Digits after the point of a second, by unit. */
const DIGITS: Record<TimeUnit, number> = {
  [TimeUnit.SECOND]: 0,
  [TimeUnit.MILLISECOND]: 3,
  [TimeUnit.MICROSECOND]: 6,
  [TimeUnit.NANOSECOND]: 9
};

/** Whole seconds and the digits after them: six at most, the engine's own precision. */
function split(value: bigint, unit: TimeUnit): [number, string] {
  const digits = DIGITS[unit];
  const scale = 10n ** BigInt(digits);
  const part = ((value % scale) + scale) % scale;
  const fraction = digits ? String(part).padStart(digits, "0").slice(0, 6).replace(/0+$/, "") : "";
  return [Number((value - part) / scale), fraction];
}

/** A moment after 1970-01-01 00:00:00; undefined outside the years 1 to 9999. */
export const moment = (value: bigint, unit: TimeUnit): string | undefined => momentText(...split(value, unit));

/** A time of day or a duration. */
export const clock = (value: bigint, unit: TimeUnit): string =>
  value < 0n ? `-${clockText(...split(-value, unit))}` : clockText(...split(value, unit));
