/** Han in one run, a word or number of any other script, or one mark. */
const run =
  /[\p{Script=Han}々〇]+|(?:(?![\p{Script=Han}々〇])[\p{L}\p{N}\p{M}])+(?:'(?:(?!\p{Script=Han})[\p{L}\p{M}])+)*|[^\s\p{L}\p{N}\p{M}]/gu;
const isHan = /^[\p{Script=Han}々〇]/u;
const isWord = /[\p{L}\p{N}]/u;

/** Words, numbers and marks of a plain text in their order; `cut` parts a run of Han into words. */
export function tokensOf(plain: string, cut: (run: string) => string[]): string[] {
  const tokens: string[] = [];
  for (const part of plain.match(run) ?? []) {
    if (isHan.test(part) && part.length > 1) tokens.push(...cut(part));
    else tokens.push(part);
  }
  return tokens;
}

/** Not a mark. */
export const isWordToken = (token: string): boolean => isWord.test(token);
