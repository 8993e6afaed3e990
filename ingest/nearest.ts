import leven from "leven";

/** The nearest of some words, where one is near at all. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const [best] = words
    .map((other) => ({other, far: leven(word.toLowerCase(), other.toLowerCase())}))
    .sort((a, b) => a.far - b.far);
  return best && best.far <= Math.max(2, word.length / 3) ? best.other : undefined;
}
