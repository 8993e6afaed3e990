import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {normalBirth} from "../../../../models/identity/normal/normalBirth.ts";
import {anyText, fullWidth, maskedText} from "./arbitraries.ts";

describe("a day of birth", () => {
  it.each([
    ["1990-01-02", null],
    ["1990/1/2", null],
    ["1990.01.02", null],
    ["19900102", "CN"],
    ["19900102.0", "CN"],
    ["1990-01-02T00:00:00Z", "CN"],
    ["1990-01-02 08:30:00", "CN"],
    ["1990年1月2日", "CN"],
    ["１９９０年１月２日", "CN"],
    ["1/2/1990", "US"],
    ["01/02/1990 12:00:00 AM", "US"],
    ["2/1/1990", "GB"],
    ["02.01.1990", "DE"],
    ["2-1-1990", null],
    ["2 Jan 1990", "GB"],
    ["2nd January, 1990", "GB"],
    ["02-JAN-1990", "US"],
    ["January 2, 1990", "US"]
  ])("%s in %s", (raw, region) => expect(normalBirth(raw, region)).toBe("1990-01-02"));

  it("with a number past 12 has its month and day told by that", () => {
    expect(normalBirth("13/2/1990", "US")).toBe("1990-02-13");
    expect(normalBirth("2/13/1990", "GB")).toBe("1990-02-13");
  });

  it("need not be in the calendar: what is right in a typing error still counts", () => {
    expect(normalBirth("1945-03-32", "GB")).toBe("1945-03-32");
    expect(normalBirth("32/03/1945", "GB")).toBe("1945-03-32");
    expect(normalBirth("1945-00-00", "GB")).toBe("1945-00-00");
  });
});

describe("what tells no day is null", () => {
  it.each([
    null,
    "",
    "1990",
    "1/2/90",
    "33000",
    "631238400",
    "631238400000",
    "unknown",
    "1990-01",
    "1900-01-01",
    "1970-01-01",
    "1970-01-01T00:00:00Z",
    "1/1/1900",
    "0000-00-00",
    "0001-01-01",
    "9999-12-31",
    "1990-**-**"
  ])("%s", (raw) => expect(normalBirth(raw, "US")).toBeNull());

  it("a masked day", () => {
    fc.assert(
      fc.property(maskedText, (raw) => normalBirth(raw, "CN") === null),
      {seed: 9}
    );
  });
});

it("every day is the same in every way to write it", () => {
  const day = fc.date({min: new Date("1910-01-01"), max: new Date("2020-12-31"), noInvalidDate: true});
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      fc.pre(iso !== "1970-01-01");
      const [year, month, on] = iso.split("-").map(Number);
      for (const written of [
        date.toISOString(),
        iso.replaceAll("-", ""),
        `${year}年${month}月${on}日`,
        fullWidth(iso)
      ]) {
        expect(normalBirth(written, "CN")).toBe(iso);
      }
      expect(normalBirth(`${month}/${on}/${year}`, "US")).toBe(iso);
      expect(normalBirth(`${on}.${month}.${year}`, "DE")).toBe(iso);
    }),
    {seed: 1}
  );
});

it("a day in its normal form stays as it is", () => {
  fc.assert(
    fc.property(
      fc.oneof(anyText, fc.stringMatching(/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/)),
      fc.constantFrom("US", "GB"),
      (raw, region) => {
        const day = normalBirth(raw, region);
        expect(day === null || (/^\d{4}-\d\d-\d\d$/.test(day) && normalBirth(day, "DE") === day)).toBe(true);
      }
    ),
    {numRuns: 2000, seed: 2}
  );
});
