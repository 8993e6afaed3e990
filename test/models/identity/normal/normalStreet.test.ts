import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {normalStreet} from "../../../../models/identity/normal/normalStreet.ts";
import {anyText, fullWidth, maskedText} from "./arbitraries.ts";

const read = (raw: string | null): string => {
  const {number, street} = normalStreet(raw);
  return `${number ?? "-"} | ${street ?? "-"}`;
};

describe("a street in Latin letters", () => {
  it.each([
    ["12 High St", "12 | high st"],
    ["12 High Street", "12 | high st"],
    ["12, HIGH STREET", "12 | high st"],
    ["１２　Ｈｉｇｈ　Ｓｔ．", "12 | high st"],
    ["No. 12 High Street", "12 | high st"],
    ["#12 High Street", "12 | high st"],
    ["Flat 3, 12 High Street", "12 | high st"],
    ["12 High Street, Apt 4B", "12 | high st"],
    ["12 High Street #5", "12 | high st"],
    ["12 High Street, 3rd Floor", "12 | high st"],
    ["12a High Street", "12a | high st"],
    ["12-A High Street", "12a | high st"],
    ["12 - 14 High Street", "12-14 | high st"],
    ["High Street", "- | high st"],
    ["4 Saint John's Road", "4 | st johns rd"],
    ["4 St. Johns Rd.", "4 | st johns rd"],
    ["100 N.W. First Ave.", "100 | nw 1st ave"],
    ["100 Northwest 1st Avenue", "100 | nw 1st ave"],
    ["5 12th Avenue", "5 | 12th ave"],
    ["P.O. Box 123", "123 | po box"],
    ["Hauptstraße 12 a", "12a | hauptstr"],
    ["Hauptstr. 12A", "12a | hauptstr"],
    ["Berliner Strasse 5", "5 | berliner str"],
    ["Marienplatz 1", "1 | marienpl"],
    ["Kerkstraat 7", "7 | kerkstr"],
    ["12 rue de la Paix", "12 | rue de la paix"],
    ["8 Boulevard Saint-Germain", "8 | blvd st germain"],
    ["Calle Mayor 5", "5 | c mayor"],
    ["улица Ленина 5", "5 | ulitsa lenina"]
  ])("%s", (raw, parts) => expect(read(raw)).toBe(parts));
});

describe("a street in Chinese", () => {
  it.each([
    ["建国路88号", "88 | 建国路"],
    ["建國路88號", "88 | 建国路"],
    ["建国路 88 号 3栋 502室", "88 | 建国路"],
    ["北京市朝阳区建国路88号", "88 | 建国路"],
    ["广东省深圳市南山区科技路8号A座", "8 | 科技路"],
    ["内蒙古自治区呼和浩特市新城区新华大街1号", "1 | 新华大街"],
    ["上海浦东新区世纪大道100号环球金融中心", "100 | 世纪大道"],
    ["台北市信義區信義路五段7號", "7 | 信义路五段"],
    ["信義路五段12巷3弄5號", "5 | 信义路五段12巷3弄"],
    ["香港九龍彌敦道100號", "100 | 弥敦道"],
    ["幸福村3组12号", "12 | 幸福村3组"],
    ["中关村大街1号院5号楼", "1 | 中关村大街"],
    ["阳光小区3号楼2单元501室", "3 | 阳光小区"],
    ["建国路", "- | 建国路"]
  ])("%s", (raw, parts) => expect(read(raw)).toBe(parts));
});

it("what is no street has neither number nor words", () => {
  expect([null, "", " - ", "建国路**号"].map(read)).toEqual(Array(4).fill("- | -"));
  fc.assert(
    fc.property(maskedText, (raw) => read(raw) === "- | -"),
    {seed: 9}
  );
});

const address = fc
  .tuple(
    fc.integer({min: 1, max: 9999}),
    fc.stringMatching(/^[A-Z][a-wyz]{3,8}$/),
    fc.constantFrom("Street", "Rd.", "Ave", "Lane")
  )
  .map((words) => words.join(" "));

it("case, width and blanks of an address do not count, and its normal form stays as it is", () => {
  fc.assert(
    fc.property(address, (raw) => {
      const {number, street} = normalStreet(raw);
      expect(number).toBe(raw.split(" ")[0]);
      expect(normalStreet(raw.toUpperCase().replace(/ /g, "  "))).toEqual({number, street});
      expect(normalStreet(fullWidth(raw))).toEqual({number, street});
      expect(normalStreet(`${number} ${street}`)).toEqual({number, street});
    }),
    {seed: 1}
  );
});

it("parts are lower-case ASCII or Han, whatever the cell holds", () => {
  fc.assert(
    fc.property(anyText, (raw) => {
      const {number, street} = normalStreet(raw);
      expect(number ?? "1").toMatch(/^\d+(?:-\d+)*[a-z]?$/);
      expect(street ?? "a").toMatch(/^[a-z0-9\p{Script=Han}-]+(?: [a-z0-9-]+)*$/u);
    }),
    {numRuns: 3000, seed: 2}
  );
});
