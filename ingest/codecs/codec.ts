import type {SqlType} from "../../warehouse/columns.ts";

/** How one source writes its values. */
export interface Format {
  /** strptime patterns of instants and days, tried in order, then ISO 8601. */
  dates: readonly string[];
  /** IANA zone of instants without an offset. */
  zone: string;
  /** Decimal mark of numbers. */
  decimal: "." | ",";
}

/**
 * Text of an export cell → typed value, said twice: as DuckDB SQL, which judges every row inside the engine, and as TypeScript, which
 * zod uses. A property test holds both to one verdict.
 */
export interface Codec {
  type: SqlType;
  /** SQL of the typed value of the text `x` (not null, never empty); null where the text is no such value. */
  sql: (x: string, format: Format) => string;
  /** The same in TypeScript; undefined where the text is no such value. Instants are wall clock, before zones. */
  parse: (text: string, format: Format) => string | number | boolean | undefined;
  /** Texts that mean that nothing is there, instead of something wrong: blanks, a mask over personal data. Empty cells always do. */
  missing?: {sql: (x: string) => string; test: (text: string) => boolean};
  /** Whether every text that is not missing is a value. */
  takesAll?: true;
  /** What a valid text looks like, for messages. */
  expected: (format: Format) => string;
}

export const isoFormat: Format = {dates: [], zone: "UTC", decimal: "."};

/** A SQL text literal. */
export const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
/** A SQL identifier. */
export const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;
/** The path as the engine reads it: a pattern that matches this one file, whatever its name holds. */
export const exactly = (path: string): string => quote(path.replace(/[[*?]/g, "[$&]"));
