import type {CalendarSettings} from "../../models/settings.ts";

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const formats = new Map<string, Intl.DateTimeFormat>();

/** Day, weekday and time that the wall clock of a zone shows. */
function wall(zone: string, at: number): {day: string; weekday: string; time: string} {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      dateStyle: "short",
      timeStyle: "medium"
    });
    formats.set(zone, format);
  }
  const [day, time] = format.format(at).split(" ") as [string, string];
  return {day, weekday: weekdays[new Date(`${day}T12:00:00Z`).getUTCDay()]!, time: time.slice(0, 5)};
}

/** Whether the minute that begins at an instant is worked: the wall clock is read and the calendar looked up, nothing else. */
export const isWorked = (calendar: readonly CalendarSettings[], at: number): boolean =>
  calendar.some(({zone, from, to, hours, holidays, exceptions}) => {
    const {day, weekday, time} = wall(zone, at);
    if ((from ?? day) > day || (to ?? day) < day) return false;
    const pieces = exceptions[day] ?? (holidays.includes(day) ? [] : hours[weekday as "mon"]);
    return (pieces ?? []).some(([begin, end]) => begin <= time && time < end);
  });

/** Working minutes between two whole minutes, one by one. */
export function workMinutes(calendar: readonly CalendarSettings[], from: Date, to: Date): number {
  let minutes = 0;
  for (let at = from.getTime(); at < to.getTime(); at += 60_000) if (isWorked(calendar, at)) minutes++;
  return minutes;
}
