import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {normalPerson} from "../../../../models/identity/normal/normalPerson.ts";
import {anyText, fullWidth, maskedText} from "./arbitraries.ts";

/** given | middle | family | han, with - for null. */
const read = (given: string | null, family: string | null, full: string | null): string => {
  const name = normalPerson(given, family, full);
  return [name.given, name.middle, name.family, name.han].map((part) => part ?? "-").join(" | ");
};

describe("a full name in western order", () => {
  it.each([
    ["Robert Smith", "robert | - | smith | -"],
    ["ROBERT  SMITH", "robert | - | smith | -"],
    ["Ｒｏｂｅｒｔ　Ｓｍｉｔｈ", "robert | - | smith | -"],
    ["Mr. Robert Smith", "robert | - | smith | -"],
    ["Prof. Dr. Robert Smith Ph.D.", "robert | - | smith | -"],
    ["Robert Smith Jr.", "robert | - | smith | -"],
    ["Robert Smith, Jr.", "robert | - | smith | -"],
    ["Robert Smith III", "robert | - | smith | -"],
    ["Smith, Robert", "robert | - | smith | -"],
    ["Smith, Robert John, MD", "robert | john | smith | -"],
    ["Robert (Bob) Smith", "robert | - | smith | -"],
    ['Robert "Bob" Smith', "robert | - | smith | -"],
    ["Robert John A. Smith", "robert | john a | smith | -"],
    ["J. R. R. Tolkien", "j | r r | tolkien | -"],
    ["J.R.R. Tolkien", "j | r r | tolkien | -"],
    ["Pat O'Brien", "pat | - | obrien | -"],
    ["Pat O’Brien", "pat | - | obrien | -"],
    ["Pat O´Brien", "pat | - | obrien | -"],
    ["Jean-Luc Picard", "jeanluc | - | picard | -"],
    ["Jan van der Berg", "jan | - | vanderberg | -"],
    ["Juan Carlos de la Cruz", "juan | carlos | delacruz | -"],
    ["Ronald Mc Donald", "ronald | - | mcdonald | -"],
    ["Van Morrison", "van | - | morrison | -"],
    ["Łukasz Müller", "lukasz | - | muller | -"],
    ["Søren Ærø", "soren | - | aero | -"],
    ["Jürgen Groß", "jurgen | - | gross | -"],
    ["Иван Петров", "ivan | - | petrov | -"],
    ["Ольга Ёлкина", "olga | - | elkina | -"],
    ["Γιώργος Σταθάκης", "giorgos | - | stathakis | -"],
    ["Madonna", "madonna | - | - | -"],
    ["Anna 😀 Smith", "anna | - | smith | -"]
  ])("%s", (full, parts) => expect(read(null, null, full)).toBe(parts));
});

describe("a Chinese name", () => {
  it.each([
    ["张伟", "wei | - | zhang | 张伟"],
    ["張偉", "wei | - | zhang | 张伟"],
    ["张 伟", "wei | - | zhang | 张伟"],
    ["张，伟", "wei | - | zhang | 张伟"],
    ["伟 张", "wei | - | zhang | 张伟"],
    ["张伟先生", "wei | - | zhang | 张伟"],
    ["张伟（VIP）", "wei | - | zhang | 张伟"],
    ["David 张伟", "wei | david | zhang | 张伟"],
    ["David 张", "david | - | zhang | -"],
    ["欧阳锋", "feng | - | ouyang | 欧阳锋"],
    ["歐陽鋒", "feng | - | ouyang | 欧阳锋"],
    ["歐陽 鋒", "feng | - | ouyang | 欧阳锋"],
    ["司马相如", "xiangru | - | sima | 司马相如"],
    ["单雄信", "xiongxin | - | shan | 单雄信"],
    ["解晓东", "xiaodong | - | xie | 解晓东"],
    ["仇英", "ying | - | qiu | 仇英"],
    ["吕布", "bu | - | lu | 吕布"],
    ["王乾", "qian | - | wang | 王乾"],
    ["迈克尔·乔丹", "maikeer | - | qiaodan | 迈克尔乔丹"],
    ["张先生", "- | - | zhang | -"],
    ["李小姐", "- | - | li | -"],
    ["王总", "- | - | wang | -"],
    ["張經理", "- | - | zhang | -"],
    ["张", "- | - | zhang | -"],
    ["欧阳", "- | - | ouyang | -"],
    ["Zhang, Wei", "wei | - | zhang | -"],
    ["Wei ZHANG", "wei | - | zhang | -"],
    ["Xiao Ming Zhang", "xiaoming | - | zhang | -"],
    ["Zhang Xiao Ming", "xiaoming | - | zhang | -"],
    ["Lü, Bu", "bu | - | lu | -"],
    ["Lv, Bu", "bu | - | lu | -"]
  ])("%s", (full, parts) => expect(read(null, null, full)).toBe(parts));

  it("in Latin letters without a comma is read in western order, for which swapped names are compared", () => {
    expect(read(null, null, "Zhang Wei")).toBe("zhang | - | wei | -");
  });
});

it("a Korean name has its family name first, a Japanese one where a blank parts it", () => {
  expect(read(null, null, "김철수")).toBe("cheolsu | - | gim | -");
  expect(read(null, null, "남궁민")).toBe("min | - | namgung | -");
  expect(normalPerson(null, null, "山田 太郎").family).toBe(normalPerson(null, "山田", null).family);
});

