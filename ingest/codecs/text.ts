import {type Codec} from "./codec.ts";

// Trimming every cell costs more than reading it, so only cells that begin or end with a blank or armour are trimmed.
const edge = (x: string, codes: string) => `ascii(${x}) in (${codes}) or suffix(${x}, ' ') or suffix(${x}, chr(9))`;

/** Text for people: blanks around it do not count. */
export const textCodec: Codec = {
  type: "varchar",
  sql: (x) => `case when ${edge(x, "9, 32")} then nullif(trim(${x}, ' ' || chr(9)), '') else ${x} end`,
  parse: (text) => text.replace(/^[ \t]+|[ \t]+$/g, "") || undefined,
  expected: () => "a text"
};

/** A key: also without the apostrophe, tab or ="…" that protects it from spreadsheets. */
export const keyCodec: Codec = {
  type: "varchar",
  sql: (x) =>
    `case when ${edge(x, "9, 32, 34, 39, 61")} or suffix(${x}, '"') then nullif(trim(${x}, ' ' || chr(9) || '''="'), '') else ${x} end`,
  parse: (text) => {
    if (!/^[\t "'=]|[ \t"]$/.test(text)) return text;
    return text.replace(/^[ \t'="]+|[ \t'="]+$/g, "") || undefined;
  },
  expected: () => "a key"
};

/** An e-mail address, in lower case. */
export const emailCodec: Codec = {
  type: "varchar",
  sql: (x) => `case when regexp_full_match(${x}, ${pattern}) then lower(trim(${x})) end`,
  parse: (text) => (/^ *[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+ *$/.test(text) ? text.trim().toLowerCase() : undefined),
  expected: () => "an e-mail address"
};
const pattern = String.raw`' *[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+ *'`;
