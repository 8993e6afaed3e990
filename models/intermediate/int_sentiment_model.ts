import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {createFromRows} from "../createFromRows.ts";
import {model} from "../model.ts";
import {folds} from "../statistics/text/textLearner.ts";
import {stgFeedback} from "../staging/stg_feedback.ts";
import {stgTickets} from "../staging/stg_tickets.ts";
import {learnSentiment} from "../text/learnSentiment.ts";
import {pooledSentiment} from "../text/pooledSentiment.ts";
import {countRated, makeRated, ratedTexts} from "../text/ratedTexts.ts";
import {judges, modelLanguages, modelText, sentimentStates, type ModelLanguage} from "../text/sentimentModel.ts";
import {shownMeasures} from "../text/shownMeasures.ts";
import {textVersion} from "../text/version.ts";
import {intText} from "./int_text.ts";

export const sentimentColumns = {
  language: c.oneOf(modelLanguages, "Language of the texts; all: every text together.", "文本语言；all 为全部文本。"),
  state: c.oneOf(
    sentimentStates,
    "learned, or why nothing learnt of these texts is used: it is not clearly better than the word list (lexicon), too few rated texts, too few of one side.",
    "learned 为已学习，否则为未采用学习结果的原因。"
  ),
  judge: c.oneOf(
    judges,
    "What judges these texts: what was learnt of them (own), the model of all texts (all), the word list (lexicon).",
    "判断依据：own 为本语言模型，all 为全部文本模型，lexicon 为词表。"
  ),
  texts: c.count("Texts with a rating that says friendly or unfriendly.", "评分明确好坏的文本数。"),
  negative: c.count("Of them unfriendly.", "其中负面。"),
  duplicates: c.count("Of them saying what another already says.", "与其他文本内容相同的数量。"),
  learned_texts: c.count(
    "Texts learnt from: at most 50,000 of a language and 20,000 of all, a text at most 20 times.",
    "用于学习的文本数：每种语言最多 5 万、全部最多 2 万，同文最多 20 次。"
  ),
  folds: c.count("Parts held out in turn.", "轮流留出的份数。"),
  accuracy: c
    .share(
      "Share told right by what judges these texts, held out, at the threshold in use; empty where they are too few to tell.",
      "所用判断依据的留出准确率（按所用阈值）；文本过少时为空。"
    )
    .nullable(),
  accuracy_low: c
    .share("Lower end of its 95 % interval, of as many as there are different texts.", "95% 区间下限（按不同文本数）。")
    .nullable(),
  accuracy_high: c.share("Upper end of its 95 % interval.", "95% 区间上限。").nullable(),
  auc: c.share("Area under the ROC curve of the same, held out.", "同一依据的留出 AUC。").nullable(),
  f1_negative: c
    .share(
      "F1 of the unfriendly texts by the same, held out, at the threshold that makes it greatest.",
      "同一依据的负面文本留出 F1（按使其最大的阈值）。"
    )
    .nullable(),
  majority_share: c
    .share("Share told right by always saying what is more frequent.", "总猜多数类的准确率。")
    .nullable(),
  lexicon_accuracy: c.share("Share told right by the word list.", "词表准确率。").nullable(),
  lexicon_auc: c.share("Area under the ROC curve of the word list.", "词表 AUC。").nullable(),
  lexicon_f1_negative: c.share("F1 of the unfriendly texts by the word list.", "词表的负面 F1。").nullable(),
  learned_accuracy: c
    .share(
      "Share told right, held out, by what was learnt of these texts, used or not.",
      "由这些文本所学模型的留出准确率（无论是否采用）。"
    )
    .nullable(),
  learned_auc: c.share("Its area under the ROC curve, held out.", "其留出 AUC。").nullable(),
  learned_f1_negative: c.share("Its F1 of the unfriendly texts, held out.", "其负面文本留出 F1。").nullable()
};

/**
 * The sentiment models, one row per language and one for all texts together: what was learnt from the company's own rated texts, and how right it is; none
 * while nobody has written anything.
 *
 * Unfriendly texts are those with an NPS of 0 to 6, or a CSAT or rating of 1 or 2; friendly ones those with 9 or 10, or 4 or 5. Features are character
 * 1–3-grams of Han (3–5-grams within words of other scripts), words and pairs of words, weighted by TF-IDF and log-count ratios; an L2 logistic
 * regression learns from them. Every measure is of five folds held out in turn, texts that say the same in one fold.
 *
 * What was learnt is used where the lower end of the 95 % interval of its area under the curve, over different texts, lies above the word list's and
 * above 0.55, and its probabilities beat the share of unfriendly texts (Brier skill). The threshold in use tells as many rated texts to be unfriendly
 * as are so, which keeps shares of unfriendly texts from rising; accuracy is by it, F1 by the threshold that makes F1 greatest.
 */
export const intSentimentModel = model({
  name: "int_sentiment_model",
  title: {en: "Models of sentiment, one row per language.", zh: "情感模型，每种语言一行。"},
  from: [intText, stgFeedback, stgTickets],
  grain: ["language"],
  columns: z.strictObject({
    ...sentimentColumns,
    pooled: c.text("JSON: languages that the model of all texts judges.", "JSON：由全部文本模型判断的语言。"),
    model: c.text("JSON: the model; empty where none is used.", "JSON：模型；不使用时为空。").nullable()
  }),
  procedure: {
    version: ({feedback}) => [2, textVersion, feedback.minTexts],
    make: async ({warehouse, settings, table}) => {
      await makeRated(warehouse);
      const {texts: read} = await warehouse.row<{texts: number}>("select count(*) as texts from int_text");
      const learn = async (language: ModelLanguage) => {
        const counted = await countRated(warehouse, language);
        const texts = await ratedTexts(warehouse, language);
        return {language, counted, texts, learnt: learnSentiment(texts, settings.feedback.minTexts)};
      };
      const rows = [];
      if (read) {
        const all = await learn("all");
        const pooled = pooledSentiment(all.texts, all.learnt);
        for (const language of modelLanguages) {
          const {counted, texts, learnt} = language === "all" ? all : await learn(language);
          const negative = texts.filter(({isNegative}) => isNegative).length;
          rows.push({
            language,
            state: learnt.state,
            ...counted,
            learned_texts: learnt.heldOut ? texts.length : 0,
            folds,
            majority_share: texts.length ? Math.max(negative, texts.length - negative) / texts.length : null,
            ...shownMeasures(texts, learnt, language === "all" ? undefined : pooled.get(language)),
            pooled: JSON.stringify([...pooled.keys()]),
            model: learnt.model && modelText(learnt.model)
          });
        }
      }
      await createFromRows(intSentimentModel, rows, {warehouse, table});
      await warehouse.run("drop table text_rated");
    }
  }
});
