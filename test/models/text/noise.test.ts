import {describe, expect, it} from "vitest";
import {random} from "../../../models/statistics/learning/random.ts";
import {learnSentiment, type RatedText} from "../../../models/text/learnSentiment.ts";

const words = Array.from({length: 300}, (_, i) => `w${i.toString(36)}x`);

/** Texts of drawn words whose sides are drawn. */
function noise(seed: number, n: number, share: number): RatedText[] {
  const next = random(seed);
  return Array.from({length: n}, () => {
    const tokens = Array.from({length: 4 + Math.floor(12 * next())}, () => words[Math.floor(words.length * next())]!);
    return {tokens, same: tokens.join(""), isNegative: next() < share};
  });
}

const seeds = Array.from({length: 20}, (_, i) => i + 1);

describe("texts whose sides are drawn", () => {
  it.each([0.5, 0.2, 0.02])("teach nothing that is used, %d of them unfriendly, in 20 draws", (share) => {
    const used = seeds.filter((seed) => learnSentiment(noise(seed, 800, share), 400).state === "learned");
    expect(used).toEqual([]);
  });
});

describe("texts of which one of twenty is unfriendly, told by a word in two of three", () => {
  it("teach a model that is used, though it tells hardly more right than the majority", () => {
    const next = random(77);
    const texts = noise(77, 2000, 0.05).map((text): RatedText => {
      const says = next() < (text.isNegative ? 0.66 : 0.04);
      return says ? {...text, tokens: [...text.tokens, "squeaks"], same: `${text.same}squeaks`} : text;
    });
    const {state, heldOut} = learnSentiment(texts, 400);
    expect(state).toBe("learned");
    expect(heldOut!.auc).toBeGreaterThan(0.7);
  });

  it("are told to be so about as often as they are", () => {
    const texts = noise(78, 2000, 0.05).map((text): RatedText => {
      const word = text.isNegative ? "squeaks" : "floral";
      return {...text, tokens: [...text.tokens, word], same: `${text.same}${word}`};
    });
    const {said} = learnSentiment(texts, 400);
    const told = said!.scores.reduce((n, p, i) => n + (p >= said!.cuts[i]! ? 1 : 0), 0);
    const are = texts.filter(({isNegative}) => isNegative).length;
    expect(Math.abs(told - are)).toBeLessThanOrEqual(0.1 * are);
  });
});
