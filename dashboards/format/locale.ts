import {formats, type Formats} from "./formats.ts";
import type {Lang} from "./lang.ts";

/** What a component must know of its reader: language, inline pairs, formats. Page contexts extend it. */
export interface Locale {
  lang: Lang;
  /** The text of this language; both stand in the code, so that none can be missing. */
  t(english: string, chinese: string): string;
  f: Formats;
}

/** The locale of a language and an ISO 4217 currency. */
export const locale = (lang: Lang, currency: string): Locale => ({
  lang,
  t: (english, chinese) => (lang === "zh" ? chinese : english),
  f: formats(lang, currency)
});
