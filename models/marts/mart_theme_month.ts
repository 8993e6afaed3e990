import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intTheme} from "../intermediate/int_theme.ts";
import {intVerbatim} from "../intermediate/int_verbatim.ts";
import {intVerbatimTheme} from "../intermediate/int_verbatim_theme.ts";

/** Months that are kept, the running one included. */
const months = 24;

/** How often each theme is named, one row per theme and month with a verbatim, of the last 24 months; a theme that nobody named then is 0. */
export const martThemeMonth = model({
  name: "mart_theme_month",
  title: {
    en: "How often each theme is named, one row per theme and month.",
    zh: "各主题每月提及情况，每个主题每月一行。"
  },
  from: [intAsOf, intTheme, intVerbatim, intVerbatimTheme],
  grain: ["theme", "said_month"],
  columns: z.strictObject({
    theme: c.id("Key of the theme.", "主题的键。", "public"),
    said_month: c.month("The calendar month.", "自然月。"),
    mentions: c.count("Verbatims that name it.", "提及条数。"),
    verbatims: c.count("All verbatims of the month.", "当月全部原话条数。"),
    share: c.share("Share that name it.", "提及占比。"),
    low: c.share("Lower end of its 95 % interval.", "95% 区间下限。"),
    high: c.share("Upper end of its 95 % interval.", "95% 区间上限。"),
    negative: c.count("Of feedback that names it, unfriendly.", "提及该主题的反馈中负面条数。"),
    is_partial: c.flag("The month was still running at as_of.", "该月在截止时尚未结束。")
  }),
  query: (db) =>
    db
      .with("month", (db) =>
        db
          .selectFrom("int_verbatim")
          .crossJoin("int_as_of")
          .where(({ref}) => s.compare(s.monthsBetween(ref("said_month"), ref("as_of_month")), "<", s.num(months)))
          .groupBy(["said_month", "last_complete_month"])
          .select(({ref}) => [
            "said_month",
            s.countRows().as("verbatims"),
            s.compare(ref("said_month"), ">", ref("last_complete_month")).as("is_partial")
          ])
      )
      .with("named", (db) =>
        db
          .selectFrom("int_verbatim_theme as naming")
          .innerJoin("int_verbatim as said", "said.verbatim_id", "naming.verbatim_id")
          .groupBy(["theme", "said_month"])
          .select(({ref}) => [
            "theme as named_theme",
            "said_month as named_month",
            s.countRows().as("mentions"),
            s
              .count(
                s.onlyWhen(
                  s.both(
                    s.compare(ref("origin"), "=", s.text("feedback")),
                    s.compare(ref("sentiment"), "=", s.text("negative"))
                  ),
                  ref("said.verbatim_id")
                )
              )
              .as("negative")
          ])
      )
      .selectFrom("int_theme")
      .crossJoin("month")
      .leftJoin("named", (on) =>
        on.onRef("named_theme", "=", "int_theme.theme").onRef("named_month", "=", "month.said_month")
      )
      .select(({ref}) => {
        const mentions = s.coalesce(ref("mentions"), s.num(0));
        return [
          "theme",
          "said_month",
          mentions.as("mentions"),
          "verbatims",
          s.ratio(mentions, ref("verbatims")).$castTo<number>().as("share"),
          wilsonLow(mentions, ref("verbatims")).as("low"),
          wilsonHigh(mentions, ref("verbatims")).as("high"),
          s.coalesce(ref("negative"), s.num(0)).as("negative"),
          "is_partial"
        ];
      })
});
