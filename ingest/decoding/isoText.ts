/**
 * Days and clocks as text: `2026-06-24`, `2026-06-24 14:05:00`, `26:30:00`.
 *
 * Days are those of the proleptic Gregorian calendar, of the years 1 to 9999; outside them the result is undefined.
 */

const DAY = 86_400;
const FIRST = Date.parse("0001-01-01");
const LAST = Date.parse("9999-12-31");

/** The day that is so many days after 1970-01-01. */
export function dayText(days: number): string | undefined {
  const millis = days * DAY * 1000;
  return millis >= FIRST && millis <= LAST ? new Date(millis).toISOString().slice(0, 10) : undefined;
}

/** A time of day or a duration of whole seconds from 0, with the digits after the decimal point, which may be none. */
export function clockText(seconds: number, fraction = ""): string {
  const [hour, minute, second] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const clock = [hour, minute, second].map((part) => String(part).padStart(2, "0")).join(":");
  return fraction ? `${clock}.${fraction}` : clock;
}

/** The moment that is so many whole seconds after 1970-01-01 00:00:00. */
export function momentText(seconds: number, fraction = ""): string | undefined {
  const days = Math.floor(seconds / DAY);
  const day = dayText(days);
  return day && `${day} ${clockText(seconds - days * DAY, fraction)}`;
}
