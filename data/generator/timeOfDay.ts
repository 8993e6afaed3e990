import type {Dice} from "./dice.ts";
import {DAY, fromLondon, HOUR, MINUTE, toLondon} from "./londonTime.ts";
import {weighted} from "./weighted.ts";

/** Relative traffic of a shop by London hour, 7 to 22: a rise at noon and a second one after dinner. */
const TRAFFIC = [2, 4, 6, 7, 8, 10, 10, 8, 7, 7, 7, 8, 10, 11, 9, 4];
const drawHour = weighted(
  TRAFFIC.map((_, index) => index + 7),
  (hour) => TRAFFIC[hour - 7]!
);

/** Moves an instant to a plausible hour of the same London day. */
export function atShoppingHour(instant: number, dice: Dice): number {
  const day = Math.floor(toLondon(instant) / DAY) * DAY;
  const second = dice.int(0, HOUR / 1000) * 1000;
  return fromLondon(day + drawHour(dice.uniform()) * HOUR + second);
}

/** The helpdesk's hours: Monday to Friday, nine to six in London. */
const OPENS = 9 * HOUR;
const CLOSES = 18 * HOUR;

/** The instant itself when the helpdesk is open, else up to two hours into the next working day. */
export function atOfficeHour(instant: number, dice: Dice): number {
  const local = toLondon(instant);
  let day = Math.floor(local / DAY) * DAY;
  if (local - day >= CLOSES) day += DAY;
  while (isWeekend(day)) day += DAY;
  const opens = day + OPENS;
  return fromLondon(local >= opens ? local : opens + dice.int(0, 120) * MINUTE);
}

/** Whether a local time lies on a Saturday or Sunday; 1970 began on a Thursday. */
const isWeekend = (local: number): boolean => (Math.floor(local / DAY) + 3) % 7 > 4;
