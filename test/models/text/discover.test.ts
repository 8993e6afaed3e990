import {describe, expect, it} from "vitest";
import {random} from "../../../models/statistics/learning/random.ts";
import {discover, type Read} from "../../../models/text/discover.ts";

const next = random(9);
const filler = "saucer kettle spoon porcelain leaves blossom window garden".split(" ");
const said = (...words: string[]) => [
  ...words,
  ...Array.from({length: 3}, () => filler[Math.floor(filler.length * next())]!)
];
const text = (tokens: string[], isCovered: boolean, isNegative = false): Read => ({tokens, isCovered, isNegative});

const texts: Read[] = [
  ...Array.from({length: 900}, () => text(said(), true)),
  ...Array.from({length: 60}, () => text(said("battery", "charger"), false)),
  ...Array.from({length: 50}, () => text(said("音质", "低音"), true, true)),
  ...Array.from({length: 14}, () => text(said("seldom"), false)),
  ...Array.from({length: 40}, () => text(said("great"), false))
];
const open = () => true;

describe("themes that nobody named", () => {
  it("are words that texts without a theme, or unhappy ones, hold more; those that go together are one", () => {
    const found = discover(texts, open).map(({terms, texts}) => ({terms: [...terms].sort(), texts}));
    expect(found).toEqual(
      expect.arrayContaining([
        {terms: ["battery", "battery charger", "charger"], texts: 60},
        {terms: ["低音", "音质", "音质低音"].sort(), texts: 50}
      ])
    );
    expect(found.flatMap(({terms}) => terms)).not.toEqual(expect.arrayContaining(["seldom"]));
  });

  it("are named by the phrase before its words", () => {
    expect(discover(texts, open).find(({terms}) => terms.includes("battery"))!.terms[0]).toBe("battery charger");
  });

  it("are none that the taxonomy knows, and no word of praise", () => {
    const terms = discover(texts, (term) => !term.includes("battery")).flatMap(({terms}) => terms);
    expect(terms).not.toContain("battery");
    expect(terms).not.toContain("great");
  });

  it("are the same in any order of the texts", () => {
    expect(discover([...texts].reverse(), open)).toEqual(discover(texts, open));
  });

  it("are none of ten thousand equal texts, of one text, of none", () => {
    expect(discover(new Array<Read>(10_000).fill(text(["same", "words"], false)), open)).toEqual([]);
    expect(discover([text(["battery"], false)], open)).toEqual([]);
    expect(discover([], open)).toEqual([]);
  });
});
