import {identifier, quote} from "../codecs/codec.ts";

const sign = "[£$€¥￥]|[A-Z]{3}";
const pattern = String.raw`[\s']*[+-]?(?:(?:${sign}) ?)?[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?: ?(?:${sign}|元))?\s*`;

/**
 * A cell's amount as a number for sums, with a point as decimal mark: `￥1,234.50`, `10.00元`; null where it is none, so that what is
 * computed of it falls back on the cell, which is then judged as it is.
 */
export function amount(column: string): string {
  const cell = identifier(column);
  const bare = `regexp_replace(${cell}, '[^0-9.+-]', '', 'g')`;
  return `case when regexp_full_match(${cell}, ${quote(pattern)}) then try_cast(${bare} as double) end`;
}

/** A computed amount as the text of a cell, to as many decimals as amounts are kept with. */
export const written = (amount: string): string => `cast(round(${amount}, 4) as varchar)`;

/** The same, to the hundredth: where a part of an amount is computed that was once paid as such. */
export const writtenPaid = (amount: string): string => `cast(round(${amount}, 2) as varchar)`;
