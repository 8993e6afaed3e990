import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intVerbatim} from "../intermediate/int_verbatim.ts";
import {languages} from "../text/language.ts";

/** What the verbatims are, one row per language that occurs: how many, how many of them alike, masked, and how they were judged. */
export const martVerbatimLanguage = model({
  name: "mart_verbatim_language",
  title: {en: "What the verbatims are, one row per language.", zh: "原话构成，每种语言一行。"},
  from: [intVerbatim],
  grain: ["language"],
  columns: z.strictObject({
    language: c.oneOf(languages, "Language; none: no letter, as in emoji alone.", "语言；none 为无文字（如仅表情）。"),
    verbatims: c.count("Verbatims.", "原话条数。"),
    texts: c.count("Different texts, blanks and marks apart.", "不同文本数（忽略空白与标点）。"),
    masked: c.count("Verbatims with personal data masked.", "含遮盖信息的条数。"),
    positive: c.count("Friendly.", "正面。"),
    neutral: c.count("Neither.", "中性。"),
    negative: c.count("Unfriendly.", "负面。"),
    unjudged: c.count("Of which nothing can be said.", "无法判断。"),
    by_lexicon: c.count("Judged by the word list, for want of a learned model.", "因无学习模型而由词表判断。")
  }),
  query: (db) =>
    db
      .selectFrom("int_verbatim")
      .groupBy("language")
      .select(({ref}) => {
        const those = (column: "sentiment" | "sentiment_by", value: string) =>
          s.count(s.onlyWhen(s.compare(ref(column), "=", s.text(value)), ref("verbatim_id")));
        return [
          "language",
          s.countRows().as("verbatims"),
          s.countDistinct(ref("same_key")).as("texts"),
          s.count(s.onlyWhen(s.compare(ref("masks"), ">", s.num(0)), ref("verbatim_id"))).as("masked"),
          those("sentiment", "positive").as("positive"),
          those("sentiment", "neutral").as("neutral"),
          those("sentiment", "negative").as("negative"),
          s.count(s.onlyWhen(s.isNull(ref("sentiment")), ref("verbatim_id"))).as("unjudged"),
          those("sentiment_by", "lexicon").as("by_lexicon")
        ];
      })
});
