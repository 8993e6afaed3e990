import {quote, type Codec} from "./codec.ts";

const truthy = ["true", "yes", "y", "1", "t", "是"];
const falsy = ["false", "no", "n", "0", "f", "否"];
const list = (words: string[]) => words.map(quote).join(", ");

/** Yes or no, in the spellings that exports use. */
export const flagCodec: Codec = {
  type: "boolean",
  sql: (x) =>
    `case when lower(trim(${x})) in (${list(truthy)}) then true when lower(trim(${x})) in (${list(falsy)}) then false end`,
  parse: (text) => {
    const word = text.replace(/^ +| +$/g, "").toLowerCase();
    return truthy.includes(word) ? true : falsy.includes(word) ? false : undefined;
  },
  expected: () => "yes or no"
};
