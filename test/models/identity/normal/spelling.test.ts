import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {hasHan, isHan, simplified} from "../../../../models/identity/normal/han.ts";
import {latin, latinBesideHan} from "../../../../models/identity/normal/latin.ts";
import {isMasked} from "../../../../models/identity/normal/masked.ts";
import {familyInLetters, givenInLetters} from "../../../../models/identity/normal/pinyin.ts";
import {remembered} from "../../../../models/identity/normal/remembered.ts";
import {sound} from "../../../../models/identity/normal/sound.ts";
import {tidy} from "../../../../models/identity/normal/tidy.ts";
import {anyText} from "./arbitraries.ts";

it("a tidy text has one width and composition and nothing invisible", () => {
  expect(tidy(" Ｊｏｓｅ\u0301\u200b　O’Neil ")).toBe("José O'Neil");
  expect(tidy("㈱ﾄﾖﾀ")).toBe("(株)トヨタ");
});

it("a text in any script has a form in lower-case ASCII", () => {
  expect(latin("İstanbul, Łódź & Ørsted")).toBe("istanbul, lodz & orsted");
  expect(latinBesideHan("Ørsted 科技")).toBe("orsted 科技");
  fc.assert(
    fc.property(anyText, (text) => /^[\u0000-\u007f]*$/.test(latin(text)) && latin(latin(text)) === latin(text)),
    {seed: 1}
  );
});

it("traditional characters become simplified, once and for all; 乾 stays", () => {
  expect(simplified("陳方安生，蕭乾，葉啟田 ABC")).toBe("陈方安生，萧乾，叶启田 ABC");
  expect([hasHan("a張"), hasHan("abc"), isHan("張三"), isHan("張3"), isHan("")]).toEqual([
    true,
    false,
    true,
    false,
    false
  ]);
  fc.assert(
    fc.property(
      fc.string({unit: fc.integer({min: 0x4e00, max: 0x9fff}).map((point) => String.fromCodePoint(point))}),
      (text) => {
        const simple = simplified(text);
        expect(simplified(simple)).toBe(simple);
        expect([...simple]).toHaveLength([...text].length);
      }
    ),
    {seed: 2}
  );
});

it("Han is read as it sounds in a name, 单 and 解 otherwise in a surname", () => {
  expect([familyInLetters("单"), givenInLetters("单")]).toEqual(["shan", "dan"]);
  expect([familyInLetters("解"), givenInLetters("解")]).toEqual(["xie", "jie"]);
  expect([familyInLetters("尉迟"), familyInLetters("万俟"), givenInLetters("女")]).toEqual(["yuchi", "moqi", "nu"]);
});

it("what is remembered is bounded and the same as computed", () => {
  let computed = 0;
  const length = remembered((text) => (computed++, text.length), 2);
  expect(["a", "bb", "a", "ccc", "a"].map(length)).toEqual([1, 2, 1, 3, 1]);
  expect(computed).toBe(4);
});

describe("a value with something hidden is masked", () => {
  it.each([
    "138****1234",
    "张*",
    "张＊",
    "a…@x.com",
    "##密文",
    "$$密文",
    "622xxxx18",
    "XXXX",
    "●●●1234",
    "138××××1234"
  ])("%s", (raw) => expect(isMasked(raw)).toBe(true));
  it.each([
    "138 0013 8000",
    "XXXLutz KG",
    "Maxx Smith",
    "张三",
    "100 Main St #5",
    "x12",
    "迈克尔·乔丹",
    "Rock & Roll!"
  ])("%s is not", (raw) => expect(isMasked(raw)).toBe(false));
});

it("names that sound alike have one sound", () => {
  expect(sound("smith")).toBe("SM0");
  expect(sound("smyth")).toBe(sound("smith"));
  expect(sound("stephen")).toBe(sound("steven"));
  expect([sound(null), sound(""), sound("张")]).toEqual([null, null, null]);
});
