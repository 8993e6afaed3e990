import type {Locale} from "../../format/locale.ts";

/** Texts at first, and how many "show more" adds. */
export const [FIRST, STEP] = [8, 20];

/** "10 of 84 texts; 1,000 in all." */
export const countWords = (shown: number, passing: number, all: number, {t, f}: Pick<Locale, "t" | "f">): string =>
  t(
    `${f.count(Math.min(shown, passing))} of ${f.count(passing)} texts${passing < all ? `; ${f.count(all)} in all` : ""}.`,
    `${f.count(passing)} 条文本中的 ${f.count(Math.min(shown, passing))} 条${passing < all ? `；共 ${f.count(all)} 条` : ""}。`
  );
