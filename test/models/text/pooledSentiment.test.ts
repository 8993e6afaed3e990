import {describe, expect, it} from "vitest";
import {random} from "../../../models/statistics/learning/random.ts";
import type {Language} from "../../../models/text/language.ts";
import {learnSentiment} from "../../../models/text/learnSentiment.ts";
import {pooledSentiment} from "../../../models/text/pooledSentiment.ts";
import {shownMeasures} from "../../../models/text/shownMeasures.ts";

const next = random(11);
const words = "tea cup box glass parcel shop order lid spoon label paper week".split(" ");

/** Texts of which the last word says the side, or in `dumb` languages nothing. */
const drawn = (n: number, language: Language, isDumb = false) =>
  Array.from({length: n}, (_, i) => {
    const isNegative = i % 3 === 0;
    const said = isDumb ? "plain" : isNegative ? "squeaks" : "floral";
    const drawnWords = Array.from({length: 6}, () => words[Math.floor(words.length * next())]!);
    const tokens = [...drawnWords, said, `${language}${i}`];
    return {language, tokens, same: tokens.join(""), isNegative};
  });

describe("the model of all texts", () => {
  const texts = [...drawn(600, "en"), ...drawn(150, "zh"), ...drawn(150, "other", true), ...drawn(20, "mixed")];
  const learnt = learnSentiment(texts, 400);
  const pooled = pooledSentiment(texts, learnt);

  it("judges the languages that it was tested on and held, and texts of several languages", () => {
    expect(learnt.state).toBe("learned");
    expect([...pooled.keys()].sort()).toEqual(["en", "mixed", "zh"]);
  });

  it("shows what it got right of the texts of that language, held out", () => {
    const own = texts.filter(({language}) => language === "zh");
    const shown = shownMeasures(own, learnSentiment(own, 400), pooled.get("zh"));
    expect(shown).toMatchObject({judge: "all", learned_accuracy: null});
    expect(shown.accuracy).toBeGreaterThan(0.95);
    expect(shown.lexicon_accuracy).toBeCloseTo(2 / 3, 10);
  });

  it("judges nothing where it was not worth more than the word list", () => {
    const dumb = drawn(600, "en", true);
    const nothing = learnSentiment(dumb, 400);
    expect(nothing.state).toBe("lexicon");
    expect(pooledSentiment(dumb, nothing).size).toBe(0);
    const shown = shownMeasures(dumb, nothing, undefined);
    expect(shown.accuracy).toBe(shown.lexicon_accuracy);
    expect(shown.auc).toBe(shown.lexicon_auc);
    expect(shown.learned_accuracy).toBe(nothing.heldOut!.accuracy);
  });

  it("of texts that say the same is as sure as one of each", () => {
    const once = drawn(450, "en");
    const often = once.flatMap((text) => [text, text, text, text]);
    const [few, many] = [once, often].map((all) => shownMeasures(all, learnSentiment(all, 400), undefined));
    expect(many!.accuracy_low).toBeCloseTo(few!.accuracy_low!, 2);
  });
});
