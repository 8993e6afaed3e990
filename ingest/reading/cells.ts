import {dsvFormat} from "d3";

/** The cells of one record. */
export const cells = (text: string, delimiter: string): string[] =>
  delimiter === "whitespace" ? text.trim().split(/\s+/) : (dsvFormat(delimiter).parseRows(text)[0] ?? [""]);
