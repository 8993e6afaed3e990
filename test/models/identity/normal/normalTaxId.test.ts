import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {normalTaxId} from "../../../../models/identity/normal/normalTaxId.ts";
import {isResidentNumber} from "../../../../models/identity/normal/residentNumber.ts";
import {isSocialCreditCode} from "../../../../models/identity/normal/socialCreditCode.ts";
import {anyText, fullWidth, maskedText} from "./arbitraries.ts";

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const character = fc.constantFrom(...alphabet);
const digits = (length: number) =>
  fc.string({unit: fc.constantFrom(..."0123456789"), minLength: length, maxLength: length});

/** Valid codes, by trying every last character: exactly one is right. */
const code = fc
  .tuple(
    fc.constantFrom("91", "92", "12", "53", "N2", "Y1"),
    digits(6),
    fc.string({unit: character, minLength: 9, maxLength: 9})
  )
  .map((parts) => parts.join(""))
  .map((start) => [...alphabet].map((last) => start + last).filter(isSocialCreditCode));

describe("a unified social credit code", () => {
  // GB 32100-2015, annex A; python-stdnum 1.20, stdnum.cn.uscc; the business licences of Huawei, Tencent and Alibaba (China).
  it.each([
    "91350100M000100Y43",
    "91110000600037341L",
    "914403001922038216",
    "9144030071526726XG",
    "91330100799655058B"
  ])("%s is one", (text) => expect(isSocialCreditCode(text)).toBe(true));

  it("has one right last character for each start, 0 among them", () => {
    const last = new Set<string>();
    fc.assert(
      fc.property(code, (right) => {
        expect(right).toHaveLength(1);
        last.add(right[0]![17]!);
      }),
      {numRuns: 1000, seed: 1}
    );
    expect([...last].sort().join("")).toBe(alphabet);
  });

  it("is none after any change of one character", () => {
    for (const text of ["91350100M000100Y43", "91110000600037341L"]) {
      for (let at = 0; at < 18; at++) {
        for (const other of "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
          if (other === text[at]) continue;
          const changed = text.slice(0, at) + other + text.slice(at + 1);
          expect(isSocialCreditCode(changed), changed).toBe(false);
        }
      }
    }
  });

  it("is none in another length or case", () => {
    expect(["", "91350100M000100Y4", "91350100m000100y43", "91350100M000100Y430"].some(isSocialCreditCode)).toBe(false);
  });
});

it("a resident number has the check character of GB 11643", () => {
  // GB 11643-1999, annex A.
  expect(["11010519491231002X", "440524188001010014"].every(isResidentNumber)).toBe(true);
  expect(
    ["110105194912310021", "11010519491331002X", "11010519491231002x", "1101051949123100"].some(isResidentNumber)
  ).toBe(false);
});

describe("a tax or registration number", () => {
  it.each([
    [" 91350100m000100y43 ", "91350100M000100Y43"],
    ["９１３５０１００Ｍ０００１００Ｙ４３", "91350100M000100Y43"],
    ["91 350100 M000100Y43", "91350100M000100Y43"],
    ["11010519491231002x", "11010519491231002X"],
    ["de 123 456 788", "DE123456788"],
    ["GB-999.9999.73", "GB999999973"],
    ["12-3456780", "123456780"],
    ["GOPG990101HDFXXX09", "GOPG990101HDFXXX09"]
  ])("%s is %s", (raw, number) => expect(normalTaxId(raw)).toBe(number));

  it.each([
    null,
    "",
    "/",
    "无",
    "n/a",
    "123",
    "0000",
    "00000000",
    "XXXX",
    "999999999",
    "123456789",
    "12-3456789",
    "9135****0Y43"
  ])("%s is none", (raw) => expect(normalTaxId(raw)).toBeNull());

  it("with a wrong check character is none", () => {
    expect(normalTaxId("91350100M000100Y44")).toBeNull();
    expect(normalTaxId("110105194912310021")).toBeNull();
  });

  it("masked is none", () => {
    fc.assert(
      fc.property(maskedText, (raw) => normalTaxId(raw) === null),
      {seed: 9}
    );
  });

  it("in its normal form stays as it is, in any case and width", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.stringMatching(/^[A-WYZ0-9]{5,12}$/)), (raw) => {
        const number = normalTaxId(raw);
        expect(number === null || normalTaxId(number) === number).toBe(true);
        if (/^[A-Z0-9]+$/.test(raw)) {
          expect([normalTaxId(raw.toLowerCase()), normalTaxId(fullWidth(raw))]).toEqual([number, number]);
        }
      }),
      {numRuns: 1000, seed: 2}
    );
  });
});