describe("given and family name in cells of their own", () => {
  it.each([
    ["Robert", "Smith", null, "robert | - | smith | -"],
    ["Robert John", "Smith", null, "robert | john | smith | -"],
    ["Mrs. Anna", "O'Neil III", null, "anna | - | oneil | -"],
    ["Jan", "van der Berg", null, "jan | - | vanderberg | -"],
    ["Robert", "Smith", "Bob Smith", "robert | - | smith | -"],
    ["伟", "张", null, "wei | - | zhang | 张伟"],
    ["偉", "張", null, "wei | - | zhang | 张伟"],
    ["伟 Wei", "张 Zhang", null, "wei | - | zhang | 张伟"],
    ["张伟", "张", null, "wei | - | zhang | 张伟"],
    ["Wei", "张", null, "wei | - | zhang | -"],
    ["Wei", "Zhang", "张伟", "wei | - | zhang | 张伟"],
    ["Xiao Ming", "Zhang", null, "xiaoming | - | zhang | -"],
    ["Mary Ann", "Smith", null, "mary | ann | smith | -"]
  ])("%s, %s, %s", (given, family, full, parts) => expect(read(given, family, full)).toBe(parts));
});

describe("what one cell leaves out, the full name tells", () => {
  it.each([
    ["Robert", null, "Robert Smith", "robert | - | smith | -"],
    ["Robert", null, "Smith Robert", "robert | - | smith | -"],
    [null, "Zhang", "Zhang Wei", "wei | - | zhang | -"],
    ["Robert", "张*", null, "robert | - | - | -"],
    [null, "Smith, Robert", null, "robert | - | smith | -"],
    ["张伟", null, null, "wei | - | zhang | 张伟"],
    [null, "张伟", null, "wei | - | zhang | 张伟"],
    ["伟明", null, null, "weiming | - | - | -"],
    [null, "欧阳", null, "- | - | ouyang | -"],
    ["Robert", null, "Robert", "robert | - | - | -"]
  ])("%s, %s, %s", (given, family, full, parts) => expect(read(given, family, full)).toBe(parts));
});

describe("what names nobody is null", () => {
  it.each([
    null,
    "",
    " ",
    "-",
    "Mr",
    "先生",
    "unknown",
    "N/A",
    "匿名用户",
    "13800138000",
    "ann@example.com",
    "张*",
    "张某某",
    "J***"
  ])("%s", (full) => expect(read(null, null, full)).toBe("- | - | - | -"));

  it("a masked name", () => {
    fc.assert(
      fc.property(maskedText, (full) => read(null, null, full) === "- | - | - | -"),
      {seed: 9}
    );
  });
});

const western = fc.stringMatching(/^(?:[A-Z][a-df-hj-uw]{2,7}(?:[' -]?[A-Z][a-df-hj-uw]{3,6})?)$/);
const chinese = fc.tuple(
  fc.constantFrom(..."王李张刘陈杨黄赵吴周单解区仇", "欧阳", "司马", "諸葛"),
  fc.stringMatching(/^[伟芳娜秀英敏静丽强磊國華麗明]{1,2}$/)
);

it("case, width and blanks of a name do not count", () => {
  fc.assert(
    fc.property(western, western, (given, family) => {
      const name = read(given, family, null);
      expect(read(` ${given.toUpperCase()} `, family.toLowerCase(), null)).toBe(name);
      expect(read(fullWidth(given), fullWidth(family), null)).toBe(name);
      expect(read(null, null, `${family},  ${given}`)).toBe(name);
    }),
    {seed: 1}
  );
});

it("a name in Han is the same in one cell, in two, and in Latin letters", () => {
  fc.assert(
    fc.property(chinese, ([family, given]) => {
      const name = normalPerson(given, family, null);
      expect(normalPerson(null, null, family + given)).toEqual(name);
      expect(normalPerson(null, null, `${family} ${given}`)).toEqual(name);
      expect(normalPerson(null, null, `${name.family}, ${name.given}`)).toEqual({...name, han: null});
      expect(normalPerson(null, null, name.han)).toEqual(name);
    }),
    {seed: 2}
  );
});

it("names in their normal form stay as they are", () => {
  fc.assert(
    fc.property(western, western, (given, family) => {
      const name = normalPerson(given, family, null);
      const again = normalPerson(name.given, name.family, null);
      expect([again.given, again.family]).toEqual([name.given, name.family]);
    }),
    {seed: 3}
  );
});

it("parts are lower-case letters and digits, or null, whatever the cells hold", () => {
  fc.assert(
    fc.property(fc.option(anyText), fc.option(anyText), fc.option(anyText), (first, last, whole) => {
      const {given, middle, family, han} = normalPerson(first, last, whole);
      for (const part of [given, family]) expect(part ?? "a").toMatch(/^(?=.*[a-z])[a-z0-9]+$/);
      expect(middle ?? "a").toMatch(/^[a-z0-9]+(?: [a-z0-9]+)*$/);
      expect(han ?? "张").toMatch(/^\p{Script=Han}+$/u);
    }),
    {numRuns: 2000, seed: 4}
  );
});
