import {wilson} from "../statistics/experiments/shares.ts";
import type {LearntSentiment} from "./learnSentiment.ts";
import type {Pooled} from "./pooledSentiment.ts";
import type {Judge} from "./sentimentModel.ts";
import {toldOf, type RatedText, type Told} from "./sentimentTest.ts";

/** What judges the texts of one language, and how right it is, beside the word list and what was learnt; null where too few texts can tell. */
export function shownMeasures(texts: readonly RatedText[], learnt: LearntSentiment, pooled: Pooled | undefined) {
  const {state, heldOut, lexicon} = learnt;
  const judge: Judge = state === "learned" ? "own" : pooled ? "all" : "lexicon";
  const byJudge: Record<Judge, () => {told: Told | null; of: readonly RatedText[]}> = {
    own: () => ({told: heldOut, of: texts}),
    all: () => ({told: pooled!.texts.length ? toldOf(pooled!.said, pooled!.texts) : null, of: pooled!.texts}),
    lexicon: () => ({told: state === "too_few" ? null : lexicon, of: texts})
  };
  const {told, of} = byJudge[judge]();
  const different = new Set(of.map(({same}) => same)).size;
  const [low, high] = told ? wilson({successes: told.accuracy * different, n: different}) : [null, null];
  return {
    judge,
    accuracy: told?.accuracy ?? null,
    accuracy_low: low,
    accuracy_high: high,
    auc: told?.auc ?? null,
    f1_negative: told?.f1 ?? null,
    lexicon_accuracy: lexicon?.accuracy ?? null,
    lexicon_auc: lexicon?.auc ?? null,
    lexicon_f1_negative: lexicon?.f1 ?? null,
    learned_accuracy: heldOut?.accuracy ?? null,
    learned_auc: heldOut?.auc ?? null,
    learned_f1_negative: heldOut?.f1 ?? null
  };
}
