import type {Locale} from "../../format/locale.ts";

/** Rows of the list of open tickets at first, and how many "show more" adds. */
export const [FIRST, STEP] = [10, 40];

/** "Rows 1–12 of 200; 340 are open." */
export const countWords = (shown: number, passing: number, all: number, {t, f}: Pick<Locale, "t" | "f">): string =>
  t(
    `Rows 1–${f.count(Math.min(shown, passing))} of ${f.count(passing)}${passing < all ? `; ${f.count(all)} are open` : ""}.`,
    `第 1–${f.count(Math.min(shown, passing))} 张，共 ${f.count(passing)} 张${passing < all ? `；未结共 ${f.count(all)} 张` : ""}。`
  );
