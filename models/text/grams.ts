import type {Sparse} from "../statistics/text/sparse.ts";
import {isWordToken} from "./tokens.ts";

/** Columns that features are hashed to. */
export const gramColumns = 2 ** 20;

/** Least and greatest length of character grams: of Han over the whole text, of other scripts within a word and the blanks around it. */
const hanLengths = [1, 3] as const;
const wordLengths = [3, 5] as const;
const isHan = /\p{Script=Han}/u;

const step = (h: number, unit: number): number => Math.imul(h ^ unit, 0x01000193);

function column(h: number): number {
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) & (gramColumns - 1);
}

/** FNV-1a over UTF-16 units, mixed at the end; each kind of feature has a start of its own. */
const basis = (kind: number): number => 0x811c9dc5 ^ kind;

function hashed(text: string, h: number): number {
  for (let i = 0; i < text.length; i++) h = step(h, text.charCodeAt(i));
  return h;
}

/** Puts the columns of all grams of these lengths into `found`. */
function gather(text: string, [least, most]: readonly [number, number], found: number[]): void {
  for (let from = 0; from + least <= text.length; from++) {
    const end = Math.min(text.length, from + most);
    let h = basis(1);
    for (let i = from; i < end; i++) {
      h = step(h, text.charCodeAt(i));
      if (i - from + 1 >= least) found.push(column(h));
    }
  }
}

/** The columns of one text's features, each as often as it occurs: characters and marks in grams, words and pairs of words. */
function featuresOf(tokens: readonly string[]): Int32Array {
  const found: number[] = [];
  if (tokens.some((token) => isHan.test(token))) gather(tokens.join(""), hanLengths, found);
  else for (const token of tokens) if (isWordToken(token)) gather(` ${token} `, wordLengths, found);
  tokens.forEach((token, i) => {
    found.push(column(hashed(token, basis(2))));
    if (i) found.push(column(hashed(token, step(hashed(tokens[i - 1]!, basis(3)), 32))));
  });
  return Int32Array.from(found).sort();
}

/** Texts, each as its tokens, as rows of counts by hashed feature. */
export function gramsOf(texts: readonly (readonly string[])[]): Sparse {
  const starts = new Int32Array(texts.length + 1);
  let [columns, values] = [new Int32Array(1 << 16), new Float32Array(1 << 16)];
  let next = 0;
  texts.forEach((tokens, row) => {
    const sorted = featuresOf(tokens);
    if (next + sorted.length > columns.length) {
      const size = 2 * (next + sorted.length);
      const [more, moreValues] = [new Int32Array(size), new Float32Array(size)];
      more.set(columns);
      moreValues.set(values);
      [columns, values] = [more, moreValues];
    }
    for (let i = 0; i < sorted.length; i++) {
      if (i && sorted[i] === sorted[i - 1]) values[next - 1]!++;
      else {
        columns[next] = sorted[i]!;
        values[next++] = 1;
      }
    }
    starts[row + 1] = next;
  });
  return {rows: texts.length, starts, columns: columns.subarray(0, next), values: values.subarray(0, next)};
}
