import type {Locale} from "./format/locale.ts";

/** Too few customers to be published; nobody is not too few. */
export const isWithheld = (customers: number, minCell: number): boolean => customers > 0 && customers < minCell;

/**
 * Which parts of a published total are withheld: those with too few customers and, where that is one alone, the smallest other
 * part too, because the total less the rest would give it away.
 */
export function withheldParts(customers: readonly number[], minCell: number): boolean[] {
  const few = customers.map((n) => isWithheld(n, minCell));
  if (few.filter(Boolean).length !== 1) return few;
  const others = customers.flatMap((n, i) => (n > 0 && !few[i] ? [n] : []));
  const second = customers.findIndex((n, i) => n > 0 && !few[i] && n === Math.min(...others));
  return few.map((is, i) => is || i === second);
}

/**
 * Which parts are counted together so that none is too few: all small ones and, while they are too few together, the smallest others.
 *
 * The sum of the folded parts is the only thing that the published rest gives away.
 */
export function foldedParts(customers: readonly number[], minCell: number): boolean[] {
  const folded = customers.map((n) => isWithheld(n, minCell));
  const sum = () => customers.reduce((total, n, i) => total + (folded[i] ? n : 0), 0);
  const others = customers.map((n, i) => ({n, i})).filter(({n, i}) => n > 0 && !folded[i]);
  for (const {i} of others.toSorted((a, b) => a.n - b.n)) {
    if (!isWithheld(sum(), minCell)) break;
    folded[i] = true;
  }
  return folded;
}

/** The key to what is withheld. */
export const withheldWords = (minCell: number, {t}: Locale): string =>
  t(
    `withheld: fewer than ${minCell} customers, or it would give such a number away`,
    `不予显示：少于 ${minCell} 位客户，或可据此推算出这样的数`
  );
