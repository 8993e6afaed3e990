import type {Codec} from "./codec.ts";

// Trimming every cell costs more than reading it, so only cells that begin or end oddly are trimmed.
const ends = (x: string) => `suffix(${x}, ' ') or suffix(${x}, chr(9))`;
const armoured = (x: string) =>
  `${x} < '0' or ${x} between '=' and '>' or ${ends(x)} or suffix(${x}, '"') or suffix(${x}, '''')`;

/** Text for people: blanks around it do not count. */
export const textCodec: Codec = {
  type: "varchar",
  sql: (x) => `case when ${x} < '!' or ${ends(x)} then nullif(trim(${x}, ' ' || chr(9)), '') else ${x} end`,
  parse: (text) => text.replace(/^[ \t]+|[ \t]+$/g, "") || undefined,
  blank: true,
  expected: () => "a text"
};

/** A key: also without the apostrophe, tab, quote or =" that protects it from spreadsheets. */
export const keyCodec: Codec = {
  type: "varchar",
  sql: (x) =>
    `case when ${armoured(x)} then nullif(rtrim(ltrim(${x}, ' ''"=' || chr(9)), ' ''"' || chr(9)), '') else ${x} end`,
  parse: (text) => text.replace(/^[ '"=\t]+/, "").replace(/[ '"\t]+$/, "") || undefined,
  blank: true,
  expected: () => "a key"
};

const address = String.raw` *[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+ *`;

/** An e-mail address, in lower case. */
export const emailCodec: Codec = {
  type: "varchar",
  sql: (x) => `case when regexp_full_match(${x}, '${address}') then lower(trim(${x})) end`,
  parse: (text) => (new RegExp(`^${address}$`).test(text) ? text.replace(/^ +| +$/g, "").toLowerCase() : undefined),
  expected: () => "an e-mail address"
};
