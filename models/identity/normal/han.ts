import {Converter} from "opencc-js/t2cn";

let convert: ReturnType<typeof Converter> | undefined;
const han = /\p{Script=Han}/u;
const allHan = /^\p{Script=Han}+$/u;
const everyHan = /\p{Script=Han}/gu;

/**
 * Simplified form of every Han character met so far; at most as many as Unicode has. 乾 stays: OpenCC makes it 干, but in names it
 * is mostly the qián of people who write simplified.
 */
const known = new Map<string, string>([["乾", "乾"]]);

function simple(character: string): string {
  let found = known.get(character);
  if (found === undefined) {
    convert ??= Converter({from: "hk", to: "cn"});
    found = convert(convert(character));
    known.set(character, found);
  }
  return found;
}

/** Whether a text has a Han character. */
export const hasHan = (text: string): boolean => han.test(text);

/** Whether a text is Han characters only, at least one. */
export const isHan = (text: string): boolean => allHan.test(text);

/** A text with its traditional Chinese characters in simplified form (OpenCC's table, a character at a time): 陳 as 陈. */
export const simplified = (text: string): string => (han.test(text) ? text.replace(everyHan, simple) : text);
