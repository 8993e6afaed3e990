import {spansOf, type Span} from "./masks.ts";

/** Ends of hosts that are believed also where blanks or words stand around. */
const endings =
  "com|net|org|info|biz|edu|gov|io|co|cn|uk|de|fr|hk|tw|eu|us|me|cc|ru|jp|it|es|nl|pl|ch|at|be|se|ca|au|in";
const word = String.raw`[\p{Script=Latin}\d][\p{Script=Latin}\d._%+'-]{0,63}`;
const other = String.raw`[\p{Script=Cyrillic}\p{Script=Greek}\d][\p{Script=Cyrillic}\p{Script=Greek}\d._-]{0,63}|\p{Script=Han}{1,4}`;
const label = String.raw`(?:[\p{Script=Latin}\d-]{1,63}|[\p{Script=Cyrillic}\p{Script=Greek}\d-]{1,63}|\p{Script=Han}{1,8})`;
const dot = String.raw`(?:[.。点]| dot | ?[([{<] ?dot ?[)\]}>] ?)`;
const strict = new RegExp(
  String.raw`(?:${word}|${other})@(?:${label}${dot}){1,6}(?:\p{Script=Latin}{2,24}|[\p{Script=Cyrillic}\p{Script=Greek}]{2,24}|中国|公司|网络|香港|台湾)`,
  "giu"
);
/** With blanks around the sign and the dots: "ann.lee @ example. com". */
const spaced = new RegExp(
  String.raw`(?:${word}) {0,2}@ {0,2}[\p{Script=Latin}\d-]{1,63}(?: ?\. ?[\p{Script=Latin}\d-]{1,63}){0,4}? ?\. ?(?:${endings})(?![\p{Script=Latin}\d])`,
  "giu"
);
/** In words: "ann dot lee (at) example dot com", with a dot as such only after a sign in brackets. */
const at = String.raw`(?: ?[([{<] ?at ?[)\]}>] ?| at |_at_| ?(?:艾特|圈a) ?)`;
const wordedDot = String.raw`(?: ?[([{<] ?dot ?[)\]}>] ?| dot |_dot_| ?点 ?)`;
const unit = String.raw`[\p{Script=Latin}\d](?:[\p{Script=Latin}\d-]|_(?!at_|dot_)){0,63}`;
const local = String.raw`${unit}(?:(?:\.|${wordedDot})${unit}){0,4}`;
const worded = new RegExp(
  String.raw`(?:(?<first>${unit}) )?${local}${at}${unit}(?:(?:\.|${wordedDot})${unit}){0,4}?${wordedDot}(?:${endings})(?![\p{Script=Latin}])`,
  "giu"
);
const bracketed = new RegExp(
  String.raw`${local}(?: ?[([{<] ?at ?[)\]}>] ?| ?艾特 ?)${unit}(?:\.${unit}){0,4}?\.(?:${endings})(?![\p{Script=Latin}])`,
  "giu"
);
const isWorded = /[([{<] ?at ?[)\]}>]| at |_at_|艾特|圈a/i;
/** Words before an address in words that do not belong to it. */
const before =
  /^(?:or|and|at|to|me|is|my|our|the|on|by|via|mail|e-mail|email|address|contact|reach|write|send|under|using|with|from|through|it|in)$/i;

/** E-mail addresses, also those with blanks and in words. */
export const emailSpans = (flat: string): Span[] => [
  ...(flat.includes("@") ? [strict, spaced].flatMap((pattern) => spansOf(flat, pattern, "email")) : []),
  ...(isWorded.test(flat) ? [...wordedSpans(flat), ...spansOf(flat, bracketed, "email")] : [])
];

/** What people do at a site that has its name in words: "look at example dot com". */
const done =
  /^(?:(?:look(?:ed)?|work|buy|bought|shop(?:ped)?|order(?:ed)?|f[io]und|see|seen|back|here|it|them|is|was|not|price|prices) at )/i;

const wordedSpans = (flat: string): Span[] =>
  [...flat.matchAll(worded)].flatMap(({0: found, index, groups}): Span[] => {
    const first = groups?.first;
    const from = index + (first !== undefined && before.test(first) ? first.length + 1 : 0);
    const to = index + found.length;
    return done.test(flat.slice(from, to)) ? [] : [{from, to, mask: "email"}];
  });
