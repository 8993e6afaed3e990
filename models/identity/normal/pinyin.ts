import {pinyin} from "pinyin-pro";
import {hasHan} from "./han.ts";
import {latin} from "./latin.ts";
import {remembered} from "./remembered.ts";

const usual = {toneType: "none", type: "array", toneSandhi: false} as const;
function letters(syllables: readonly string[]): string {
  const word = latin(syllables.join("")).replace(/[^a-z0-9]/g, "");
  return /[a-z]/.test(word) ? word : "";
}

const nameLetters = remembered((text) => letters(hasHan(text) ? pinyin(text, usual) : [text]));
const surnameLetters = remembered((text) =>
  letters(hasHan(text) ? pinyin(text, {...usual, mode: "surname", surname: "head"}) : [text])
);

/** A given name in lower-case letters: simplified Han in pinyin without tones (ü as u), other scripts as they sound. */
export const givenInLetters = (text: string): string => nameLetters(text);

/** A family name in lower-case letters, Han as it is read in a surname: 单 is shan, 解 is xie. */
export const familyInLetters = (text: string): string => surnameLetters(text);
