import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {stgFeedback} from "../staging/stg_feedback.ts";
import {stgTickets} from "../staging/stg_tickets.ts";
import {languages} from "../text/language.ts";
import {readTexts} from "../text/readTexts.ts";
import {saidSql} from "../text/said.ts";
import {textVersion} from "../text/version.ts";

/**
 * Every text that customers wrote, read once however often it was written, one row per text: its language, its words, and what it is compared by.
 *
 * Texts are comments of answers, and subject and description of tickets, cut at 4,000 characters. Han is parted into words by jieba, other scripts at
 * blanks and marks. The language is zh or en by its script, mixed where both weigh, none without a letter; a library tells English from other
 * languages in Latin script.
 */
export const intText = model({
  name: "int_text",
  title: {en: "What customers wrote, one row per text.", zh: "客户写下的文本，每段不同文本一行。"},
  from: [stgFeedback, stgTickets],
  grain: ["text_key"],
  columns: z.strictObject({
    text_key: c.id("Key of the text as written.", "文本的键。"),
    text_number: c.count("Number of the text, from 1 without gaps.", "文本序号，自 1 起连续。"),
    said: c.text("The text.", "原文。", "personal"),
    plain: c.text("In lower case and plain characters.", "规范化文本。", "personal"),
    same_key: c.id("The same for texts that differ in blanks and marks alone.", "仅空白与标点不同的文本同键。"),
    language: c.oneOf(languages, "Language; none without a letter.", "语言；无文字时为 none。"),
    words: c.count("Words.", "词数。"),
    tokens: c.text("Words and marks, parted by blanks.", "分词结果，以空格分隔。", "personal")
  }),
  procedure: {
    version: () => [1, textVersion],
    make: async ({warehouse, table}) => {
      await warehouse.run(`create or replace temp table text_said as
        select text_key, row_number() over (order by text_key) as text_number, said from (select distinct text_key, said from (${saidSql}))`);
      await readTexts(warehouse);
      await warehouse.run(`create or replace table ${table} as
        select text_key, text_number, said, plain, same_key, language, words, tokens
        from text_said join text_read using (text_number) order by text_number`);
      await warehouse.run("drop table text_said; drop table text_read");
    }
  }
});
