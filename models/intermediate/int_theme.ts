import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {createFromRows} from "../createFromRows.ts";
import {model} from "../model.ts";
import {findThemes} from "../text/findThemes.ts";
import {usualThemes} from "../text/taxonomy.ts";
import {checkTerms} from "../text/themeOf.ts";
import {textVersion} from "../text/version.ts";
import {intText} from "./int_text.ts";
import {intVerbatim} from "./int_verbatim.ts";

/** Terms of a discovered theme that its label names. */
const labelled = 3;

/**
 * What customers speak of, one row per theme: those of the configuration, else the usual ones, and those that were discovered.
 *
 * None while nobody has said anything. A discovered theme is words and pairs of words that texts without a known theme, or unfriendly texts, hold more
 * often than the others (z ≥ 3.29 of the log odds with a Dirichlet prior, Monroe et al. 2008), in at least 15 texts and 3 in 1,000; words that occur
 * together are one theme, named by them. They are sought in masked texts, none that looks like a name is taken, and where verbatims are not to be
 * published there are none.
 */
export const intTheme = model({
  name: "int_theme",
  title: {en: "What customers speak of, one row per theme.", zh: "客户谈及的主题，每个主题一行。"},
  from: [intText, intVerbatim],
  grain: ["theme"],
  columns: z.strictObject({
    theme: c.id("Key of the theme.", "主题的键。", "public"),
    position: c.count("Order of the themes.", "主题次序。"),
    parent: c.id("The theme that it is a part of.", "上级主题。", "public").nullable(),
    label_en: c.text("Its name in English.", "英文名称。"),
    label_zh: c.text("Its name in Chinese.", "中文名称。"),
    is_discovered: c.flag("Found in the texts, not in the taxonomy.", "由文本发现，不在分类体系中。"),
    terms: c.text("JSON: the words and phrases that mean it.", "JSON：代表该主题的词语。")
  }),
  procedure: {
    version: ({feedback}) => [2, textVersion, feedback.themes ?? usualThemes, feedback.verbatims],
    make: async ({warehouse, settings, table}) => {
      const {said} = await warehouse.row<{said: number}>("select count(*) as said from int_verbatim");
      const known = (said ? (settings.feedback.themes ?? usualThemes) : []).flatMap((theme) => [
        {...theme, parent: null},
        ...theme.sub.map((sub) => ({...sub, parent: theme.theme}))
      ]);
      checkTerms(known);
      const found = settings.feedback.verbatims ? await findThemes(warehouse, known) : [];
      const rows = [
        ...known.map(({theme, parent, en, zh, terms}) => ({
          theme,
          parent,
          label_en: en,
          label_zh: zh,
          is_discovered: false,
          terms: JSON.stringify(terms)
        })),
        ...found.map(({terms}) => ({
          theme: `found:${terms[0]!}`,
          parent: null,
          label_en: terms.slice(0, labelled).join(", "),
          label_zh: terms.slice(0, labelled).join("、"),
          is_discovered: true,
          terms: JSON.stringify(terms)
        }))
      ];
      await createFromRows(
        intTheme,
        rows.map((row, position) => ({position, ...row})),
        {warehouse, table}
      );
    }
  }
});
