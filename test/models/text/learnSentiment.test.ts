import {describe, expect, it} from "vitest";
import {random} from "../../../models/statistics/learning/random.ts";
import {learnSentiment, type RatedText} from "../../../models/text/learnSentiment.ts";

const next = random(5);
const words = "tea cup box glass parcel shop order lid spoon label paper week".split(" ");
const drawn = (n: number, isNegative: (i: number) => boolean): RatedText[] =>
  Array.from({length: n}, (_, i) => {
    const said = isNegative(i) ? "squeaks" : "floral";
    const tokens = [...Array.from({length: 6}, () => words[Math.floor(words.length * next())]!), said, String(i)];
    return {tokens, same: tokens.join(""), isNegative: isNegative(i)};
  });

describe("what can be learnt", () => {
  it("tells apart texts that a word tells apart", () => {
    const {state, heldOut} = learnSentiment(
      drawn(500, (i) => i % 3 === 0),
      400
    );
    expect(state).toBe("learned");
    expect(heldOut!.accuracy).toBe(1);
    expect(heldOut!.auc).toBe(1);
  });

  it("is too little from fewer texts than asked for", () => {
    expect(
      learnSentiment(
        drawn(300, (i) => i % 3 === 0),
        400
      )
    ).toMatchObject({state: "too_few", model: null, heldOut: null});
  });

  it("is too little from ten thousand texts that say the same", () => {
    const one = {tokens: ["bad", "tea"], same: "badtea", isNegative: true};
    const texts = [...new Array<RatedText>(10_000).fill(one), ...drawn(100, () => false)];
    expect(learnSentiment(texts, 400).state).toBe("too_few");
  });

  it("is nothing where all are of one side", () => {
    expect(
      learnSentiment(
        drawn(500, () => false),
        400
      )
    ).toMatchObject({state: "one_class", model: null});
    expect(
      learnSentiment(
        drawn(500, (i) => i < 9),
        400
      ).state
    ).toBe("one_class");
  });

  it("is nothing, and no error, where there is no text", () => {
    expect(learnSentiment([], 400)).toEqual({
      state: "too_few",
      model: null,
      heldOut: null,
      said: null,
      lexicon: null
    });
  });

  it("is not used where it is no better than the word list", () => {
    const texts = drawn(500, (i) => i % 2 === 0).map(({tokens, ...rest}) => ({
      ...rest,
      tokens: tokens.map((token) => (token === "squeaks" ? "horrible" : token))
    }));
    const {state, heldOut, lexicon} = learnSentiment(texts, 400);
    expect(lexicon!.auc).toBe(1);
    expect(heldOut!.auc).toBe(1);
    expect(state).toBe("lexicon");
  });

  it("judges no text by a model that has seen one that says the same", () => {
    // Every text occurs twice and its side is drawn: nothing can be learnt, unless a copy gives it away.
    const once = drawn(400, () => next() < 0.5).map(({tokens, ...rest}) => ({...rest, tokens: tokens.slice(0, 6)}));
    const {heldOut} = learnSentiment([...once, ...once], 400);
    expect(heldOut!.auc).toBeGreaterThan(0.4);
    expect(heldOut!.auc).toBeLessThan(0.6);
  });
});
