import {areaUnderCurve, toldAt} from "../statistics/text/measures.ts";
import {folds, learnTexts, type HeldOut, type TextModel} from "../statistics/text/textLearner.ts";
import {gramColumns, gramsOf} from "./grams.ts";
import {lexiconScore} from "./lexicon.ts";
import type {SentimentState} from "./sentimentModel.ts";

/** A text whose rating says what it means. */
export interface RatedText {
  tokens: readonly string[];
  /** Equal for texts that say the same: they share a fold. */
  same: string;
  isNegative: boolean;
}

/** Different texts of either side, at least. */
const leastOfClass = 10;

export interface LearntSentiment {
  state: SentimentState;
  model: TextModel | null;
  heldOut: Pick<HeldOut, "accuracy" | "f1" | "auc"> | null;
  /** The word list's, on the same texts; null without a text, its auc without both sides. */
  lexicon: {accuracy: number; f1: number; auc: number | null} | null;
}

/**
 * What can be learnt from these texts. too_few: under `least` different ones; one_class: under ten of either side; lexicon: held out it tells them apart
 * no better than the word list, which then is used.
 */
export function learnSentiment(texts: readonly RatedText[], least: number): LearntSentiment {
  const outcome = Uint8Array.from(texts, ({isNegative}) => (isNegative ? 1 : 0));
  const unkind = Float64Array.from(texts, ({tokens}) => 1 - lexiconScore(tokens));
  const lexicon = texts.length ? {...toldAt(0.5 + 1e-9, unkind, outcome), auc: areaUnderCurve(unkind, outcome)} : null;
  const different = (side: boolean) =>
    new Set(texts.filter((text) => text.isNegative === side).map(({same}) => same)).size;
  const none = {model: null, heldOut: null, lexicon};
  if (new Set(texts.map(({same}) => same)).size < least) return {state: "too_few", ...none};
  if (Math.min(different(true), different(false)) < leastOfClass) return {state: "one_class", ...none};
  const {model, heldOut} = learnTexts(gramsOf(texts.map(({tokens}) => tokens)), outcome, foldsOf(texts), gramColumns);
  const isBetter = heldOut.auc > (lexicon?.auc ?? 0);
  return {state: isBetter ? "learned" : "lexicon", model: isBetter ? model : null, heldOut, lexicon};
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
