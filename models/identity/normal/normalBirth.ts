import {isMasked} from "./masked.ts";
import {isAscii, tidy} from "./tidy.ts";

const yearFirst = /^(\d{4})(?:[-/.]|\s*年\s*)(\d{1,2})(?:[-/.]|\s*月\s*)(\d{1,2})(?!\d)/;
const compact = /^((?:18|19|20)\d{2})(\d{2})(\d{2})(?:\d{6})?(?!\d)/;
const yearLast = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})(?!\d)/;
const dayAndName = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3})[a-z]*[-/., ]+(\d{4})(?!\d)/i;
const nameAndDay = /^([a-z]{3})[a-z]*[-/. ]*(\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{4})(?!\d)/i;

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Where the month is written before the day (Unicode CLDR). */
const monthFirst = new Set(["US", "PH", "FM", "MH", "PW", "GU", "PR", "VI", "AS", "MP", "UM"]);
/** What systems write for a day that nobody told them. */
const placeholders = new Set(["1900-01-01", "1970-01-01", "1899-12-30", "1899-12-31", "1753-01-01"]);

const written = (year: string, month: string, day: string) =>
  `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;

const ofName = (name: string): string | null => {
  const month = months.indexOf(name.toLowerCase());
  return month < 0 ? null : String(month + 1);
};

/**
 * A day of birth as YYYY-MM-DD, or null. The day need not be in the calendar: data has typing errors (1945-03-32), and what is
 * right in them still counts. Read are ISO days, YYYYMMDD, 1990年1月2日, days with an English month's name, and days with the year
 * last, whose month and day go by the custom of `region` (ISO 3166 alpha-2) unless one of them is past 12. A time of day is
 * dropped. Years of two digits and placeholders (1900-01-01, 1970-01-01, 0000-00-00) are null.
 */
export function normalBirth(raw: string | null, region: string | null): string | null {
  if (raw === null || isMasked(raw)) return null;
  const text = isAscii(raw) ? raw.trim() : tidy(raw);
  const day = read(text, region !== null && monthFirst.has(region));
  return day === null || placeholders.has(day) || /^(?:000|9999)/.test(day) ? null : day;
}

function read(text: string, isMonthFirst: boolean): string | null {
  const ordered = yearFirst.exec(text) ?? compact.exec(text);
  if (ordered) return written(ordered[1]!, ordered[2]!, ordered[3]!);
  const last = yearLast.exec(text);
  if (last) {
    const [first, second, year] = [last[1]!, last[2]!, last[3]!];
    const swapped = isMonthFirst
      ? Number(first) > 12 && Number(second) <= 12
      : Number(first) <= 12 && Number(second) > 12;
    return isMonthFirst === swapped ? written(year, second, first) : written(year, first, second);
  }
  const named = dayAndName.exec(text);
  const month = ofName(named?.[2] ?? "");
  if (named && month) return written(named[3]!, month, named[1]!);
  const begun = nameAndDay.exec(text);
  const other = ofName(begun?.[1] ?? "");
  return begun && other ? written(begun[3]!, other, begun[2]!) : null;
}
