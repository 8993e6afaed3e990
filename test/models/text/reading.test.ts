import {beforeAll, describe, expect, it} from "vitest";
import {lexiconScore} from "../../../models/text/lexicon.ts";
import {openReader, type ReadText} from "../../../models/text/reader.ts";

let read: (text: string) => ReadText;
beforeAll(async () => {
  read = await openReader();
});

describe("a text", () => {
  it.each([
    ["Works great", "en"],
    ["ok", "en"],
    ["很好", "zh"],
    ["APP闪退，iPhone 15上打不开", "zh"],
    ["用ABC很方便", "zh"],
    ["客服 was rude and 不耐烦，再也不来", "mixed"],
    ["Sehr gute Qualität, schnelle Lieferung", "other"],
    ["とても良いです", "other"],
    ["Отлично", "other"],
    ["👍👍 5/5 !!!", "none"],
    ["   ", "none"]
  ])("%j is of language %s", (text, language) => {
    expect(read(text).language).toBe(language);
  });

  it("is parted into words, numbers and marks", () => {
    expect(read("Don’t buy: 2 broke!").tokens).toEqual(["don't", "buy", ":", "2", "broke", "!"]);
    expect(read("快递员态度很好，５星").tokens).toEqual(["快递", "员", "态度", "很", "好", ",", "5", "星"]);
  });

  it("in traditional characters reads as in simplified ones", () => {
    expect(read("客服態度很差，配送太慢")).toMatchObject({language: "zh", plain: read("客服态度很差，配送太慢").plain});
  });

  it("says the same as one with other blanks, marks, case and width", () => {
    expect(read("Great  TEA!!").same).toBe(read("great tea").same);
    expect(read("很好，ＡＢＣ").same).toBe(read("很好 abc").same);
    expect(read("great tea").same).not.toBe(read("great teas").same);
  });
});

describe("the word list", () => {
  const score = (text: string) => lexiconScore(read(text).tokens);

  it("takes sides in both languages", () => {
    for (const text of ["I love it, excellent", "味道很好，非常满意"]) expect(score(text)).toBeGreaterThan(0.6);
    for (const text of ["terrible, a horrible waste", "太差了，垃圾，很失望"]) expect(score(text)).toBeLessThan(0.4);
  });

  it("turns what a negation reaches, within its clause", () => {
    expect(score("not good")).toBeLessThan(0.5);
    expect(score("不好吃")).toBeLessThan(0.5);
    expect(score("no, it is good")).toBeGreaterThan(0.5);
  });

  it("is in the middle where no word says anything", () => {
    expect(score("the cup on the table")).toBe(0.5);
    expect(lexiconScore([])).toBe(0.5);
  });
});
