import {quote, type Codec} from "./codec.ts";

/** The five answers of a Kano question, 1 to 5, as surveys word them; compared in lower case. */
const words: readonly (readonly string[])[] = [
  ["1", "i like it", "like", "i like it that way", "i enjoy it that way", "喜欢", "很喜欢", "我很喜欢"],
  [
    "2",
    "i expect it",
    "expect",
    "it must be that way",
    "must be",
    "i expect it to be that way",
    "理应如此",
    "理所当然",
    "它理应如此"
  ],
  ["3", "i am neutral", "neutral", "i don't care", "无所谓"],
  [
    "4",
    "i can live with it",
    "live with",
    "i can tolerate it",
    "tolerate",
    "i can live with it that way",
    "可以忍受",
    "能忍受",
    "勉强接受",
    "可以接受"
  ],
  ["5", "i dislike it", "dislike", "i dislike it that way", "不喜欢", "很不喜欢", "我很不喜欢"]
];

/** An answer to a Kano question: 1 (like) to 5 (dislike), or the usual words in English and Chinese. */
export const kanoCodec: Codec = {
  type: "integer",
  sql: (x) =>
    `case ${words.map((same, i) => `when lower(trim(${x})) in (${same.map(quote).join(", ")}) then ${i + 1}`).join(" ")} end`,
  parse: (text) => {
    const word = text.replace(/^ +| +$/g, "").toLowerCase();
    const at = words.findIndex((same) => same.includes(word));
    return at < 0 ? undefined : at + 1;
  },
  expected: () => "1 (like) to 5 (dislike), or its words"
};
