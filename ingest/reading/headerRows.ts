const isBlank = (cell: string | undefined): boolean => (cell ?? "").trim() === "";

/** Number of rows of the header that begins a table: 3 in Qualtrics' exports, 2 in SurveyMonkey's, 1 in others. */
export function headerRows(rows: string[][]): number {
  const imports = rows.slice(1, 3).findIndex(isImportIds);
  if (imports >= 0) return imports + 2;
  return rows.length > 1 && isAnswerOptions(rows[0]!, rows[1]!) ? 2 : 1;
}

/** Qualtrics' last header row: `{"ImportId":"startDate","timeZone":"…"}`. */
function isImportIds(row: string[]): boolean {
  const cells = row.filter((cell) => !isBlank(cell));
  return cells.length > 0 && cells.every((cell) => /^\s*\{\s*"?ImportId"?\s*:/i.test(cell));
}

const anyAnswer = /^(open-ended response|response|开放式回复|开放式回答|回复|回答)$/i;

/**
 * SurveyMonkey's second header row: nothing under the columns that describe the response, then the answer that each column of a
 * question stands for. A question's name stands above its first column only.
 */
function isAnswerOptions(header: string[], row: string[]): boolean {
  const first = row.findIndex((cell) => !isBlank(cell));
  if (first < 2 || header.slice(0, first).some(isBlank)) return false;
  const continued = row.some((cell, i) => !isBlank(cell) && isBlank(header[i]));
  return continued || row.filter((cell) => !isBlank(cell)).some((cell) => anyAnswer.test(cell.trim()));
}
