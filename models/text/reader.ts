import type {Language} from "./language.ts";
import {languageOf} from "./language.ts";
import {plainText, sameText} from "./plainText.ts";
import {tokensOf} from "./tokens.ts";

/** A text read once: what it is compared by, its language and its tokens. */
export interface ReadText {
  plain: string;
  /** Equal for texts that say the same to people. */
  same: string;
  language: Language;
  /** Words, numbers and marks in their order. */
  tokens: string[];
}

/** Loads jieba with its dictionary. */
export async function openJieba() {
  const [{Jieba}, {dict}] = await Promise.all([import("@node-rs/jieba"), import("@node-rs/jieba/dict.js")]);
  return Jieba.withDict(dict);
}

/** Reads texts. Dictionaries of the libraries are loaded on the first call: half a second and about 150 MB. */
export async function openReader(): Promise<(text: string) => ReadText> {
  const [{eld}, jieba] = await Promise.all([import("eld/medium"), openJieba()]);
  const latin = (text: string) => {
    const told = eld.detect(text);
    return {language: told.language, isReliable: told.isReliable()};
  };
  return (text) => {
    const plain = plainText(text);
    return {
      plain,
      same: sameText(plain),
      language: languageOf(plain, latin),
      tokens: tokensOf(plain, (run) => jieba.cut(run, true))
    };
  };
}
