import {folds, learnTexts, type HeldOut, type TextModel} from "../statistics/text/textLearner.ts";
import {gramColumns, gramsOf} from "./grams.ts";
import type {SentimentState} from "./sentimentModel.ts";
import {byWordList, isWorthMore, outcomeOf, toldOf, type RatedText, type Told} from "./sentimentTest.ts";

export type {RatedText};

/** Different texts of either side, at least. */
const leastOfClass = 10;

export interface LearntSentiment {
  state: SentimentState;
  model: TextModel | null;
  /** The learner's, whether it is used or not. */
  heldOut: Told | null;
  /** What the learner said of each text, held out. */
  said: HeldOut | null;
  /** The word list's, on the same texts; null without a text. */
  lexicon: Told | null;
}

/**
 * What can be learnt from these texts. too_few: under `least` different ones; one_class: under ten of either side; lexicon: held out it is not clearly
 * better than the word list and than chance, and the word list is used.
 */
export function learnSentiment(texts: readonly RatedText[], least: number): LearntSentiment {
  const wordList = byWordList(texts);
  const different = (side: boolean) =>
    new Set(texts.filter((text) => text.isNegative === side).map(({same}) => same)).size;
  const none = {model: null, heldOut: null, said: null, lexicon: texts.length ? toldOf(wordList, texts) : null};
  if (new Set(texts.map(({same}) => same)).size < least) return {state: "too_few", ...none};
  if (Math.min(different(true), different(false)) < leastOfClass) return {state: "one_class", ...none};
  const counts = gramsOf(texts.map(({tokens}) => tokens));
  const {model, heldOut: said} = learnTexts(counts, outcomeOf(texts), foldsOf(texts), gramColumns);
  const learned = {...none, said, heldOut: toldOf(said, texts)};
  return isWorthMore(said, wordList, texts) ? {state: "learned", ...learned, model} : {state: "lexicon", ...learned};
}

/** Folds by turns within each side, so that every fold has both: a text's is decided by what it says. */
function foldsOf(texts: readonly RatedText[]): Uint8Array {
  const sides = [new Map<string, number>(), new Map<string, number>()];
  const of = new Map<string, number>();
  for (const {same, isNegative} of [...texts].sort((a, b) => (a.same < b.same ? -1 : a.same > b.same ? 1 : 0))) {
    if (of.has(same)) continue;
    const side = sides[isNegative ? 1 : 0]!;
    side.set(same, side.size);
    of.set(same, (side.size - 1) % folds);
  }
  return Uint8Array.from(texts, ({same}) => of.get(same)!);
}
