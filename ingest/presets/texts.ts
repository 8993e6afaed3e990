import {quote} from "../codecs/codec.ts";

/** SQL of the minutes that a duration such as 102:15:30 (hours, minutes, seconds) lasts; null where the cell is no duration. */
export const minutesOf = (cell: string): string => {
  const part = (index: number) =>
    `cast(regexp_extract(${cell}, '^ *(\\d{1,6}):(\\d{2}):(\\d{2}) *$', ${index}) as double)`;
  const minutes = `${part(1)} * 60 + ${part(2)} + ${part(3)} / 60`;
  return `case when regexp_full_match(${cell}, ' *\\d{1,6}:\\d{2}:\\d{2} *') then round(${minutes}, 4) end`;
};

/** SQL of whether a cell is one of some words, in whatever case; never null. */
export const isOneOf = (cell: string, ...words: string[]): string =>
  `coalesce(lower(trim(${cell})) in (${words.map(quote).join(", ")}), false)`;
