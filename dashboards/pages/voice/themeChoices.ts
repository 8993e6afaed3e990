import type {Locale} from "../../format/locale.ts";
import type {ThemeRow} from "./rows.ts";
import type {Said} from "./said.ts";
import type {ThemeChoice} from "./saidFilter.ts";
import {themeLabel} from "./themes.ts";

/** What the texts can be chosen by: themes that occur in them, most frequent first, and their languages. */
export function themeChoices(
  themes: readonly ThemeRow[],
  said: readonly Said[],
  locale: Pick<Locale, "lang">
): {themes: ThemeChoice[]; labels: Record<string, string>; languages: string[]} {
  const times = new Map<string, number>();
  for (const one of said) for (const theme of one.themes) times.set(theme, (times.get(theme) ?? 0) + 1);
  const known = themes.filter(({theme}) => times.has(theme));
  const choices = known
    .toSorted((a, b) => times.get(b.theme)! - times.get(a.theme)! || a.theme.localeCompare(b.theme))
    .map((row) => ({theme: row.theme, label: themeLabel(row, locale)}));
  return {
    themes: choices,
    labels: Object.fromEntries(choices.map(({theme, label}) => [theme, label])),
    languages: [...new Set(said.map(({language}) => language))].filter((one) => one !== "none").toSorted()
  };
}
