import {html, panel, verbatim, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {ExampleRow, ThemeRow} from "./rows.ts";
import {languageTag, moodOf} from "./words.ts";
import {shownThemes, themeLabel, type ShownTheme} from "./themes.ts";

/** Themes that the panel shows, and texts for each. */
const [THEMES, TEXTS] = [3, 2];

/** Themes that grow or that nobody had listed, each with the texts that say best what it is; undefined where there are none. */
export function newPanel(given: readonly ThemeRow[], examples: readonly ExampleRow[], c: Context): Html | false {
  const {t, f} = c;
  const themes = shownThemes(given, c.minCell)
    .filter((row) => row.is_emerging || row.is_discovered)
    .toSorted((a, b) => +b.is_emerging - +a.is_emerging || b.mentions_365d - a.mentions_365d)
    .map((row) => ({
      row,
      texts: examples
        .filter(({theme}) => theme === row.theme)
        .toSorted((a, b) => a.rank - b.rank)
        .slice(0, TEXTS)
    }))
    .filter(({texts}) => texts.length > 0)
    .slice(0, THEMES);
  if (!themes.length) return false;
  return panel({
    id: "new",
    title: t("What is new or was not expected?", "有什么新的或未曾预料的？"),
    sub: t(
      "Themes that grow, and word groups found beside the taxonomy, each with texts that are typical of it",
      "增长中的主题，以及分类体系之外发现的词组，各附典型原话"
    ),
    body: html`<div class="grid">
      ${themes.map(
        ({row, texts}) =>
          html`<div class="span-4">
            <h3>${themeLabel(row, c)}</h3>
            <p class="sub">${whyWords(row, c)}</p>
            <ul>
              ${texts.map((one) =>
                verbatim(
                  {
                    text: one.masked_text,
                    lang: languageTag[one.language],
                    mood: moodOf(one.sentiment, c),
                    meta: [f.date(one.said_on)]
                  },
                  c
                )
              )}
            </ul>
          </div>`
      )}
    </div>`
  });
}

function whyWords(row: ShownTheme, {t, f, minCell}: Context): string {
  const count = (n: number | null) => (n === null ? t(`fewer than ${minCell}`, `不足 ${minCell} `) : f.count(n));
  const counts = t(
    `${count(row.mentions_90d)} texts in 90 days, ${count(row.mentions_previous_90d)} in the 90 before`,
    `近 90 天 ${count(row.mentions_90d)} 条，此前 90 天 ${count(row.mentions_previous_90d)} 条`
  );
  return row.is_emerging
    ? t(`Clearly more than before: ${counts}`, `明显增多：${counts}`)
    : t(`Found: ${counts}`, `新发现：${counts}`);
}
