import type {Locale} from "../../format/locale.ts";
import type {RateRow} from "./rows.ts";

/** A band of silence in words: "1 to 1.5 ×", "10 × and over", "under 0.5 ×". */
export function silenceWords(
  {silence_from: from, silence_to: to}: Pick<RateRow, "silence_from" | "silence_to">,
  {t, f}: Locale
): string {
  const times = (value: number) => f.number(value, Number.isInteger(value) ? 0 : 1);
  if (to === null) return t(`${times(from)} × and over`, `${times(from)} 倍及以上`);
  if (from === 0) return t(`under ${times(to)} ×`, `低于 ${times(to)} 倍`);
  return t(`${times(from)} to ${times(to)} ×`, `${times(from)} 至 ${times(to)} 倍`);
}
