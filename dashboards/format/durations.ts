import {signed} from "./digits.ts";
import type {Lang} from "./lang.ts";
import {NBSP, present, type Numeric} from "./signs.ts";

/** Lengths of time, with their unit. */
export interface Durations {
  /** 94 days · 94 天 */
  days(value: Numeric, decimals?: number): string;
  /** 94 days ago · 94 天前; 0 is today · 今天 */
  daysAgo(value: Numeric): string;
  /** 31 hours · 31 小时 */
  hours(value: Numeric, decimals?: number): string;
  /** 31 business hours · 31 个工作小时 */
  businessHours(value: Numeric, decimals?: number): string;
  /** 3 months · 3 个月 */
  months(value: Numeric, decimals?: number): string;
  /** 13 weeks · 13 周 */
  weeks(value: Numeric, decimals?: number): string;
}

/** The durations of a language. English has a singular; Chinese sets a no-break space before the unit. */
export function durations(lang: Lang): Durations {
  const unit =
    (english: string, chinese: string) =>
    (value: Numeric, decimals = 0) =>
      present(value, (number) => {
        const text = signed(number, decimals);
        return lang === "zh" ? text + NBSP + chinese : `${text} ${english}${text === "1" ? "" : "s"}`;
      });
  const days = unit("day", "天");
  const ago = (text: string) => (lang === "zh" ? `${text}前` : `${text} ago`);
  return {
    days,
    daysAgo: (value) =>
      present(value, (number) => (Math.round(number) === 0 ? (lang === "zh" ? "今天" : "today") : ago(days(number)))),
    hours: unit("hour", "小时"),
    businessHours: unit("business hour", "个工作小时"),
    months: unit("month", "个月"),
    weeks: unit("week", "周")
  };
}
