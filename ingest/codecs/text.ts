import type {Codec} from "./codec.ts";

// Trimming every cell costs more than reading it, so only cells that begin or end oddly are trimmed.
const ends = (x: string) => `suffix(${x}, ' ') or suffix(${x}, chr(9))`;
const armoured = (x: string) =>
  `${x} < '0' or ${x} between '=' and '>' or ${ends(x)} or suffix(${x}, '"') or suffix(${x}, '''')`;

const trimmed = (x: string) =>
  `case when ${x} < '!' or ${ends(x)} then nullif(trim(${x}, ' ' || chr(9)), '') else ${x} end`;
const trim = (text: string) => text.replace(/^[ \t]+|[ \t]+$/g, "");

const bare = (x: string) =>
  `case when ${armoured(x)} then nullif(rtrim(ltrim(${x}, ' ''"=' || chr(9)), ' ''"' || chr(9)), '') else ${x} end`;
const strip = (text: string) => text.replace(/^[ '"=\t]+/, "").replace(/[ '"\t]+$/, "");

/** Platforms mask personal data as `138****1234`, `##密文`, `$$密文`; two stars in a key are no key. */
const masked = (x: string, stars: string) =>
  `(contains(${x}, '${stars}') or ${x} < '0' and (starts_with(${x}, '##') or starts_with(${x}, '$$')))`;
const isMasked = (text: string, stars: string) => text.includes(stars) || /^(##|\$\$)/.test(text);

/** Text for people: blanks around it do not count. */
export const textCodec: Codec = {
  type: "varchar",
  sql: trimmed,
  parse: (text) => trim(text) || undefined,
  missing: {sql: (x) => `(${trimmed(x)}) is null`, test: (text) => trim(text) === ""},
  takesAll: true,
  expected: () => "a text"
};

const shortened = String.raw`\d(?:\.\d+)?E\+\d+`;

/**
 * A key: also without the apostrophe, tab, quote or =" that protects it from spreadsheets. One that a spreadsheet has shortened
 * to `6.91714E+17` has lost its last digits and is none.
 */
export const keyCodec: Codec = {
  type: "varchar",
  sql: (x) =>
    `case when ${x} < '>' and contains(${x}, 'E+') and regexp_full_match(${bare(x)}, '${shortened}') then null else ${bare(x)} end`,
  parse: (text) => {
    const key = strip(text);
    return key === "" || new RegExp(`^${shortened}$`).test(key) ? undefined : key;
  },
  missing: {sql: (x) => `(${bare(x)}) is null`, test: (text) => strip(text) === ""},
  expected: () => "a key: a spreadsheet has rounded it; export again with keys as text"
};

/** The key of a person, which platforms mask; masked, it is missing. */
export const personKeyCodec: Codec = {
  ...keyCodec,
  sql: (x, format) => `case when not ${masked(x, "**")} then ${keyCodec.sql(x, format)} end`,
  parse: (text, format) => (isMasked(text, "**") ? undefined : keyCodec.parse(text, format)),
  missing: {
    sql: (x) => `(${masked(x, "**")} or (${bare(x)}) is null)`,
    test: (text) => isMasked(text, "**") || strip(text) === ""
  }
};

/** A name or number of a person: one star is a mask already, as in 张*. */
export const personalCodec: Codec = {
  type: "varchar",
  sql: (x) => `case when not ${masked(x, "*")} then ${bare(x)} end`,
  parse: (text) => (isMasked(text, "*") ? undefined : strip(text) || undefined),
  missing: {
    sql: (x) => `(${masked(x, "*")} or (${bare(x)}) is null)`,
    test: (text) => isMasked(text, "*") || strip(text) === ""
  },
  takesAll: true,
  expected: () => "a name or number"
};

const address = String.raw` *[^@\s,;*]+@[^@\s,;*]+\.[^@\s,;*]+ *`;

/** An e-mail address, in lower case; a masked one is missing. */
export const emailCodec: Codec = {
  type: "varchar",
  sql: (x) => `case when regexp_full_match(${x}, '${address}') then lower(trim(${x})) end`,
  parse: (text) => (new RegExp(`^${address}$`).test(text) ? text.replace(/^ +| +$/g, "").toLowerCase() : undefined),
  missing: {sql: (x) => masked(x, "*"), test: (text) => isMasked(text, "*")},
  expected: () => "an e-mail address"
};

/**
 * What a record of a person says is their e-mail, as written, in lower case: a typing slip must not lose the customer, and identity
 * resolution reads what is an address. Masked, it is missing.
 */
export const writtenEmailCodec: Codec = {
  type: "varchar",
  sql: (x) => `case when not ${masked(x, "*")} then lower(${trimmed(x)}) end`,
  parse: (text) => (isMasked(text, "*") ? undefined : trim(text).toLowerCase() || undefined),
  missing: {
    sql: (x) => `(${masked(x, "*")} or (${trimmed(x)}) is null)`,
    test: (text) => isMasked(text, "*") || trim(text) === ""
  },
  takesAll: true,
  expected: () => "an e-mail address"
};

/** An ISO currency code; payment systems write it in lower case. */
export const currencyCodec: Codec = {
  type: "varchar",
  sql: (x) => `upper(${trimmed(x)})`,
  parse: (text) => trim(text).toUpperCase() || undefined,
  missing: textCodec.missing,
  takesAll: true,
  expected: () => "a currency code such as GBP"
};
