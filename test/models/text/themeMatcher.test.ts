import {describe, expect, it} from "vitest";
import {usualThemes} from "../../../models/text/taxonomy.ts";
import {matcherOf} from "../../../models/text/themeMatcher.ts";

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

  it("are found by each of their own terms", () => {
    const usual = matcherOf(all);
    for (const {theme, terms} of all) {
      for (const term of terms) {
        const said = term.replace("*", "").toLowerCase();
        const tokens = said.match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu)!;
        expect(usual(said, tokens), `${term} of ${theme}`).toContain(theme);
      }
    }
  });
});
