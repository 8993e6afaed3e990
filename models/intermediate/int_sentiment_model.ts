import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {createFromRows} from "../createFromRows.ts";
import {model} from "../model.ts";
import {wilson} from "../statistics/experiments/shares.ts";
import {folds} from "../statistics/text/textLearner.ts";
import {stgFeedback} from "../staging/stg_feedback.ts";
import {stgTickets} from "../staging/stg_tickets.ts";
import {learnSentiment} from "../text/learnSentiment.ts";
import {countRated, makeRated, ratedLanguages, ratedTexts} from "../text/ratedTexts.ts";
import {modelLanguages, modelText, sentimentStates} from "../text/sentimentModel.ts";
import {textVersion} from "../text/version.ts";
import {intText} from "./int_text.ts";

export const sentimentColumns = {
  language: c.oneOf(modelLanguages, "Language of the texts; all: every text together.", "文本语言；all 为全部文本。"),
  state: c.oneOf(
    sentimentStates,
    "learned, or why the word list is used: it is no worse (lexicon), too few rated texts, too few of one side.",
    "learned 为已学习，否则为使用词表的原因。"
  ),
  texts: c.count("Texts with a rating that says friendly or unfriendly.", "评分明确好坏的文本数。"),
  negative: c.count("Of them unfriendly.", "其中负面。"),
  duplicates: c.count("Of them saying what another already says.", "与其他文本内容相同的数量。"),
  learned_texts: c.count(
    "Texts learnt from: at most 50,000 of a language and 20,000 of all, a text at most 20 times.",
    "用于学习的文本数：每种语言最多 5 万、全部最多 2 万，同文最多 20 次。"
  ),
  folds: c.count("Parts held out in turn.", "轮流留出的份数。"),
  accuracy: c.share("Share told right, held out.", "留出准确率。").nullable(),
  accuracy_low: c.share("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
  accuracy_high: c.share("Upper end of its 95 % interval.", "95% 区间上限。").nullable(),
  auc: c.share("Area under the ROC curve, held out.", "留出 AUC。").nullable(),
  f1_negative: c.share("F1 of the unfriendly texts, held out.", "负面文本的留出 F1。").nullable(),
  majority_share: c
    .share("Share told right by always saying what is more frequent.", "总猜多数类的准确率。")
    .nullable(),
  lexicon_accuracy: c.share("Share told right by the word list.", "词表准确率。").nullable(),
  lexicon_auc: c.share("Area under the ROC curve of the word list.", "词表 AUC。").nullable(),
  lexicon_f1_negative: c.share("F1 of the unfriendly texts by the word list.", "词表的负面 F1。").nullable()
};

/**
 * The sentiment models, one row per language and one for all texts together: what was learnt from the company's own rated texts, and how right it is; none
 * while nobody has written anything.
 *
 * Unfriendly texts are those with an NPS of 0 to 6, or a CSAT or rating of 1 or 2; friendly ones those with 9 or 10, or 4 or 5. Features are character
 * 1–3-grams of Han (3–5-grams within words of other scripts), words and pairs of words, weighted by TF-IDF and log-count ratios; an L2 logistic
 * regression learns from them. Every measure is of five folds held out in turn, texts that say the same in one fold.
 */
export const intSentimentModel = model({
  name: "int_sentiment_model",
  title: {en: "Models of sentiment, one row per language.", zh: "情感模型，每种语言一行。"},
  from: [intText, stgFeedback, stgTickets],
  grain: ["language"],
  columns: z.strictObject({
    ...sentimentColumns,
    rated_languages: c.text("JSON: rated texts by language.", "JSON：各语言的评分文本数。"),
    model: c.text("JSON: the model; empty where none is used.", "JSON：模型；不使用时为空。").nullable()
  }),
  procedure: {
    version: ({feedback}) => [1, textVersion, feedback.minTexts],
    make: async ({warehouse, settings, table}) => {
      await makeRated(warehouse);
      const rated_languages = JSON.stringify(await ratedLanguages(warehouse));
      const rows = [];
      const {texts: read} = await warehouse.row<{texts: number}>("select count(*) as texts from int_text");
      for (const language of read ? modelLanguages : []) {
        const counted = await countRated(warehouse, language);
        const texts = await ratedTexts(warehouse, language);
        const {state, model, heldOut, lexicon} = learnSentiment(texts, settings.feedback.minTexts);
        const negative = texts.filter(({isNegative}) => isNegative).length;
        const [low, high] = heldOut
          ? wilson({successes: heldOut.accuracy * texts.length, n: texts.length})
          : [null, null];
        rows.push({
          language,
          state,
          ...counted,
          learned_texts: heldOut ? texts.length : 0,
          folds,
          accuracy: heldOut?.accuracy ?? null,
          accuracy_low: low,
          accuracy_high: high,
          auc: heldOut?.auc ?? null,
          f1_negative: heldOut?.f1 ?? null,
          majority_share: texts.length ? Math.max(negative, texts.length - negative) / texts.length : null,
          lexicon_accuracy: lexicon?.accuracy ?? null,
          lexicon_auc: lexicon?.auc ?? null,
          lexicon_f1_negative: lexicon?.f1 ?? null,
          rated_languages,
          model: model && modelText(model)
        });
      }
      await createFromRows(intSentimentModel, rows, {warehouse, table});
      await warehouse.run("drop table text_rated");
    }
  }
});
