import type {Codec, Format} from "./codec.ts";

/** What the engine's own cast reads, which is the fast way: 12.50, .5, 1_000, 1e3. It takes "+ " and "0e " for 0, so signs and blanks go the slow way. */
const plain = String.raw`(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+)?`;
const sign = "[+-]?";
const before = String.raw`(?:(?:[A-Z]{3}|[£$€¥]) ?)?`;
const after = String.raw`(?: ?(?:[A-Z]{3}|[£$€¥元]))?`;

/** 1,234.50 with its currency sign or code: `£1,234.50`, `-$5`, `1 234,50 €`, `10.00元`. */
const dressed = ({decimal}: Format) => {
  const [group, point] = decimal === "." ? ["[, ]", String.raw`\.`] : [String.raw`[. ]`, ","];
  return String.raw` *${sign}${before}${sign}(?:\d{1,14}|\d{1,3}(?:${group}\d{3}){1,4})(?:${point}\d{1,12})?${after} *`;
};
const noise = ({decimal}: Format) => (decimal === "." ? "[^0-9.+-]" : "[^0-9,+-]");

const blankEnd = (x: string) => [32, 9, 10, 13].map((code) => `suffix(${x}, chr(${code}))`).join(" or ");

const sqlNumber = (x: string, format: Format, type: string) => {
  const bare = `regexp_replace(${x}, '${noise(format)}', '', 'g')`;
  const number = format.decimal === "." ? bare : `replace(${bare}, ',', '.')`;
  const slow = `case when regexp_full_match(${x}, '${dressed(format)}') then try_cast(${number} as ${type}) end`;
  if (format.decimal === ",") return slow;
  return `coalesce(case when ${x} >= '.' and not (${blankEnd(x)}) then try_cast(${x} as ${type}) end, ${slow})`;
};

const parseNumber = (text: string, format: Format): number | undefined => {
  const isPlain = format.decimal === "." && new RegExp(`^${plain}$`).test(text);
  if (!isPlain && !new RegExp(`^${dressed(format)}$`).test(text)) return undefined;
  const value = Number(
    isPlain ? text.replaceAll("_", "") : text.replace(new RegExp(noise(format), "g"), "").replace(",", ".")
  );
  return Number.isFinite(value) && Math.abs(value) < 1e14 ? value : undefined;
};

const example = ({decimal}: Format) => `1234${decimal}50`;

/** An amount or a quantity, exact to four decimals. */
export const decimalCodec: Codec = {
  type: "money",
  sql: (x, format) => sqlNumber(x, format, "DECIMAL(18, 4)"),
  parse: parseNumber,
  expected: (format) => `a number such as ${example(format)}`
};

/** A whole number. */
export const wholeCodec: Codec = {
  type: "bigint",
  sql: (x) =>
    `case when regexp_full_match(${x}, ' *[+-]?\\d{1,15}(\\.0{1,6})? *') then try_cast(trim(${x}) as BIGINT) end`,
  parse: (text) => (/^ *[+-]?\d{1,15}(\.0{1,6})? *$/.test(text) ? Number(text) : undefined),
  expected: () => "a whole number"
};
