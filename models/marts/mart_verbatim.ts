import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {intCustomerValue} from "../intermediate/int_customer_value.ts";
import {intTheme} from "../intermediate/int_theme.ts";
import {intVerbatim} from "../intermediate/int_verbatim.ts";
import {intVerbatimTheme} from "../intermediate/int_verbatim_theme.ts";
import {sentiments} from "../text/judge.ts";
import {languages} from "../text/language.ts";
import {shortText} from "../text/shortText.ts";
import {martRfm} from "./mart_rfm.ts";

const newest = 1000;

/**
 * The newest 1,000 verbatims with words, personal data masked and cut at 400 characters, one row per verbatim; none where verbatims are not published. Of
 * a customer who says the same several times, blanks and marks apart, the newest one; so too of all people who are not known.
 */
export const martVerbatim = model({
  name: "mart_verbatim",
  title: {
    en: "The newest verbatims, personal data masked, one row per verbatim.",
    zh: "最新原话（已遮盖个人信息），每条一行。"
  },
  from: [intCustomerValue, intTheme, intVerbatim, intVerbatimTheme, martRfm],
  grain: ["verbatim_id"],
  columns: z.strictObject({
    verbatim_id: c.id("Key of the verbatim.", "原话编号。"),
    customer_id: c
      .id("The customer, as a pseudonym; empty where not known.", "客户（假名）；未识别时为空。")
      .nullable(),
    said_on: c.day("When it was said.", "日期。"),
    origin: c.oneOf(["feedback", "ticket"], "Where it was said.", "来源。"),
    instrument: c.text("Question of the answer.", "问卷类型。").nullable(),
    score: c.integer("Score of the answer.", "评分。").nullable(),
    language: c.oneOf(languages, "Language.", "语言。"),
    masked_text: c.text("The text, personal data masked.", "已遮盖个人信息的文本。"),
    same_texts: c.count("Verbatims that say the same, this one included.", "内容相同的条数（含本条）。"),
    sentiment: c.oneOf(sentiments, "What it says.", "情感。").nullable(),
    sentiment_score: c.share("0 unfriendly to 1 friendly.", "0 负面至 1 正面。").nullable(),
    themes: c.text("Keys of its themes, parted by commas.", "主题的键，以逗号分隔。"),
    segment: c.text("RFM segment of the customer.", "客户的 RFM 分群。").nullable(),
    net_revenue_365d: c.money("Net revenue of the customer in the last 365 days.", "客户近 365 天净收入。").nullable()
  }),
  procedure: {
    version: ({feedback}) => [2, feedback.verbatims],
    make: ({warehouse, settings, table}) =>
      warehouse.run(`create or replace table ${table} as
        with newest as (
          select * from int_verbatim where verbatim_id in (
            select arg_max(verbatim_id, (said_at, verbatim_id)) from int_verbatim
            where language <> 'none' and ${settings.feedback.verbatims} group by same_key, customer_id
          )
          order by said_at desc, verbatim_id limit ${newest}
        ),
        spoken as (
          select verbatim_id, string_agg(theme, ',' order by position) as themes
          from newest join int_verbatim_theme using (verbatim_id) join int_theme using (theme) group by verbatim_id
        )
        select verbatim_id, customer_id, said_on, origin, instrument, score, language, ${shortText("masked_text")} as masked_text, same_texts, sentiment, sentiment_score,
          coalesce(themes, '') as themes, segment, net_revenue_365d
        from newest left join spoken using (verbatim_id) left join mart_rfm using (customer_id) left join int_customer_value using (customer_id)
        order by said_at desc, verbatim_id`)
  }
});
