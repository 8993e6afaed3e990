import {UserError} from "../../warehouse/error.ts";
import {termOf} from "./termWords.ts";

/** What customers may speak of, and the words by which it is known. */
export interface Theme {
  theme: string;
  en: string;
  zh: string;
  /**
   * Words and phrases in any language, read as texts are: case, width, traditional characters and hyphens make no difference. A word in Latin script
   * stands for its usual inflections too, one that ends in * for all that begin so; Han is found at any place, a single character only as a word of its
   * own.
   */
  terms: readonly string[];
}

export interface TopTheme extends Theme {
  sub: readonly Theme[];
}

const list = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((term) => term.trim())
    .filter((term) => term !== "");

/** A theme, its terms parted by commas. */
export const theme = (theme: string, en: string, zh: string, terms: string): Theme => ({
  theme,
  en,
  zh,
  terms: list(terms)
});
export const top = (theme: Theme, ...sub: Theme[]): TopTheme => ({...theme, sub});

/** Throws a UserError that names the first term without any word: no text could hold it. */
export function checkTerms(themes: readonly Pick<Theme, "theme" | "terms">[]): void {
  for (const {theme, terms} of themes) {
    const empty = terms.find((term) => termOf(term) === null);
    if (empty !== undefined)
      throw new UserError(
        `perennial.config.ts, feedback.themes, "${theme}": the term "${empty}" has no word; give a word or phrase that customers write`
      );
  }
}
