import type {Locale} from "../../../format/locale.ts";

/** Rows at first, and how many "show more" adds. */
export const [FIRST, STEP] = [16, 50];

/** "Rows 1–16 of 84; 320 cases in 365 days." */
export const countWords = (shown: number, passing: number, all: number, {t, f}: Pick<Locale, "t" | "f">): string =>
  t(
    `Rows 1–${f.count(Math.min(shown, passing))} of ${f.count(passing)}${passing < all ? `; ${f.count(all)} cases in 365 days` : ""}.`,
    `第 1–${f.count(Math.min(shown, passing))} 个，共 ${f.count(passing)} 个${passing < all ? `；近 365 天共 ${f.count(all)} 个` : ""}。`
  );
