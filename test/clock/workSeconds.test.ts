import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {explain, workSeconds} from "../../models/clock/workSeconds.ts";
import type {CalendarSettings} from "../../models/settings.ts";
import {calendars, starts} from "./calendars.ts";
import {workMinutes} from "./minuteLoop.ts";

const office = (zone: string, from = "09:00", to = "18:00"): CalendarSettings => ({
  zone,
  from: null,
  to: null,
  hours: Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [[from, to]]])),
  holidays: [],
  exceptions: {}
});
const minutes = (calendar: readonly CalendarSettings[], from: string, to: string) =>
  workSeconds(calendar, new Date(from), new Date(to)) / 60;
const elapsed = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000;

// REFERENCE: business hours.
it("Friday 17:30 to Monday 09:20 at Monday to Friday 9 to 18 are 50 business minutes of 3,830", () => {
  const [from, to] = ["2026-06-05T17:30:00Z", "2026-06-08T09:20:00Z"] as const;
  expect([minutes([office("UTC")], from, to), elapsed(from, to)]).toEqual([50, 3830]);
});

// REFERENCE: New York, the weekend in which summer time starts; 17:00 is UTC−5, 10:00 already UTC−4.
it("New York, 9 March 2024 17:00 to 11 March 10:00 at 9 to 17 are 60 business minutes of 2,400", () => {
  const [from, to] = ["2024-03-09T17:00:00-05:00", "2024-03-11T10:00:00-04:00"] as const;
  expect([minutes([office("America/New_York", "09:00", "17:00")], from, to), elapsed(from, to)]).toEqual([60, 2400]);
});

describe("the days on which the clock is changed", () => {
  const nights: CalendarSettings = {...office("Europe/London"), hours: {sun: [["00:30", "03:00"]]}};

  it("an hour that is left out is not worked", () => {
    expect(minutes([nights], "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z")).toBe(90);
  });
  it("an hour that is repeated is worked twice", () => {
    expect(minutes([nights], "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z")).toBe(210);
  });
  it("a half hour's change counts as half an hour", () => {
    const island = {...office("Australia/Lord_Howe"), hours: {sun: [["00:00", "04:00"]]}} as CalendarSettings;
    expect(minutes([island], "2026-04-04T00:00:00Z", "2026-04-06T00:00:00Z")).toBe(270);
    expect(minutes([island], "2026-10-03T00:00:00Z", "2026-10-05T00:00:00Z")).toBe(210);
  });
});

describe("what makes a day", () => {
  const calendar: CalendarSettings = {
    ...office("UTC"),
    holidays: ["2026-12-24", "2026-12-25"],
    exceptions: {"2026-12-24": [["09:00", "12:00"]], "2026-12-26": [["10:00", "11:00"]], "2026-12-28": []}
  };
  it.each([
    ["2026-12-23", 540],
    ["2026-12-24", 180],
    ["2026-12-25", 0],
    ["2026-12-26", 60],
    ["2026-12-27", 0],
    ["2026-12-28", 0]
  ])("exceptions go before holidays, holidays before weekdays: %s has %i minutes", (day, expected) => {
    expect(minutes([calendar], `${day}T00:00:00Z`, `${day}T24:00:00Z`)).toBe(expected);
  });

  it("each version holds on its own days, and outside all of them nobody works", () => {
    const versions = [
      {...office("UTC"), from: "2026-01-01", to: "2026-06-30"},
      {...office("UTC", "08:00", "12:00"), from: "2026-07-01", to: "2026-12-31"}
    ];
    expect(minutes(versions, "2026-06-30T00:00:00Z", "2026-07-02T00:00:00Z")).toBe(540 + 240);
    expect(minutes(versions, "2027-01-01T00:00:00Z", "2027-03-01T00:00:00Z")).toBe(0);
  });
});

it("no time passes backwards", () => {
  expect(minutes([office("UTC")], "2026-06-08T12:00:00Z", "2026-06-08T10:00:00Z")).toBe(0);
  expect(explain([office("UTC")], new Date("2026-06-08T12:00:00Z"), new Date("2026-06-08T12:00:00Z"))).toEqual([]);
});

it("is what a loop over minutes counts, in any calendar, over any change of the clock", () => {
  const cases = starts.chain((start) =>
    fc.record({
      calendar: calendars(start),
      from: fc.integer({min: 0, max: 7 * 1440}).map((minute) => start + minute * 60_000),
      length: fc.integer({min: 0, max: 1440})
    })
  );
  fc.assert(
    fc.property(cases, ({calendar, from, length}) => {
      const [a, b] = [new Date(from), new Date(from + length * 60_000)];
      expect(workSeconds(calendar, a, b)).toBe(60 * workMinutes(calendar, a, b));
    }),
    {seed: 7, numRuns: 300}
  );
});

it("is explained by pieces in order, apart from one another and within the two instants", () => {
  const cases = starts.chain((start) => fc.record({start: fc.constant(start), calendar: calendars(start)}));
  fc.assert(
    fc.property(cases, fc.nat(5 * 86_400), fc.nat(3 * 86_400), ({start, calendar}, from, length) => {
      const [a, b] = [new Date(start + from * 1000), new Date(start + (from + length) * 1000)];
      const pieces = explain(calendar, a, b);
      pieces.forEach((piece, i) => {
        expect(piece.from).toBeLessThan(piece.to);
        expect(piece.from).toBeGreaterThan(pieces[i - 1]?.to ?? a.getTime() / 1000 - 1);
      });
      expect(pieces.at(-1)?.to ?? 0).toBeLessThanOrEqual(b.getTime() / 1000);
      const middle = new Date((a.getTime() + b.getTime()) / 2);
      expect(workSeconds(calendar, a, middle) + workSeconds(calendar, middle, b)).toBe(workSeconds(calendar, a, b));
    }),
    {seed: 13, numRuns: 100}
  );
});
