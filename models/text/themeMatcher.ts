/** A theme and its terms, ready to be looked for. */
export interface Terms {
  theme: string;
  terms: readonly string[];
}

/** The themes that a text speaks of, by its plain form and its tokens. */
export type Matcher = (plain: string, tokens: readonly string[]) => string[];

const han = /\p{Script=Han}/u;

/** A word with its usual English inflections. */
export function inflections(word: string): string[] {
  const forms = [word, `${word}s`, `${word}'s`];
  if (word.length < 4) return forms;
  forms.push(`${word}es`, `${word}ed`, `${word}d`, `${word}ing`);
  if (word.endsWith("e")) forms.push(`${word.slice(0, -1)}ing`);
  if (word.endsWith("y")) forms.push(`${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`);
  return forms;
}

/** The words of a term as tokens would have them. */
const wordsOf = (term: string): string[] =>
  term.toLowerCase().match(/[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{M}]+)*\*?/gu) ?? [];

interface Index {
  /** One word or character of its own. */
  words: Map<string, string[]>;
  /** Beginnings of words, by their first three letters. */
  stems: Map<string, {stem: string; theme: string}[]>;
  /** Further words by the first one, each as the forms it may have. */
  phrases: Map<string, {rest: ReadonlySet<string>[]; theme: string}[]>;
  /** Han by its first two characters. */
  han: Map<string, {term: string; theme: string}[]>;
}

const put = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
};

function indexOf(themes: readonly Terms[]): Index {
  const index: Index = {words: new Map(), stems: new Map(), phrases: new Map(), han: new Map()};
  for (const {theme, terms} of themes) {
    for (const term of terms) {
      const plain = term.normalize("NFKC").toLowerCase().trim();
      if (han.test(plain)) {
        if ([...plain].length > 1) put(index.han, plain.slice(0, 2), {term: plain, theme});
        else put(index.words, plain, theme);
        continue;
      }
      const [first, ...rest] = wordsOf(plain);
      if (first === undefined) continue;
      if (rest.length) {
        for (const form of inflections(first)) {
          put(index.phrases, form, {rest: rest.map((word) => new Set(inflections(word))), theme});
        }
      } else if (first.endsWith("*")) put(index.stems, first.slice(0, 3), {stem: first.slice(0, -1), theme});
      else for (const form of inflections(first)) put(index.words, form, theme);
    }
  }
  return index;
}

/** Looks for all terms of all themes at once; costs one look-up per word and per Han character. */
export function matcherOf(themes: readonly Terms[]): Matcher {
  const {words, stems, phrases, han: inHan} = indexOf(themes);
  const order = new Map(themes.map(({theme}, i) => [theme, i]));
  return (plain, tokens) => {
    const found = new Set<string>();
    tokens.forEach((token, i) => {
      words.get(token)?.forEach((theme) => found.add(theme));
      stems.get(token.slice(0, 3))?.forEach(({stem, theme}) => token.startsWith(stem) && found.add(theme));
      phrases.get(token)?.forEach(({rest, theme}) => {
        if (rest.every((forms, k) => forms.has(tokens[i + 1 + k] ?? ""))) found.add(theme);
      });
    });
    if (han.test(plain)) {
      for (let i = 0; i + 1 < plain.length; i++) {
        inHan.get(plain.slice(i, i + 2))?.forEach(({term, theme}) => plain.startsWith(term, i) && found.add(theme));
      }
    }
    return [...found].sort((a, b) => order.get(a)! - order.get(b)!);
  };
}
