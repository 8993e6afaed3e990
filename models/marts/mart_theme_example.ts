import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {intTheme} from "../intermediate/int_theme.ts";
import {intVerbatim} from "../intermediate/int_verbatim.ts";
import {intVerbatimTheme} from "../intermediate/int_verbatim_theme.ts";
import {sentiments} from "../text/judge.ts";
import {languages} from "../text/language.ts";
import {shortText} from "../text/shortText.ts";

/** Words of a text that is read at a glance. */
const readable = [4, 45];
const examples = 5;

/**
 * Verbatims to read, at most five of each theme: those of 4 to 45 words first, then those without a mask, then the newest; no text and no customer
 * twice, none beyond 400 characters, where it is cut. Empty where verbatims are not published.
 */
export const martThemeExample = model({
  name: "mart_theme_example",
  title: {
    en: "Verbatims to read, at most five of each theme, one row each.",
    zh: "示例原话，每个主题至多五条，每条一行。"
  },
  from: [intTheme, intVerbatim, intVerbatimTheme],
  grain: ["theme", "rank"],
  columns: z.strictObject({
    theme: c.id("Key of the theme.", "主题的键。", "public"),
    rank: c.count("Place, from 1.", "次序，从 1 开始。"),
    verbatim_id: c.id("Key of the verbatim.", "原话编号。"),
    said_on: c.day("When it was said.", "日期。"),
    origin: c.oneOf(["feedback", "ticket"], "Where it was said.", "来源。"),
    instrument: c.text("Question of the answer.", "问卷类型。").nullable(),
    score: c.integer("Score of the answer.", "评分。").nullable(),
    language: c.oneOf(languages, "Language.", "语言。"),
    sentiment: c.oneOf(sentiments, "What it says.", "情感。").nullable(),
    masked_text: c.text("The text, personal data masked.", "已遮盖个人信息的文本。")
  }),
  procedure: {
    version: ({feedback}) => [2, feedback.verbatims],
    make: ({warehouse, settings, table}) =>
      warehouse.run(`create or replace table ${table} as
        with placed as (
          select theme, int_verbatim.*, coalesce(customer_id, verbatim_id) as voice,
            words not between ${readable.join(" and ")} as is_odd, masks > 0 as is_masked
          from int_verbatim_theme join int_verbatim using (verbatim_id) where ${settings.feedback.verbatims}
        ),
        once as (
          select * from placed qualify row_number() over (partition by theme, same_key order by is_odd, is_masked, said_on desc, verbatim_id) = 1
        ),
        one_each as (
          select * from once qualify row_number() over (partition by theme, voice order by is_odd, is_masked, said_on desc, verbatim_id) = 1
        )
        select theme, row_number() over (partition by theme order by is_odd, is_masked, said_on desc, verbatim_id) as rank, verbatim_id, said_on, origin,
          instrument, score, language, sentiment, ${shortText("masked_text")} as masked_text
        from one_each join int_theme using (theme) qualify rank <= ${examples} order by position, rank`)
  }
});
