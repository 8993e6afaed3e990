const filled = (row: string[]): string[] => row.filter((cell) => cell.trim() !== "");

/** Excel's own first line, which names the delimiter and may have been cut at it. */
const isSeparatorLine = (row: string[]): boolean => /^\ufeff?sep=.?$/i.test(row[0] ?? "") && filled(row).length <= 1;

/** Whether a row above a header that is known says something about the export: it fills at most half as many cells. */
export const isPreamble = (row: string[], header: string[]): boolean =>
  isSeparatorLine(row) || filled(row).length <= Math.max(1, filled(header).length / 2);

/**
 * Whether a row is a title or the like above a table: empty, one cell above a row of several, or a pair as `Exported: | 2026-01-01`
 * above a wide one.
 */
export function isTitle(row: string[], below: string[][]): boolean {
  const cells = filled(row);
  if (isSeparatorLine(row) || cells.length === 0) return true;
  const widest = Math.max(0, ...below.slice(0, 5).map((next) => filled(next).length));
  if (cells.length === 1) return row.length === 1 ? widest >= 2 : widest >= 3 && row[0]!.trim() !== "";
  return cells.length === 2 && widest >= 4 && /[:：]/.test(row[0]!);
}
