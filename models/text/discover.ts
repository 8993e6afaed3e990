import {logOddsDirichlet} from "../statistics/text/logOddsDirichlet.ts";
import {isContentWord} from "./contentWords.ts";

/** A text to find themes in. */
export interface Read {
  /** Tokens that may be shown: none that a mask hides. */
  tokens: readonly string[];
  /** The taxonomy knows what it speaks of. */
  isCovered: boolean;
  isNegative: boolean;
}

/** A theme that no taxonomy names: words that go together, the one said most first. */
export interface Discovered {
  terms: string[];
  /** Texts that hold one of them. */
  texts: number;
}

/** Texts that must hold a word: at least so many, and at least this share of all. */
const leastTexts = 15;
const leastShare = 0.003;
/** Said in more than this share of all texts, a word is what the company is about, no theme. */
const mostShare = 0.1;
/** z from which on a word is said more where the taxonomy is silent, or by the unhappy. */
const leastZ = 3.29;
/** Sum of the prior's counts. */
const priorStrength = 1000;
/** Candidates that are looked at, themes that are kept, terms of one. */
const mostCandidates = 150;
const mostThemes = 12;
const mostTerms = 6;
/** Of the texts of the rarer of two words, the share that hold both, from which on they are one theme, if they do so several times as often as by chance. */
const together = 0.35;
const leastLift = 4;

const isHan = (token: string): boolean => /\p{Script=Han}/u.test(token);

/** The words and pairs of neighbouring words of a text that could name a theme, each once. */
export function termsOf(tokens: readonly string[]): Set<string> {
  const terms = new Set<string>();
  tokens.forEach((token, i) => {
    if (!isContentWord(token)) return;
    terms.add(token);
    const next = tokens[i + 1];
    if (next !== undefined && isContentWord(next) && next !== token)
      terms.add(isHan(token) ? token + next : `${token} ${next}`);
  });
  return terms;
}

/** Of a term: texts that hold it where the taxonomy is silent and where it is not, and of all of them the unfriendly ones and the others. */
type Count = [open: number, covered: number, negative: number, others: number];

/**
 * Themes that nobody named: words and pairs of words that texts without a known theme, or negative texts, hold more than the others (log odds with a
 * Dirichlet prior), those that go together as one. The same texts give the same themes in any order. Of a text its terms are kept, as numbers.
 */
export class ThemeSearch {
  readonly #numbers = new Map<string, number>();
  readonly #counts: Count[] = [];
  readonly #texts: Int32Array[] = [];

  add({tokens, isCovered, isNegative}: Read): void {
    const terms = Int32Array.from(termsOf(tokens), (term) => this.#numberOf(term));
    for (const term of terms) {
      const count = this.#counts[term]!;
      count[isCovered ? 1 : 0]++;
      count[isNegative ? 2 : 3]++;
    }
    this.#texts.push(terms);
  }

  /** The themes; `isTheme` says which terms may name one. */
  found(isTheme: (term: string) => boolean): Discovered[] {
    const all = this.#texts.length;
    const least = Math.max(leastTexts, leastShare * all);
    const vocabulary = [...this.#numbers].sort(([a], [b]) => (a < b ? -1 : 1));
    const column = (k: number) => vocabulary.map(([, number]) => this.#counts[number]![k]!);
    const open = logOddsDirichlet(column(0), column(1), priorStrength);
    const negative = logOddsDirichlet(column(2), column(3), priorStrength);
    const candidates = vocabulary
      .map(([term, number], w): Candidate => {
        const [uncovered, covered] = this.#counts[number]!;
        return {term, number, texts: uncovered + covered, z: Math.max(open[w]!, negative[w]!)};
      })
      .filter(({term, texts, z}) => texts >= least && texts <= mostShare * all && z >= leastZ && isTheme(term))
      .sort((a, b) => b.z - a.z || (a.term < b.term ? -1 : 1))
      .slice(0, mostCandidates);
    return merged(candidates, this.#texts);
  }

  #numberOf(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    this.#numbers.set(term, this.#counts.length);
    return this.#counts.push([0, 0, 0, 0]) - 1;
  }
}

/** The themes of texts that are at hand. */
export function discover(texts: Iterable<Read>, isTheme: (term: string) => boolean): Discovered[] {
  const search = new ThemeSearch();
  for (const text of texts) search.add(text);
  return search.found(isTheme);
}

interface Candidate {
  term: string;
  number: number;
  texts: number;
  z: number;
}

/** Candidates that go together as one theme, the most frequent first. */
function merged(candidates: readonly Candidate[], read: readonly Int32Array[]): Discovered[] {
  const place = new Map(candidates.map(({number}, i) => [number, i]));
  const n = candidates.length;
  const both = new Int32Array(n * n);
  const held: number[][] = [];
  for (const terms of read) {
    const found = [...terms].flatMap((term) => place.get(term) ?? []);
    if (!found.length) continue;
    held.push(found);
    for (const a of found) for (const b of found) both[a * n + b]!++;
  }
  const order = candidates.map((_, i) => i).sort((a, b) => candidates[b]!.texts - candidates[a]!.texts || a - b);
  const groups: number[][] = [];
  for (const i of order) {
    const group = groups.find(([j]) => {
      const [a, b, ab] = [candidates[i]!.texts, candidates[j!]!.texts, both[i * n + j!]!];
      return ab >= together * Math.min(a, b) && ab * read.length >= leastLift * a * b;
    });
    if (!group) groups.push([i]);
    else if (group.length < mostTerms) group.push(i);
  }
  return groups
    .map((group) => {
      const members = new Set(group);
      return {
        terms: readable(group.map((i) => candidates[i]!.term)),
        texts: held.filter((found) => found.some((i) => members.has(i))).length,
        z: Math.max(...group.map((i) => candidates[i]!.z))
      };
    })
    .sort((a, b) => b.z * Math.sqrt(b.texts) - a.z * Math.sqrt(a.texts) || (a.terms[0]! < b.terms[0]! ? -1 : 1))
    .slice(0, mostThemes)
    .map(({terms, texts}) => ({terms, texts}));
}

/** Terms for people: a word that only repeats a part of a phrase beside it comes after. */
function readable(terms: string[]): string[] {
  const isPart = (term: string) => terms.some((other) => other !== term && other.includes(term));
  return [...terms.filter((term) => !isPart(term)), ...terms.filter(isPart)];
}
