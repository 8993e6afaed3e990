import {z} from "zod";
import {columnsOf} from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {intSentimentModel, sentimentColumns} from "../intermediate/int_sentiment_model.ts";

const columns = z.strictObject(sentimentColumns);
const names = columnsOf(columns).map(({name}) => name) as (keyof typeof sentimentColumns)[];

/** How right the sentiment of verbatims is, held out and beside the word list, one row per language and one for all; definitions as in int_sentiment_model. */
export const martSentimentModel = model({
  name: "mart_sentiment_model",
  title: {en: "How right the sentiment of verbatims is, one row per language.", zh: "情感判断的准确度，每种语言一行。"},
  from: [intSentimentModel],
  grain: ["language"],
  columns,
  query: (db) => db.selectFrom("int_sentiment_model").select(names) as any
});
