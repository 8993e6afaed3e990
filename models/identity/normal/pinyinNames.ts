import {isFrequentSurnameInLetters} from "./chineseSurnames.ts";

const syllable =
  /^(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|er|i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ua|uo|uai|ui|uan|un|uang|ue)$/;

/** Whether the words of a given name are syllables of a Chinese one, by their sound and the family name beside them. */
export const isChineseGiven = (words: readonly string[], family: string): boolean =>
  words.length === 2 && words.every((word) => syllable.test(word)) && isFrequentSurnameInLetters(family);

/**
 * Given and family name of a Chinese name written in three syllables, or null where it is not one. The family name is the one at
 * either end that is a frequent surname; if both are, the last, as in western order.
 */
export function threeSyllables(words: readonly string[]): {given: string; family: string} | null {
  if (words.length !== 3) return null;
  const [first, second, third] = words as [string, string, string];
  if (isChineseGiven([first, second], third) && syllable.test(third)) return {given: first + second, family: third};
  if (isChineseGiven([second, third], first) && syllable.test(first)) return {given: second + third, family: first};
  return null;
}
