/** A value of a CSV file: plain numbers, ISO dates, text. */
export type CsvValue = string | number | bigint | boolean | Date | null | undefined;

/** A cell by RFC 4180. Text that a spreadsheet would run as a formula gets an apostrophe; numbers stay numbers. */
function cell(value: CsvValue): string {
  if (value == null) return "";
  if (value instanceof Date) return value.toISOString();
  const text = String(value);
  const risky = typeof value === "string" && /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text);
  const safe = risky ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of a CSV file, without its end. */
export const csvLine = (values: readonly CsvValue[]): string => values.map(cell).join(",");

/** A CSV file: UTF-8 with a byte order mark, CRLF, one header line. */
export const csv = (columns: readonly string[], rows: Iterable<readonly CsvValue[]>): string =>
  "\ufeff" + [columns, ...rows].map((row) => `${csvLine(row)}\r\n`).join("");

/** The name of a take-away: perennial-churn-2026-06-24.csv. */
export const csvName = (subject: string, asOf: string): string => `perennial-${subject}-${asOf.slice(0, 10)}.csv`;
