import {beforeAll, describe, expect, it} from "vitest";
import {openReader} from "../../../models/text/reader.ts";
import {learnSentiment, type LearntSentiment} from "../../../models/text/learnSentiment.ts";
import {alexa, reviewsAbsent, waimai, type Review} from "./reviews.ts";

async function learn(reviews: readonly Review[]): Promise<LearntSentiment> {
  const read = await openReader();
  return learnSentiment(
    reviews.map(({text, isNegative}) => {
      const {tokens, same, plain} = read(text);
      return {tokens, same: same || plain, isNegative};
    }),
    400
  );
}

// REFERENCE: scikit-learn, TF-IDF of character 1–3-grams, five folds: 0.901, 0.948, 0.927; the greater class is 0.666.
describe.skipIf(reviewsAbsent)("Chinese reviews of food delivery, 7,987 of 11,987 negative", () => {
  let learnt: LearntSentiment;
  beforeAll(async () => {
    learnt = await learn(waimai());
  });

  it("are told apart, held out, as well as published", () => {
    expect(learnt.state).toBe("learned");
    expect(learnt.heldOut!.accuracy).toBeGreaterThanOrEqual(0.9);
    expect(learnt.heldOut!.auc).toBeGreaterThanOrEqual(0.948);
    expect(learnt.heldOut!.f1).toBeGreaterThanOrEqual(0.925);
  });

  it("are told apart less well by the word list, but far better than by chance", () => {
    expect(learnt.lexicon!.auc).toBeGreaterThan(0.85);
    expect(learnt.lexicon!.auc).toBeLessThan(learnt.heldOut!.auc!);
  });
});

// REFERENCE: scikit-learn reaches an area of 0.950 without leakage of duplicates, a lexicon 0.83.
describe.skipIf(reviewsAbsent)("English reviews of a loudspeaker, 8 % negative", () => {
  let learnt: LearntSentiment;
  beforeAll(async () => {
    learnt = await learn(alexa());
  });

  it("are told apart, held out, as well as published", () => {
    expect(learnt.state).toBe("learned");
    expect(learnt.heldOut!.auc).toBeGreaterThanOrEqual(0.95);
    expect(learnt.heldOut!.f1).toBeGreaterThanOrEqual(0.5);
  });

  it("are told apart by the word list as published", () => {
    expect(learnt.lexicon!.auc).toBeGreaterThan(0.82);
  });
});
