import {scorer} from "../statistics/text/textLearner.ts";
import {gramColumns, gramsOf} from "./grams.ts";
import type {Language} from "./language.ts";
import {lexiconScore} from "./lexicon.ts";
import {modelOf, type ModelLanguage} from "./sentimentModel.ts";

export const sentiments = ["positive", "neutral", "negative"] as const;
export type Sentiment = (typeof sentiments)[number];

/** What a text says, 0 unfriendly to 1 friendly; all null where nothing can be said: without words, or in a language that nothing was learnt of. */
export interface Judgement {
  score: number | null;
  sentiment: Sentiment | null;
  by: "learned" | "lexicon" | null;
}

/** How far from the middle the word list must be to take a side. */
const margin = 0.05;

const nothing: Judgement = {score: null, sentiment: null, by: null};

/** A model in use: rows of counts to probabilities of unfriendly, and from where on that is said. */
interface Used {
  score: ReturnType<typeof scorer>;
  threshold: number;
}

/**
 * Judges texts: by the model of their language, else by that of all texts where the language is one of `pooled`, else by the word list. Unfriendly is
 * a text whose chance of being so reaches the model's threshold, by which as many rated texts are told to be unfriendly as are; neutral one between
 * half of it and it.
 */
export function judgeOf(
  models: readonly {language: ModelLanguage; model: string | null}[],
  pooled: readonly Language[]
): (texts: readonly {language: Language; tokens: readonly string[]}[]) => Judgement[] {
  const used = new Map<ModelLanguage, Used>();
  for (const {language, model} of models) {
    if (model === null) continue;
    const learnt = modelOf(model);
    used.set(language, {score: scorer(learnt, gramColumns), threshold: learnt.threshold});
  }
  const usedFor = (language: Language): Used | undefined =>
    used.get(language as ModelLanguage) ?? (pooled.includes(language) ? used.get("all") : undefined);

  return (texts) => {
    const judged = texts.map(({language, tokens}): Judgement =>
      language === "none" || language === "other" ? nothing : byLexicon(tokens)
    );
    for (const language of new Set(texts.map((text) => text.language))) {
      const model = language === "none" ? undefined : usedFor(language);
      if (!model) continue;
      const at = [...texts.keys()].filter((i) => texts[i]!.language === language);
      const scores = model.score(gramsOf(at.map((i) => texts[i]!.tokens)));
      at.forEach((i, k) => (judged[i] = byModel(scores[k]!, model.threshold)));
    }
    return judged;
  };
}

const byModel = (unfriendly: number, threshold: number): Judgement => ({
  score: 1 - unfriendly,
  sentiment: unfriendly >= threshold ? "negative" : unfriendly < threshold / 2 ? "positive" : "neutral",
  by: "learned"
});

function byLexicon(tokens: readonly string[]): Judgement {
  const score = lexiconScore(tokens);
  return {
    score,
    sentiment: score > 0.5 + margin ? "positive" : score < 0.5 - margin ? "negative" : "neutral",
    by: "lexicon"
  };
}
