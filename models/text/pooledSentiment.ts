import type {HeldOut} from "../statistics/text/textLearner.ts";
import {languages, type Language} from "./language.ts";
import type {LearntSentiment} from "./learnSentiment.ts";
import {byWordList, isWorthMore, saidOf, type RatedText} from "./sentimentTest.ts";

/** Rated texts of a language from which on the model of all texts may judge it. */
const leastPooled = 100;

/** What the model of all texts says of those of one language, held out. */
export interface Pooled {
  texts: readonly RatedText[];
  said: HeldOut;
}

/**
 * The languages that the model of all texts judges where they have none of their own: those of which it has seen a hundred texts and whose texts, held
 * out, it tells apart clearly better than the word list and chance; and texts of several languages, unless that was tried and failed.
 */
export function pooledSentiment(
  texts: readonly (RatedText & {language: Language})[],
  {state, said}: Pick<LearntSentiment, "state" | "said">
): Map<Language, Pooled> {
  const pooled = new Map<Language, Pooled>();
  if (state !== "learned" || !said) return pooled;
  for (const language of languages) {
    const at = texts.flatMap((text, i) => (text.language === language ? [i] : []));
    const own = {texts: at.map((i) => texts[i]!), said: saidOf(said, at)};
    const isTried = at.length >= leastPooled;
    if (isTried ? isWorthMore(own.said, byWordList(own.texts), own.texts) : language === "mixed")
      pooled.set(language, own);
  }
  return pooled;
}
