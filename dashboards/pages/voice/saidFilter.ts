import type {FilterValues} from "../../live/urlState.ts";
import type {Locale} from "../../format/locale.ts";
import {byDay, byValue, type Said} from "./said.ts";
import {languageName, moodOf} from "./words.ts";

export const sentiments = ["negative", "neutral", "positive"] as const;

/** A theme that can be chosen. */
export interface ThemeChoice {
  theme: string;
  label: string;
}

/** The filters of the texts as they stand in the address. */
export const saidSpec = (themes: readonly ThemeChoice[], languages: readonly string[]) => ({
  theme: {fallback: "", known: ["", ...themes.map(({theme}) => theme)]},
  sentiment: {fallback: "", known: ["", ...sentiments]},
  language: {fallback: "", known: ["", ...languages]},
  order: {fallback: "value", known: ["value", "newest"]}
});

export type SaidFilter = FilterValues<ReturnType<typeof saidSpec>>;

/** Texts that pass, in the chosen order. */
export function passing(list: readonly Said[], {theme, sentiment, language, order}: SaidFilter): Said[] {
  const own = list.filter(
    (one) =>
      (theme === "" || one.themes.includes(theme)) &&
      (sentiment === "" || one.sentiment === sentiment) &&
      (language === "" || one.language === language)
  );
  return order === "newest" ? byDay(own) : byValue(own);
}

/** The filter in words; empty where none is set. */
export function filterWords(
  {theme, sentiment, language}: SaidFilter,
  themes: readonly ThemeChoice[],
  locale: Pick<Locale, "t">
): string {
  const {t} = locale;
  const parts = [
    theme && `${t("theme ", "主题：")}${themes.find((one) => one.theme === theme)?.label ?? theme}`,
    sentiment && moodOf(sentiment, locale)?.word,
    language && languageName(language, locale)
  ].filter(Boolean);
  return parts.length ? `${t("Only ", "仅看 ")}${parts.join(t(", ", "，"))}` : "";
}
