import type {Locale} from "../../format/locale.ts";
import type {Numeric} from "../../format/signs.ts";

/** A length of working time: minutes below two hours, then business hours. */
export function workTime(minutes: Numeric, {t, f}: Pick<Locale, "t" | "f">): string {
  if (minutes == null) return f.missing;
  const number = Number(minutes);
  if (Math.abs(number) < 120) return t(`${f.number(number)} business minutes`, `${f.number(number)} 个工作分钟`);
  const hours = number / 60;
  return f.businessHours(hours, Math.abs(hours) < 10 ? 1 : 0);
}

/** A length of time in short, for cells: 45 min, 3.2 h, 4.1 d; days are of 24 hours. */
export function shortTime(minutes: Numeric, {t, f}: Pick<Locale, "t" | "f">): string {
  if (minutes == null) return f.missing;
  const number = Math.abs(Number(minutes));
  if (number < 90) return t(`${f.number(number)} min`, `${f.number(number)} 分钟`);
  if (number < 48 * 60) {
    const hours = f.number(number / 60, number < 600 ? 1 : 0);
    return t(`${hours} h`, `${hours} 小时`);
  }
  return t(`${f.number(number / 1440, 1)} d`, `${f.number(number / 1440, 1)} 天`);
}

/** A length of working time in short: 95 min, 52 h. */
export function shortWork(minutes: Numeric, {t, f}: Pick<Locale, "t" | "f">): string {
  if (minutes == null) return f.missing;
  const number = Number(minutes);
  if (number < 120) return t(`${f.number(number)} min`, `${f.number(number)} 分钟`);
  const hours = f.number(number / 60, number < 600 ? 1 : 0);
  return t(`${hours} h`, `${hours} 小时`);
}

/** Minutes as hours for a column that names its unit. */
export const inHours = (minutes: Numeric, {f}: Pick<Locale, "f">): string =>
  minutes == null ? f.missing : f.number(Number(minutes) / 60, Number(minutes) < 600 ? 1 : 0);
