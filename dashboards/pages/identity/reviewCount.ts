import type {Locale} from "../../format/locale.ts";

/** How many pairs the page shows at first, and at most. */
export const [firstShown, mostShown] = [10, 50];

/** "Pairs 1–12 of 300 on the list; 1,146 wait in all." */
export function countWords(shown: number, listed: number, all: number, {t, f}: Locale): string {
  const range = t(
    `${shown === 1 ? "Pair 1" : `Pairs 1–${f.count(shown)}`} of ${f.count(all)} that ${all === 1 ? "waits" : "wait"}`,
    `第 1–${f.count(shown)} 对，共 ${f.count(all)} 对待复核`
  );
  const longer = listed < all && t(`; the CSV holds the first ${f.count(listed)}`, `；CSV 含前 ${f.count(listed)} 对`);
  return `${range}${longer || ""}${t(".", "。")}`;
}

/** What the button for more of the queue says. */
export const moreWords = (shown: number, listed: number, {t, f}: Locale): string =>
  t(
    `Show ${f.count(Math.min(mostShown, listed) - shown)} more`,
    `再显示 ${f.count(Math.min(mostShown, listed) - shown)} 对`
  );
