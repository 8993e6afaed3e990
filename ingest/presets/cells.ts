import {identifier} from "../codecs/codec.ts";

/** Snippets of SQL over the cells of a preset's columns, which are named as the preset names them. */

/** The first of some columns that is filled. */
export const firstOf = (...columns: string[]): string => `coalesce(${columns.map(identifier).join(", ")})`;

/** What some columns hold, with blanks between; null where all of them are empty. */
export const joined = (...columns: string[]): string =>
  `nullif(trim(concat_ws(' ', ${columns.map(identifier).join(", ")})), '')`;

/** The lines of an address, with commas between; null where all of them are empty. */
export const lines = (...columns: string[]): string => `nullif(concat_ws(', ', ${columns.map(bare).join(", ")}), '')`;

/** A cell without the apostrophe, tab or ="…" that protects it from spreadsheets; null where nothing is left. */
export const bare = (column: string): string => `nullif(trim(${identifier(column)}, ' ''"=' || chr(9)), '')`;
