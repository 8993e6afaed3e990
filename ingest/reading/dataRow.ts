import {isoFormat} from "../codecs/codec.ts";
import {emailCodec} from "../codecs/text.ts";

type Sort = "blank" | "email" | "time" | "number" | "text";

const number = /^[-+(]?[£$€¥￥]?\s?-?(\d{1,3}([., ]\d{3})+|\d+)?([.,]\d+)?(e[-+]?\d+)?\s?[%€元)]?$/i;
const time =
  /^\d{4}([-/.年])\d{1,2}([-/.月])\d{1,2}日?([T\s].*)?$|^\d{1,2}([-/.])(\d{1,2}|[a-z]{3})\3\d{2,4}([T\s].*)?$/i;

/** A year or a small number can head a column: `2024`, `1`. */
const heading = /^((19|20)\d\d|\d{1,2})$/;

function sortOf(cell: string): Sort {
  const text = cell.trim();
  if (text === "") return "blank";
  if (emailCodec.parse(text, isoFormat) !== undefined) return "email";
  if (time.test(text) || /^\d{8}$/.test(text)) return "time";
  return /\d/.test(text) && number.test(text) ? "number" : "text";
}

/**
 * Whether the first row of a table is rather data than a header: half of it or more are numbers, times and e-mail addresses, or one is
 * an address, and the next rows are like it; or rows of any length follow, as in lists of what was bought together.
 */
export function looksLikeData(rows: string[][]): boolean {
  const [first = [], ...others] = rows;
  if (isRagged(rows)) return true;
  const sorts = first.map(sortOf);
  const cells = sorts.filter((sort) => sort !== "blank").length;
  const telling = sorts.filter((sort, i) => sort !== "blank" && sort !== "text" && !heading.test(first[i]!.trim()));
  if (telling.length === 0 || (telling.length < cells / 2 && !telling.includes("email"))) return false;
  const pairs = others.flatMap((row) => sorts.map((sort, i) => [sort, sortOf(row[i] ?? "")] as const));
  const known = pairs.filter(([a, b]) => a !== "blank" && b !== "blank");
  return known.filter(([a, b]) => a === b).length >= 0.7 * known.length;
}

/** Rows of many lengths, some longer and some shorter than the first: not only some with a delimiter too many in a text. */
function isRagged(rows: string[][]): boolean {
  const lengths = rows.map((row) => row.length);
  const share = (test: (length: number) => boolean) => lengths.filter(test).length / lengths.length;
  const first = lengths[0]!;
  return (
    new Set(lengths).size >= 4 && share((length) => length > first) >= 0.15 && share((length) => length < first) >= 0.15
  );
}
