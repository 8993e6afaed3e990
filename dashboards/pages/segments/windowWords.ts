import type {Locale} from "../../format/locale.ts";
import type {ScoreRow} from "./rows.ts";

/** The scored window as an addition: " in the last 12 months"; empty where it reaches back to the first order. */
export function windowWords(scores: readonly ScoreRow[], {t, f}: Locale): string {
  const days = scores[0]?.window_days ?? null;
  if (days === null) return "";
  return days === 365
    ? t(" in the last 12 months", "近 12 个月")
    : t(` in the last ${f.days(days)}`, `近 ${f.days(days)}`);
}
