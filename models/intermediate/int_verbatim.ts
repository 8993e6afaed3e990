import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {stgCustomers} from "../staging/stg_customers.ts";
import {stgFeedback} from "../staging/stg_feedback.ts";
import {stgTickets} from "../staging/stg_tickets.ts";
import {sentiments} from "../text/judge.ts";
import {judgeTexts} from "../text/judgeTexts.ts";
import {languages} from "../text/language.ts";
import {maskOwnNames} from "../text/maskOwnNames.ts";
import {saidSql} from "../text/said.ts";
import {textVersion} from "../text/version.ts";
import {intCustomerFeedback} from "./int_customer_feedback.ts";
import {intCustomerKeys} from "./int_customer_keys.ts";
import {intCustomerTickets} from "./int_customer_tickets.ts";
import {intSentimentModel} from "./int_sentiment_model.ts";
import {intText} from "./int_text.ts";

/**
 * What customers said, one row per comment of an answer and per ticket with words: its language, what it says, and the text without personal data.
 *
 * Masked are e-mail addresses, links, accounts of messengers, numbers of seven digits and more, identity and card numbers, IBAN, addresses, names by
 * which writers introduce themselves, the writer's own names, telephone numbers and e-mail addresses where they are known, and the names of agents
 * and of who looks after customers.
 */
export const intVerbatim = model({
  name: "int_verbatim",
  title: {en: "What customers said, one row per comment or ticket.", zh: "客户原话，每条评论或工单一行。"},
  from: [
    intCustomerFeedback,
    intCustomerKeys,
    intCustomerTickets,
    intSentimentModel,
    intText,
    stgCustomers,
    stgFeedback,
    stgTickets
  ],
  grain: ["verbatim_id"],
  columns: z.strictObject({
    verbatim_id: c.id("Key of the verbatim.", "原话编号。"),
    origin: c.oneOf(["feedback", "ticket"], "Where it was said.", "来源。"),
    source_key: c.id("Key of the answer or ticket.", "答卷或工单编号。"),
    customer_id: c
      .id("The customer, as a pseudonym; empty where not known.", "客户（假名）；未识别时为空。")
      .nullable(),
    said_at: c.instant("When it was said.", "时间。"),
    said_on: c.day("Business day of it.", "日期。"),
    said_month: c.month("Month of it.", "月份。"),
    instrument: c.text("Question of the answer.", "问卷类型。").nullable(),
    score: c.integer("Score of the answer.", "评分。").nullable(),
    text_key: c.id("Key of the text.", "文本的键。"),
    same_key: c.id("The same for texts that differ in blanks and marks alone.", "仅空白与标点不同的文本同键。"),
    language: c.oneOf(languages, "Language; none without a letter.", "语言；无文字时为 none。"),
    words: c.count("Words.", "词数。"),
    masked_text: c.text("The text, personal data masked.", "已遮盖个人信息的文本。"),
    masks: c.count("Places masked.", "遮盖处数。"),
    same_texts: c.count("Verbatims that say the same, this one included.", "内容相同的条数（含本条）。"),
    sentiment_score: c
      .share("0 unfriendly to 1 friendly; empty where nothing can be said.", "0 负面至 1 正面；无法判断时为空。")
      .nullable(),
    sentiment: c.oneOf(sentiments, "What it says.", "情感。").nullable(),
    sentiment_by: c
      .oneOf(["learned", "lexicon"], "Told by the learned model or by the word list.", "由学习模型或词表判断。")
      .nullable()
  }),
  procedure: {
    version: () => [1, textVersion],
    make: async ({warehouse, table}) => {
      const agents = await warehouse.rows<{name: string}>(`select distinct name from (
          select agent as name from stg_tickets union all select owner from stg_customers
        ) where name is not null order by name`);
      const names = agents.map(({name}) => name);
      await judgeTexts(warehouse, names);
      await warehouse.run(`create or replace temp table text_verbatim as
        with known as (
          select 'feedback:' || response_id as verbatim_id, customer_id from int_customer_feedback
          union all select 'ticket:' || ticket_id, customer_id from int_customer_tickets
        )
        select said.* exclude (said), customer_id, text_number, same_key, language, words
        from (${saidSql}) as said join int_text using (text_key) left join known using (verbatim_id)`);
      await maskOwnNames(warehouse, names);
      await warehouse.run(`create or replace table ${table} as
        select verbatim_id, origin, source_key, customer_id, said_at, said_on, said_month, instrument, v.score, text_key, same_key, language, words,
          coalesce(text_own.masked, text_judged.masked) as masked_text, coalesce(text_own.masks, text_judged.masks) as masks,
          count(*) over (partition by same_key) as same_texts, text_judged.score as sentiment_score, sentiment, sentiment_by
        from text_verbatim v join text_judged using (text_number)
          left join text_own using (verbatim_id)
        order by verbatim_id`);
      await warehouse.run("drop table text_verbatim; drop table text_own; drop table text_judged");
    }
  }
});
