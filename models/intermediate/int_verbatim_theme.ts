import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {matchTexts} from "../text/matchTexts.ts";
import {textVersion} from "../text/version.ts";
import {intText} from "./int_text.ts";
import {intTheme} from "./int_theme.ts";
import {intVerbatim} from "./int_verbatim.ts";

/** What each verbatim speaks of, one row per verbatim and theme; one that speaks of a part of a theme speaks of the theme too. */
export const intVerbatimTheme = model({
  name: "int_verbatim_theme",
  title: {
    en: "What each verbatim speaks of, one row per verbatim and theme.",
    zh: "每条原话涉及的主题，每条原话与主题一行。"
  },
  from: [intText, intTheme, intVerbatim],
  grain: ["verbatim_id", "theme"],
  columns: z.strictObject({
    verbatim_id: c.id("Key of the verbatim.", "原话编号。"),
    theme: c.id("Key of the theme.", "主题的键。", "public"),
    parent: c.id("The theme that it is a part of.", "上级主题。", "public").nullable()
  }),
  procedure: {
    version: () => [2, textVersion],
    make: async ({warehouse, table}) => {
      await matchTexts(warehouse);
      await warehouse.run(`create or replace table ${table} as
        with found as (
          select text_number, theme from text_theme
          union
          select text_number, parent from text_theme join int_theme using (theme) where parent is not null
        )
        select verbatim_id, theme, parent
        from found join int_text using (text_number) join int_verbatim using (text_key) join int_theme using (theme)
        order by verbatim_id, position`);
      await warehouse.run("drop table text_theme");
    }
  }
});
