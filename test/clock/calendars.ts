import fc from "fast-check";
import type {CalendarSettings} from "../../models/settings.ts";

const clock = fc.integer({min: 0, max: 96}).map((quarter) => {
  const minutes = quarter * 15;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
});
const day = fc
  .uniqueArray(clock, {minLength: 0, maxLength: 6})
  .map((times) => times.sort())
  .map((times) => Array.from({length: times.length >> 1}, (_, i) => [times[2 * i]!, times[2 * i + 1]!] as const));
/** Calendars of one or two versions around the start, both in zones that change their clocks. */
export const calendars = (start: number): fc.Arbitrary<CalendarSettings[]> => {
  const iso = (days: number) => new Date(start + days * 86_400_000).toISOString().slice(0, 10);
  const days = fc.integer({min: -2, max: 9}).map(iso);
  const version = fc.record({
    zone: fc.constantFrom(
      "UTC",
      "Europe/London",
      "America/New_York",
      "Asia/Kolkata",
      "Australia/Lord_Howe",
      "Pacific/Apia"
    ),
    from: fc.constant(null),
    to: fc.constant(null),
    hours: fc.record({mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day}),
    holidays: fc.array(days, {maxLength: 2}),
    exceptions: fc.dictionary(days, day, {maxKeys: 2})
  });
  return fc.tuple(version, version, fc.option(fc.integer({min: 0, max: 6}))).map(([a, b, change]) =>
    change === null
      ? [a]
      : [
          {...a, to: iso(change)},
          {...b, from: iso(change + 1)}
        ]
  );
};
/** Midnights before the clock is changed somewhere, and one of an ordinary week; Samoa left out 30 December 2011. */
export const starts = fc.constantFrom(
  ...["2026-03-06", "2026-03-27", "2026-10-23", "2026-10-30", "2026-04-03", "2026-06-12", "2011-12-28"].map((day) =>
    Date.parse(`${day}T00:00:00Z`)
  )
);
