import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {normalCity} from "../../../../models/identity/normal/normalCity.ts";
import {normalPostal} from "../../../../models/identity/normal/normalPostal.ts";
import {anyText, fullWidth, maskedText} from "./arbitraries.ts";

describe("a city", () => {
  it.each([
    [" New  York ", "new york"],
    ["São Paulo", "sao paulo"],
    ["København", "kobenhavn"],
    ["St. Louis", "st louis"],
    ["Saint-Louis", "st louis"],
    ["Portland, OR", "portland"],
    ["Washington, D.C.", "washington"],
    ["Frankfurt (Main)", "frankfurt main"],
    ["Ｌｏｎｄｏｎ", "london"],
    ["Москва", "moskva"],
    ["北京市", "北京"],
    ["北京", "北京"],
    ["臺北市", "台北"],
    ["沙市", "沙市"],
    ["广东省", "广东"],
    ["广西壮族自治区", "广西"]
  ])("%s is %s", (raw, city) => expect(normalCity(raw)).toBe(city));

  it.each([null, "", " ", "-", "北**", ", OR"])("%s is none", (raw) => expect(normalCity(raw)).toBeNull());
});

describe("a postal code", () => {
  it.each([
    ["sw1a 1aa", "SW1A1AA"],
    ["SW1A1AA", "SW1A1AA"],
    ["94107-1234", "94107"],
    ["94107", "94107"],
    ["D-10115", "10115"],
    ["10115.0", "10115"],
    ["01310-100", "01310100"],
    ["１００ ０２０", "100020"],
    ["K1A 0B1", "K1A0B1"]
  ])("%s is %s", (raw, code) => expect(normalPostal(raw)).toBe(code));

  it.each([null, "", " ", "-", "000000", "1000**"])("%s is none", (raw) => expect(normalPostal(raw)).toBeNull());
});

it("a masked place is none", () => {
  fc.assert(
    fc.property(maskedText, (raw) => normalCity(raw) === null && normalPostal(raw) === null),
    {seed: 9}
  );
});

it("places in their normal form stay as they are", () => {
  fc.assert(
    fc.property(anyText, (raw) => {
      const [city, code] = [normalCity(raw), normalPostal(raw)];
      expect(city === null || normalCity(city) === city).toBe(true);
      expect(code === null || normalPostal(code) === code).toBe(true);
    }),
    {numRuns: 3000, seed: 1}
  );
});

it("case and width of places do not count", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-wyz]{2,8}(?: [a-wyz]{2,8})?$/),
      fc.stringMatching(/^[A-WYZ]{1,2}[1-9] ?[0-9][A-WYZ]{2}$/),
      (city, code) => {
        expect(normalCity(city.toUpperCase())).toBe(normalCity(city));
        expect(normalCity(fullWidth(city))).toBe(normalCity(city));
        expect(normalPostal(code.toLowerCase())).toBe(normalPostal(code));
        expect(normalPostal(fullWidth(code))).toBe(normalPostal(code));
      }
    ),
    {seed: 2}
  );
});
