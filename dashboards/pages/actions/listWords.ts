import type {Locale} from "../../format/locale.ts";

/** How many customers "show more" adds. */
export const STEP = 30;

/** How many customers the page shows at first: a day's work and a few more. */
export const firstShown = (calls: number): number => Math.min(20, Math.max(14, calls + 3));

/** "Customers 1–15 of the first 510 of 528; all are in the CSV." Of those who pass, on the page, and in all. */
export const countWords = (
  shown: number,
  passing: number,
  all: number,
  everybody: number,
  locale: Pick<Locale, "t" | "f">
): string => {
  const {t, f} = locale;
  if (passing === all && all < everybody)
    return t(
      `Customers 1–${f.count(Math.min(shown, passing))} of the first ${f.count(all)} of ${f.count(everybody)}; all are in the CSV.`,
      `第 1–${f.count(Math.min(shown, passing))} 位，页面列前 ${f.count(all)} 位，共 ${f.count(everybody)} 位；CSV 含全部。`
    );
  return plainWords(shown, passing, all, locale);
};

const plainWords = (shown: number, passing: number, all: number, {t, f}: Pick<Locale, "t" | "f">): string =>
  t(
    `Customers 1–${f.count(Math.min(shown, passing))} of ${f.count(passing)}${passing < all ? `, of ${f.count(all)} on the page` : ""}.`,
    `第 1–${f.count(Math.min(shown, passing))} 位，共 ${f.count(passing)} 位${passing < all ? `（页面共 ${f.count(all)} 位）` : ""}。`
  );
