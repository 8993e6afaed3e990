/** How a number's format shows it, as far as that is more than a number. */
export type CellFormat =
  /** Only zeros, `00000`: shown with so many digits. */
  | {digits: number}
  /** Parts of a date or time that it shows; an elapsed time counts hours past 24. */
  | {date: boolean; time: boolean; fraction: boolean; elapsed: boolean};

/** Which day is number 0: 1904-01-01, or the one before 1900-01-01. */
export type Epoch = 1900 | 1904;

/**
 * The text of a numeric cell.
 *
 * A number is written as Excel shows it in full: 15 significant digits, none of them made up, without an exponent below 1e21;
 * whole numbers keep every digit that the file has. A date is ISO, with its time of day where it has one or its format shows
 * one, to the second, or to the millisecond where the format shows parts of a second. What is no number, and a date before or
 * after Excel's calendar, stays as the file has it.
 */
export function numericText(stored: string, format: CellFormat | undefined, epoch: Epoch): string {
  const text = stored.trim();
  if (format === undefined) return numberText(text);
  if ("digits" in format) return /^\d+$/.test(text) ? text.padStart(format.digits, "0") : numberText(text);
  const serial = Number(text);
  const shown = text === "" || !Number.isFinite(serial) || serial < 0 ? undefined : dateText(serial, format, epoch);
  return shown ?? numberText(text);
}

function numberText(text: string): string {
  if (/^-?\d+$/.test(text) || (text.length <= 16 && /^-?\d+\.\d*[1-9]$/.test(text))) return text;
  const large = /^(-?)(\d)(?:\.(\d+))?E\+?(\d{1,2})$/i.exec(text);
  if (large) {
    const [, sign, first, rest = "", exponent] = large;
    if (Number(exponent) >= rest.length && Number(exponent) < 21)
      return sign! + first + rest.padEnd(Number(exponent), "0");
  }
  const value = Number(text);
  if (text === "" || !Number.isFinite(value)) return text;
  return plain(String(Number.isInteger(value) ? value : Number(value.toPrecision(15))));
}

/** 1.5e-7 as 0.00000015; large numbers stay as they are. */
function plain(text: string): string {
  const parts = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (!parts) return text;
  const [, sign, first, rest = "", exponent] = parts;
  return `${sign}0.${"0".repeat(Number(exponent) - 1)}${first}${rest}`;
}

const DAY = 86_400_000;

function dateText(serial: number, format: Exclude<CellFormat, {digits: number}>, epoch: Epoch): string | undefined {
  const unit = format.fraction ? 1 : 1000;
  const millis = Math.round((serial * DAY) / unit) * unit;
  if (format.elapsed) return clock(millis, format.fraction);
  if (!format.date && serial < 1) return clock(Math.min(millis, DAY - unit), format.fraction);
  const day = dayText(Math.floor(millis / DAY), epoch);
  if (day === undefined) return undefined;
  const rest = millis % DAY;
  return rest || format.time ? `${day} ${clock(rest, format.fraction)}` : day;
}

/** Days of the calendar from 1900 that were written before: a table holds few, many times. */
const dayTexts = new Map<number, string>();

function dayText(day: number, epoch: Epoch): string | undefined {
  if (epoch === 1900) {
    // Days of Excel's calendar that no other has: the one before the first, and 29 February of a year without one.
    if (day === 0) return "1900-01-00";
    if (day === 60) return "1900-02-29";
  }
  const known = dayTexts.get(day);
  if (known !== undefined && epoch === 1900) return known;
  const days = epoch === 1904 ? day - 24_107 : day < 60 ? day - 25_568 : day - 25_569;
  if (days > 2_932_896) return undefined;
  const text = new Date(days * DAY).toISOString().slice(0, 10);
  if (epoch === 1900 && dayTexts.size < 100_000) dayTexts.set(day, text);
  return text;
}

const two = (value: number): string => String(value).padStart(2, "0");

function clock(millis: number, fraction: boolean): string {
  const seconds = Math.floor(millis / 1000);
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return fraction ? `${text}.${String(millis % 1000).padStart(3, "0")}` : text;
}
