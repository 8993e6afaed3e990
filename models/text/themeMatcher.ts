import {termOf, unhyphened, type TermWord} from "./termWords.ts";

/** A theme and its terms, ready to be looked for. */
export interface Terms {
  theme: string;
  terms: readonly string[];
}

/** The themes that a text speaks of, by its plain form and its tokens. */
export type Matcher = (plain: string, tokens: readonly string[]) => string[];

const han = /\p{Script=Han}/u;
/** Characters by which stems are found. */
const stemKeys = [1, 2, 3];

/** What must follow a first word for a theme to be named. */
interface Following {
  rest: readonly TermWord[];
  theme: string;
}

interface Index {
  /** By a first word, each as all the forms it may have. */
  words: Map<string, Following[]>;
  /** By the first characters of a stem, three at most. */
  stems: Map<string, (Following & {stem: string})[]>;
  /** Han by its first two characters. */
  han: Map<string, {term: string; theme: string}[]>;
}

const put = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
};

function indexOf(themes: readonly Terms[]): Index {
  const index: Index = {words: new Map(), stems: new Map(), han: new Map()};
  for (const {theme, terms} of themes) {
    for (const term of terms) {
      const read = termOf(term);
      if (!read) continue;
      if ("han" in read) {
        if ([...read.han].length > 1) put(index.han, read.han.slice(0, 2), {term: read.han, theme});
        else put(index.words, read.han, {rest: [], theme});
        continue;
      }
      const [first, ...rest] = read.words;
      if ("stem" in first!) put(index.stems, first.stem.slice(0, 3), {stem: first.stem, rest, theme});
      else for (const form of first!.forms) put(index.words, form, {rest, theme});
    }
  }
  return index;
}

const isWord = (word: TermWord, token: string): boolean =>
  "stem" in word ? token.startsWith(word.stem) : word.forms.has(token);

/** Looks for all terms of all themes at once; costs a few look-ups per word and one per Han character. */
export function matcherOf(themes: readonly Terms[]): Matcher {
  const {words, stems, han: inHan} = indexOf(themes);
  const order = new Map(themes.map(({theme}, i) => [theme, i]));
  return (plain, given) => {
    const found = new Set<string>();
    const tokens = unhyphened(given);
    const take = ({rest, theme}: Following, i: number) => {
      if (rest.every((word, k) => isWord(word, tokens[i + 1 + k] ?? ""))) found.add(theme);
    };
    tokens.forEach((token, i) => {
      words.get(token)?.forEach((following) => take(following, i));
      for (const length of stemKeys) {
        if (length > token.length) break;
        stems.get(token.slice(0, length))?.forEach((entry) => token.startsWith(entry.stem) && take(entry, i));
      }
    });
    if (han.test(plain)) {
      for (let i = 0; i + 1 < plain.length; i++) {
        inHan.get(plain.slice(i, i + 2))?.forEach(({term, theme}) => plain.startsWith(term, i) && found.add(theme));
      }
    }
    return [...found].sort((a, b) => order.get(a)! - order.get(b)!);
  };
}
