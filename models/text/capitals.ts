const word = /[\p{Script=Latin}\p{M}]+(?:['’][\p{Script=Latin}\p{M}]+)*/gu;
const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);
/** What a sentence or quotation begins after. */
const opening = /(?:^|[.!?…:;\n"“”‘(\[•*—–-])[^\S\n]*$/u;

/**
 * Which words in Latin script look like names: of those told of, whether they stand with a capital within sentences as often as in lower case anywhere. A
 * text most of whose words have capitals says nothing; a word that is never seen in lower case counts as a name.
 */
export class Capitals {
  readonly #capital = new Map<string, number>();
  readonly #lower = new Map<string, number>();

  add(text: string): void {
    const found = [...text.matchAll(word)];
    if (2 * found.filter(([token]) => isCapital(token)).length > found.length) return;
    for (const match of found) {
      const token = match[0].toLowerCase().replaceAll("’", "'");
      if (!isCapital(match[0])) this.#lower.set(token, (this.#lower.get(token) ?? 0) + 1);
      else if (!opening.test(text.slice(Math.max(0, match.index - 8), match.index)) && match.index > 0)
        this.#capital.set(token, (this.#capital.get(token) ?? 0) + 1);
    }
  }

  isName(token: string): boolean {
    return (this.#capital.get(token) ?? 0) >= (this.#lower.get(token) ?? 0);
  }
}
