import type {Locale} from "../../format/locale.ts";
import type {ListKind} from "./listWords.ts";

/** How many rows "show more" adds. */
export const STEP = 50;

/** How many rows the page shows at first: the calls of a day and some more, as far as the page stays light. */
export const firstShown = (calls: number): number => Math.min(20, Math.max(16, calls + 4));

/** What the list is a part of. */
export interface Whole {
  all: number;
  uses: ListKind;
}

/** "Rows 1–16 of 300." with what the list is a part of. */
export function countWords(shown: number, passing: number, list: number, whole: Whole, {t, f}: Locale): string {
  const rows = t(
    `${shown === 1 ? "Row 1" : `Rows 1–${f.count(shown)}`} of ${f.count(passing)}`,
    `第 1–${f.count(shown)} 位，共 ${f.count(passing)} 位`
  );
  const among = passing < list && t(` among the ${f.count(list)} on the list`, `（名单共 ${f.count(list)} 位）`);
  const {all, uses} = whole;
  const who =
    uses === "model"
      ? t("customers with revenue at risk", "位有风险价值客户")
      : t("customers with a warning", "位被预警客户");
  const longer =
    list < all &&
    t(
      `; the list holds the first ${f.count(list)} of ${f.count(all)} ${who}`,
      `；名单为 ${f.count(all)} ${who}中的前 ${f.count(list)} 位`
    );
  return `${rows}${among || ""}${longer || ""}${t(".", "。")}`;
}

/** The button that takes the shown rows away. */
export const takeWords = (shown: number, {t, f}: Locale): string =>
  t(`Take ${shown === 1 ? "this 1" : `these ${f.count(shown)}`} as CSV`, `将这 ${f.count(shown)} 位导出为 CSV`);

/** The button that shows more. */
export const moreWords = (shown: number, passing: number, {t, f}: Locale): string => {
  const more = Math.min(STEP, passing - shown);
  return t(`Show ${f.count(more)} more`, `再显示 ${f.count(more)} 位`);
};
