import type {Lang} from "./lang.ts";
import {dateOf, fields, type Moment} from "./moment.ts";
import {MISSING} from "./signs.ts";

/** A date that may be absent. */
type Perhaps = Moment | null | undefined;

const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const name = (month: number) => names[month - 1]!;

/** Dates in the words of a language. Every function prints UTC fields, and a dash for what is missing. */
export interface Dates {
  /** 24 Jun 2026 · 2026年6月24日 */
  date(moment: Perhaps): string;
  /** 24 Jun · 6月24日 */
  day(moment: Perhaps): string;
  /** Jun 2026 · 2026年6月 */
  month(moment: Perhaps): string;
  /** Axis: "Apr", and the year at January, "Jan 26" · 4月, 26年1月 */
  axisMonth(moment: Perhaps): string;
  /** 24 Jun 2026 02:14 · 2026年6月24日 02:14 */
  instant(moment: Perhaps): string;
  /** 2026-06-24, for files and `datetime` attributes */
  iso(moment: Moment): string;
}

/** The same for dates that are there. */
type Written = Record<"date" | "day" | "month" | "axisMonth", (moment: Moment) => string>;

const english: Written = {
  date: (moment) => `${fields(moment).day} ${english.month(moment)}`,
  day: (moment) => `${fields(moment).day} ${name(fields(moment).month)}`,
  month: (moment) => `${name(fields(moment).month)} ${fields(moment).year}`,
  axisMonth(moment) {
    const {year, month} = fields(moment);
    return month === 1 ? `Jan ${String(year).slice(2)}` : name(month);
  }
};

const chinese: Written = {
  date: (moment) => `${fields(moment).year}年${chinese.day(moment)}`,
  day: (moment) => `${fields(moment).month}月${fields(moment).day}日`,
  month: (moment) => `${fields(moment).year}年${fields(moment).month}月`,
  axisMonth(moment) {
    const {year, month} = fields(moment);
    return month === 1 ? `${String(year).slice(2)}年1月` : `${month}月`;
  }
};

/** The date formats of a language. */
export function dates(lang: Lang): Dates {
  const words = lang === "zh" ? chinese : english;
  const known =
    (write: (moment: Moment) => string) =>
    (moment: Perhaps): string =>
      moment == null ? MISSING : write(moment);
  return {
    date: known(words.date),
    day: known(words.day),
    month: known(words.month),
    axisMonth: known(words.axisMonth),
    instant: known((moment) => `${words.date(moment)} ${fields(moment).hour}:${fields(moment).minute}`),
    iso: (moment) => dateOf(moment).toISOString().slice(0, 10)
  };
}
