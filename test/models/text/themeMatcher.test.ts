import {describe, expect, it} from "vitest";
import {usualThemes} from "../../../models/text/taxonomy.ts";
import {openReader} from "../../../models/text/reader.ts";
import {matcherOf} from "../../../models/text/themeMatcher.ts";
import {termOf} from "../../../models/text/termWords.ts";

const match = matcherOf([
  {theme: "delivery", terms: ["deliver*", "late delivery", "配送"]},
  {theme: "price", terms: ["price", "贵", "太贵"]},
  {theme: "staff", terms: ["customer service"]},
  {theme: "reply", terms: ["reply"]}
]);
const words = (text: string) => match(text, text.split(" "));

describe("terms", () => {
  it("in Latin script stand for their usual inflections and for nothing else", () => {
    expect(words("the prices rose")).toEqual(["price"]);
    expect(words("pricing priced reprice")).toEqual(["price"]);
    expect(words("priceless")).toEqual([]);
    expect(words("they replied , replies and replying")).toEqual(["reply"]);
  });

  it("that end in a star stand for all that begin so", () => {
    expect(words("delivers delivered deliverable")).toEqual(["delivery"]);
  });

  it("of several words must follow one another", () => {
    expect(words("customer services were kind")).toEqual(["staff"]);
    expect(words("service for the customer")).toEqual([]);
  });

  it.each([
    ["t-shirt", "a T-Shirt that shrank"],
    ["t-shirt", "two t shirts"],
    ["mix up", "a mix-up with the sizes"],
    ["wi-fi", "no Wi‑Fi in the shop"],
    ["tv*", "the TVs flicker"],
    ["x*", "an xbox"],
    ["custom* service", "customer services"],
    ["doesn’t fit", "it doesn't fit"],
    ["ＶＩＰ", "a vip card"],
    ["物流慢", "物流慢死了"],
    ["態度", "客服态度差"],
    ["态度", "客服態度差"]
  ])("%j are read as texts are: found in %j", async (term, said) => {
    const {plain, tokens} = (await openReader())(said);
    expect(matcherOf([{theme: "own", terms: [term]}])(plain, tokens)).toEqual(["own"]);
  });

  it("without any word are none", () => {
    for (const term of ["!!", "*", " - ", "👍"]) expect(termOf(term)).toBeNull();
  });

  it("in Han are found at any place, a single character only as a word", () => {
    expect(match("这次配送很快", ["这次", "配送", "很快"])).toEqual(["delivery"]);
    expect(match("贵公司很好", ["贵公司", "很好"])).toEqual([]);
    expect(match("有点贵", ["有点", "贵"])).toEqual(["price"]);
  });
});

describe("the usual themes", () => {
  const all = usualThemes.flatMap((theme) => [theme, ...theme.sub]);

  it("have keys of their own and terms in both languages", () => {
    expect(new Set(all.map(({theme}) => theme)).size).toBe(all.length);
    for (const {theme, terms} of all) {
      expect(
        terms.some((term) => /\p{Script=Han}/u.test(term)),
        `${theme} in Chinese`
      ).toBe(true);
      expect(
        terms.some((term) => /[a-z]/.test(term)),
        `${theme} in English`
      ).toBe(true);
    }
  });

  it("are found by each of their own terms, read as a text", async () => {
    const [usual, read] = [matcherOf(all), await openReader()];
    for (const {theme, terms} of all) {
      for (const term of terms) {
        const {plain, tokens} = read(term.replace("*", ""));
        expect(usual(plain, tokens), `${term} of ${theme}`).toContain(theme);
      }
    }
  });
});
