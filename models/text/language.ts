export const languages = ["en", "zh", "mixed", "other", "none"] as const;
export type Language = (typeof languages)[number];

/** What a detector says of a text in Latin script: ISO 639-1 code, "" where it cannot tell. */
export type Detector = (text: string) => {language: string; isReliable: boolean};

/** Han characters that count as one word. */
const hanPerWord = 1.6;
/** Of its words, from which the lesser script makes a text mixed; a brand or a model number does not. */
const mixedShare = 0.2;
/** Words of English alone: two different ones say enough. */
const english = new Set(
  "the and this that with they very was it my you would from what which there when been were our it's don't".split(" ")
);
/** Letters from which the detector is asked; shorter texts in plain letters pass for English. */
const leastLetters = 20;

const isHan = /\p{Script=Han}/u;
const isKana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const isLatin = /\p{Script=Latin}/u;
const isLetter = /\p{L}/u;
const isForeign = /[^\p{ASCII}]/u;

type Script = "han" | "kana" | "latin" | "rest";

function scriptOf(character: string): Script | null {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return code >= 0x61 && code <= 0x7a ? "latin" : null;
  if ((code >= 0x4e00 && code <= 0x9fff) || isHan.test(character)) return "han";
  if (!isLetter.test(character)) return null;
  return isKana.test(character) ? "kana" : isLatin.test(character) ? "latin" : "rest";
}

/** How many letters of each script, and how many words in Latin script, a plain text has. */
function scripts(plain: string) {
  const counts = {han: 0, kana: 0, latin: 0, rest: 0, latinWords: 0};
  let before: Script | null = null;
  for (const character of plain) {
    const script: Script | null = character === "'" && before === "latin" ? "latin" : scriptOf(character);
    if (script && character !== "'") counts[script]++;
    if (script === "latin" && before !== "latin") counts.latinWords++;
    before = script;
  }
  return counts;
}

/**
 * The language of a plain text: zh or en by its script, mixed where Han and at least three Latin words both weigh, other for any other script and for
 * Latin texts that the detector takes for another language, none without a letter.
 */
export function languageOf(plain: string, detect: Detector): Language {
  const {han, kana, latin, rest, latinWords} = scripts(plain);
  const letters = han + kana + latin + rest;
  if (!letters) return "none";
  if (kana > 0.1 * letters || rest > 0.5 * letters) return "other";
  const hanWords = han / hanPerWord;
  const least = Math.min(hanWords, latinWords);
  if (hanWords > 1 && latinWords > 2 && least >= mixedShare * (hanWords + latinWords)) return "mixed";
  if (hanWords >= latinWords) return "zh";
  if (new Set(plain.split(/[^\p{L}']+/u).filter((word) => english.has(word))).size > 1) return "en";
  if (letters < leastLetters && !isForeign.test(plain.replace(/[^\p{L}]/gu, ""))) return "en";
  const {language, isReliable} = detect(plain);
  return isReliable && language && language !== "en" ? "other" : "en";
}
