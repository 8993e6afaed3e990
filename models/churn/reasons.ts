import {catalogue, themes, type Theme} from "./catalogue.ts";

/** Reasons that are told of a customer, at most. */
const most = 5;
/** A contribution below this, in log odds, is no reason: the odds rise by less than a tenth. */
const least = 0.1;

const themeOf = catalogue.map(({theme}) => themes.indexOf(theme));

/** What raises a row's risk against the base: themes with what their features add together in log odds, the greatest first. */
export function reasonsOf(parts: Float64Array, means: readonly number[]): [Theme, number][] {
  const sums = new Float64Array(themes.length);
  for (let f = 0; f < parts.length; f++) sums[themeOf[f]!]! += parts[f]! - means[f]!;
  return themes
    .flatMap((theme, t): [Theme, number][] => (sums[t]! >= least ? [[theme, Math.round(sums[t]! * 1000) / 1000]] : []))
    .sort(([, a], [, b]) => b - a)
    .slice(0, most);
}
