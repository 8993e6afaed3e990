import type {Known} from "./knownNames.ts";
import type {Span} from "./masks.ts";

const words = new Intl.Segmenter("zh", {granularity: "word"});
/** Characters on both sides of a given name that say whether it is a word there. */
const around = 4;
/** Characters of the longest name looked for, companies included. */
const longest = 24;
const titled = /^(?:先生|女士|小姐|太太|夫人|老师|总?经理|师傅|老板|主任|医生|教授|总(?![是共之而算会额价数量体结]))/;

/** Where known names in simplified Han stand: whole ones anywhere, given names where they are a word, family names before a title. */
export function hanNameSpans(flat: string, {han, given, families}: Known): Span[] {
  const spans: Span[] = [];
  const lengths = lengthsOf(han);
  for (let from = 0; from < flat.length; from++) {
    const length =
      lengths.find((length) => from + length <= flat.length && han.has(flat.slice(from, from + length))) ??
      (given.has(flat.slice(from, from + 2)) && isWord(flat, from, from + 2) ? 2 : undefined) ??
      [2, 1].find(
        (length) =>
          from + length < flat.length &&
          families.has(flat.slice(from, from + length)) &&
          titled.test(flat.slice(from + length, from + length + 3))
      );
    if (length === undefined) continue;
    spans.push({from, to: from + length, mask: "name"});
    from += length - 1;
  }
  return spans;
}

const known = new WeakMap<Set<string>, number[]>();
function lengthsOf(names: Set<string>): number[] {
  let lengths = known.get(names);
  if (!lengths) {
    lengths = [...new Set([...names].map((name) => name.length))]
      .filter((length) => length <= longest)
      .sort((a, b) => b - a);
    known.set(names, lengths);
  }
  return lengths;
}

/** Whether words begin and end at both places: 小明 is none in 小明白了. */
function isWord(flat: string, from: number, to: number): boolean {
  const start = Math.max(0, from - around);
  const ends = new Set([start]);
  for (const {index, segment} of words.segment(flat.slice(start, to + around)))
    ends.add(start + index + segment.length);
  return ends.has(from) && ends.has(to);
}
