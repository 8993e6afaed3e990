import type {Kind} from "../contracts/kinds.ts";

/** What one kind of rows in an export becomes: the keys of a source that say it. */
export interface PresetPart {
  kind: Kind;
  /** Field → the preset's name of a column. */
  map?: Record<string, string | string[]>;
  fixed?: Record<string, string | number | boolean>;
  /** Field → DuckDB SQL over the preset's names of the columns; all of them are there, empty where the file has none. */
  derive?: Record<string, string>;
  cancelled?: string;
  returned?: string;
  set_aside?: Record<string, string>;
  fill_down?: string[];
}

/** What a source adds to its preset where the export alone does not say it: which question is the score, for instance. */
export interface Suggestion {
  map?: Record<string, string>;
  fixed?: Record<string, string>;
  set_aside?: Record<string, string>;
}

/** A column of a file with some of its values, for suggestions. */
export interface SampleColumn {
  header: string;
  /** What the second header record says of it, where there is one: the question's text. */
  question?: string;
  values: string[];
}

/** A vendor's export: how it is recognised and what its rows become. */
export interface Preset {
  /** As the configuration names it: `shopify-orders`. */
  name: string;
  /** The system that makes it. */
  system: string;
  /** Where in the system it is made, as its menus say. */
  export: string;
  /** Whether its headers were seen in real files or the vendor's documents, or are put together from its interface. */
  evidence: "seen" | "documented" | "unverified";
  /** The preset's names of columns → other spellings. Case, blanks around, `（必填）` and ` [list]` never matter. */
  columns: Record<string, readonly string[]>;
  /** Columns without which a file is no such export. */
  needs: readonly string[];
  /** Spellings that only other exports have. */
  lacks?: readonly string[];
  /** How its files are written, where that cannot be found in the file. */
  dates?: string | string[];
  zone?: string;
  nulls?: string[];
  /** Sheets of a workbook, in order of preference. */
  sheet?: string;
  mode?: "append" | "snapshot";
  /** Sources that one file makes, by the end of their name; a single part is named after the source itself. */
  parts: Record<string, PresetPart>;
  suggest?: (columns: readonly SampleColumn[]) => Suggestion;
}

export const preset = (declared: Preset): Preset => declared;
