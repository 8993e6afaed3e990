import {isWithheld} from "../../withheld.ts";
import type {Locale} from "../../format/locale.ts";
import type {ThemeRow} from "./rows.ts";

/** The name of a theme. */
export const themeLabel = (row: {label_en: string; label_zh: string}, {lang}: Pick<Locale, "lang">): string =>
  lang === "zh" ? row.label_zh : row.label_en;

/** A theme as it may be shown: null is what few customers or answers stand behind, or what nobody knows. */
export type ShownTheme = Omit<ThemeRow, "value_at_stake" | "mentions_90d" | "mentions_previous_90d"> & {
  value_at_stake: number | null;
  mentions_90d: number | null;
  mentions_previous_90d: number | null;
};

/**
 * Themes that may be shown, most mentioned in the last year first; sub-themes stand with the others. Withheld are counts of fewer than `minCell` and what
 * would give such a number away: the change with either of its counts, score and odds with the answers or those of them that are no detractor's.
 */
export const shownThemes = (rows: readonly ThemeRow[], minCell: number): ShownTheme[] =>
  rows
    .filter(
      (row) => row.mentions_365d > 0 && !isWithheld(row.customers, minCell) && !isWithheld(row.mentions_365d, minCell)
    )
    .map((row) => blanked(row, minCell))
    .toSorted((a, b) => b.mentions_365d - a.mentions_365d || a.theme.localeCompare(b.theme));

function blanked(row: ThemeRow, minCell: number): ShownTheme {
  const isFew = (n: number) => isWithheld(n, minCell);
  const [isNowFew, isBeforeFew] = [isFew(row.mentions_90d), isFew(row.mentions_previous_90d)];
  return {
    ...row,
    mentions_90d: isNowFew ? null : row.mentions_90d,
    mentions_previous_90d: isBeforeFew ? null : row.mentions_previous_90d,
    ...((isNowFew || isBeforeFew) && {change_share: null, change_low: null, change_high: null}),
    ...(isFew(row.judged_365d) && {negative_share: null, mean_sentiment: null}),
    ...((isFew(row.nps_answers) || isFew(row.nps_answers - row.detractors)) && {
      mean_score: null,
      detraction_log_odds: null,
      detraction_low: null,
      detraction_high: null,
      detraction_p_adjusted: null
    }),
    value_at_stake: isFew(row.detractors) ? null : row.value_at_stake
  };
}
