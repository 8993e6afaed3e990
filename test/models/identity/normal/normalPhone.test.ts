import fc from "fast-check";
import {parsePhoneNumberFromString} from "libphonenumber-js/min";
import {describe, expect, it} from "vitest";
import {normalPhone, quickly} from "../../../../models/identity/normal/normalPhone.ts";
import {fullWidth, maskedText} from "./arbitraries.ts";

const one = "+8613800138000";

describe("one telephone number has one form", () => {
  it.each([
    ["13800138000", "CN"],
    ["138 0013 8000", "CN"],
    ["138-0013-8000", "CN"],
    ["+86 138 0013 8000", "US"],
    ["+86 (0)138 0013 8000", "US"],
    ["86 13800138000", "CN"],
    ["0086 13800138000", "CN"],
    ["0086-138-0013-8000", "US"],
    ["008613800138000", "HK"],
    ["0011 86 13800138000", "AU"],
    ["011 86 13800138000", "US"],
    ["１３８００１３８０００", "CN"],
    ["電話：138 0013 8000", "CN"],
    ["Tel. 138 0013 8000 (home)", "CN"],
    ["13800138000 ext. 12", "CN"],
    ["13800138000转12", "CN"],
    ["13800138000.0", "CN"],
    ["13800138000/13900139000", "CN"],
    ["13800138000，13900139000", "CN"],
    ["+8613800138000", null],
    ["+8613800138000", "XX"]
  ])("%s in %s", (raw, region) => expect(normalPhone(raw, region)).toBe(one));
});

it.each([
  ["(415) 555-2671", "US", "+14155552671"],
  ["1 415 555 2671 x12", "US", "+14155552671"],
  ["020 7946 0958", "GB", "+442079460958"],
  ["+44 (0)20 7946 0958", "CN", "+442079460958"],
  ["030/123456", "DE", "+4930123456"],
  ["+41.44.668.18.00", "CN", "+41446681800"],
  ["+39 06 1234567", "US", "+39061234567"],
  ["021-61234567", "CN", "+862161234567"],
  ["010-65551234转801", "CN", "+861065551234"]
])("%s in %s is %s", (raw, region, number) => expect(normalPhone(raw, region)).toBe(number));

describe("what is no number of one person is null", () => {
  it.each([
    null,
    "",
    "none",
    "138****1234",
    "138xxxx1234",
    "##密文",
    "11111111111",
    "00000000",
    "0000000001",
    "12345678",
    "1234567890",
    "98765432",
    "123456",
    "1.38E+10",
    "1380013800013800138000"
  ])("%s", (raw) => expect(normalPhone(raw, "CN")).toBeNull());

  it("a number without prefix where no country is known", () => {
    expect(normalPhone("13800138000", null)).toBeNull();
    expect(normalPhone("13800138000", "XX")).toBeNull();
  });

  it("a masked number", () => {
    fc.assert(
      fc.property(maskedText, fc.constantFrom("CN", "US", null), (raw, region) => normalPhone(raw, region) === null),
      {seed: 9}
    );
  });
});

const digits = (length: number) => fc.string({unit: fc.nat(9).map(String), minLength: length, maxLength: length});
const spelled = fc
  .tuple(
    fc.constantFrom("", "+86", "86", "0086", "+1", "1", "+"),
    fc.oneof(
      digits(10),
      digits(9).map((rest) => `13${rest}`)
    ),
    fc.array(fc.tuple(fc.nat(16), fc.constantFrom(" ", "-", "(", ")", " - ")), {maxLength: 4})
  )
  .map(([prefix, number, signs]) =>
    signs.reduce((text, [at, sign]) => text.slice(0, at) + sign + text.slice(at), prefix + number)
  );

it("the quick reading of usual numbers is the library's", () => {
  let quick = 0;
  fc.assert(
    fc.property(spelled, fc.constantFrom("CN" as const, "US" as const, "CA" as const), (raw, region) => {
      const read = quickly(raw, region);
      if (read === null) return;
      quick++;
      const abroad = raw.replace(/^[\s()-]*0[\s()-]*0(?=[\s()-]*8[\s()-]*6)/, "+");
      const library = parsePhoneNumberFromString(abroad, region);
      expect(library?.number).toBe(read);
      expect(library?.isPossible()).toBe(true);
    }),
    {numRuns: 5000, seed: 1}
  );
  expect(quick).toBeGreaterThan(500);
});

it("width does not count, and a number in its normal form stays as it is whatever the country", () => {
  fc.assert(
    fc.property(spelled, fc.constantFrom("CN", "US", "GB"), (raw, region) => {
      const number = normalPhone(raw, region);
      expect(normalPhone(fullWidth(raw), region)).toBe(number);
      if (number !== null && /^\+(?:86|1|44)[1-9]/.test(number)) expect(normalPhone(number, "DE")).toBe(number);
    }),
    {numRuns: 2000, seed: 2}
  );
});
