import type {CalendarSettings} from "../settings.ts";

/** A piece of a day on the wall clock, in seconds since midnight, `to` excluded. */
export interface Piece {
  from: number;
  to: number;
}

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

/** Seconds since midnight of "09:30"; "24:00" is 86,400. */
export function secondsOf(clock: string): number {
  const [hours, minutes] = clock.split(":").map(Number) as [number, number];
  return hours * 3600 + minutes * 60;
}

/** Days since 1970 as ISO text. */
export const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Why a day has the hours that it has. */
export type DayKind = "exception" | "holiday" | "weekday" | "outside";

/** What makes the hours of a day (days since 1970) in one version of the calendar: exceptions before holidays before weekdays. */
export function kindOfDay(version: CalendarSettings, day: number): DayKind {
  const iso = isoOf(day);
  if ((version.from !== null && iso < version.from) || (version.to !== null && iso > version.to)) return "outside";
  if (version.exceptions[iso]) return "exception";
  return version.holidays.includes(iso) ? "holiday" : "weekday";
}

/** The working pieces of a day, none where the version does not hold on it. */
export function piecesOf(version: CalendarSettings, day: number): Piece[] {
  const kind = kindOfDay(version, day);
  if (kind === "outside" || kind === "holiday") return [];
  const pieces =
    kind === "exception" ? version.exceptions[isoOf(day)] : version.hours[weekdays[(((day + 4) % 7) + 7) % 7]!];
  return (pieces ?? []).map(([from, to]) => ({from: secondsOf(from), to: secondsOf(to)}));
}
