import {aucInterval} from "../statistics/text/aucInterval.ts";
import {areaUnderCurve, brierSkill, toldAt} from "../statistics/text/measures.ts";
import {folds, type HeldOut} from "../statistics/text/textLearner.ts";
import {lexiconScore} from "./lexicon.ts";

/** A text whose rating says what it means. */
export interface RatedText {
  tokens: readonly string[];
  /** Equal for texts that say the same: they share a fold. */
  same: string;
  isNegative: boolean;
}

/** How right a judge is about texts that it has not seen. */
export interface Told {
  /** Share of texts told right, by the threshold of the right share of unfriendly ones, which is the one in use. */
  accuracy: number;
  /** F1 of the unfriendly texts, by the threshold that makes it greatest. */
  f1: number;
  /** Null without both sides. */
  auc: number | null;
}

/** Half a step above the middle: a text of which no word says anything is not unfriendly. */
const middle = 0.5 + 1e-9;

export const outcomeOf = (texts: readonly RatedText[]): Uint8Array =>
  Uint8Array.from(texts, ({isNegative}) => (isNegative ? 1 : 0));

/** What the word list says: it has seen no text. */
export function byWordList(texts: readonly RatedText[]): HeldOut {
  const cuts = new Float64Array(texts.length).fill(middle);
  return {scores: Float64Array.from(texts, ({tokens}) => 1 - lexiconScore(tokens)), cuts, f1Cuts: cuts};
}

/** An area under the curve that is of use at least. */
const usefulArea = 0.55;
/**
 * How much wider an interval must be whose rows were judged by models that have learnt of one another: √(1 + K · n₂ ÷ n₁) of K folds with n₂ rows tested
 * for n₁ learnt from. Source: Nadeau & Bengio (2003).
 */
const widening = Math.sqrt(1 + folds / (folds - 1));

/** Of what was said of many texts that of some. */
export const saidOf = ({scores, cuts, f1Cuts}: HeldOut, at: readonly number[]): HeldOut => {
  const picked = (values: Float64Array) => Float64Array.from(at, (i) => values[i]!);
  return {scores: picked(scores), cuts: picked(cuts), f1Cuts: picked(f1Cuts)};
};

export function toldOf({scores, cuts, f1Cuts}: HeldOut, texts: readonly RatedText[]): Told {
  const outcome = outcomeOf(texts);
  return {
    accuracy: toldAt((i) => cuts[i]!, scores, outcome).accuracy,
    f1: toldAt((i) => f1Cuts[i]!, scores, outcome).f1,
    auc: areaUnderCurve(scores, outcome)
  };
}

/**
 * Whether a learned model is worth more than the word list: over different texts the lower end of the 95 % interval of its held-out area under the curve
 * (DeLong's, widened) lies above the word list's and above 0.55, and its held-out probabilities are better than the share of unfriendly texts alone (Brier skill > 0).
 * Accuracy is not asked for: where one text of twenty is unfriendly, a good model tells hardly more texts right than always saying "friendly".
 */
export function isWorthMore(learned: HeldOut, wordList: HeldOut, texts: readonly RatedText[]): boolean {
  const first = new Map<string, number>();
  texts.forEach(({same, isNegative}, i) => {
    const key = `${isNegative ? 1 : 0}${same}`;
    if (!first.has(key)) first.set(key, i);
  });
  const once = [...first.values()];
  const [outcome, {scores}] = [outcomeOf(once.map((i) => texts[i]!)), saidOf(learned, once)];
  const least = Math.max(areaUnderCurve(saidOf(wordList, once).scores, outcome) ?? 0, usefulArea);
  const [area, skill] = [aucInterval(scores, outcome), brierSkill(scores, outcome)];
  return area !== null && area.auc - widening * (area.auc - area.low) > least && skill !== null && skill > 0;
}
