import {CHINESE} from "../../../data/generator/chinesePhrases.ts";
import {ENGLISH} from "../../../data/generator/englishPhrases.ts";
import {random} from "../../../models/statistics/learning/random.ts";

const sizes = {words: 40_000, han: 30_000};

/** Invented words, as many as people use, the first of them most. */
function vocabularyOf(next: () => number) {
  const syllables = "ba ke ti mo ru sel dan por vi lu cha nor gri fen tal".split(" ");
  const word = () =>
    Array.from({length: 2 + Math.floor(3 * next())}, () => syllables[Math.floor(syllables.length * next())]!).join("");
  const han = () => Array.from({length: 2}, () => String.fromCharCode(0x4e00 + Math.floor(3500 * next()))).join("");
  return {words: Array.from({length: sizes.words}, word), han: Array.from({length: sizes.han}, han)};
}

export interface Drawn {
  text: string;
  isNegative: boolean;
}

/** So many different texts from a seed, two thirds in English, one third in Chinese: sentences of the sample company among invented words. */
export function* drawTexts(count: number, seed: number): Generator<Drawn> {
  const next = random(seed);
  const {words, han} = vocabularyOf(next);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(all.length * next())]!;
  const rare = <T>(all: readonly T[]): T => all[Math.floor(all.length ** next())]!;
  for (let i = 0; i < count; i++) {
    const isChinese = next() < 1 / 3;
    const isNegative = next() < 0.35;
    const phrases = isChinese ? CHINESE : ENGLISH;
    const themes = Object.values(isNegative ? phrases.bad : phrases.good);
    const parts: string[] = [];
    const sentences = 1 + Math.floor(-Math.log(1 - next()) * 1.5);
    for (let s = 0; s < Math.min(8, sentences); s++) {
      parts.push(pick(pick(themes)).replace(/\{\w+\}/g, () => (isChinese ? rare(han) : rare(words))));
      const said = Array.from({length: Math.floor(6 * next())}, () => (isChinese ? rare(han) : rare(words)));
      if (said.length) parts.push(isChinese ? `${said.join("")}。` : `${said.join(" ")}.`);
    }
    if (next() < 0.05) parts.push(isChinese ? "请打555-0142联系我。" : "Call 07700 900142 please.");
    yield {text: parts.join(isChinese ? "" : " "), isNegative};
  }
}
