/** Reasons that are told, at most. */
const most = 5;
/** A contribution below this, in log odds, is no reason: the odds rise by less than a tenth. */
const least = 0.1;

/**
 * What raises a row's log odds against the mean row learnt from: themes with what their features add together, the greatest first.
 *
 * `of` names the theme of each feature, in the features' order; parts and means are contributions in log odds.
 */
export function themeReasons<Theme extends string>(themes: readonly Theme[], of: readonly Theme[]) {
  const themeOf = of.map((theme) => themes.indexOf(theme));
  return (parts: Float64Array, means: readonly number[]): [Theme, number][] => {
    const sums = new Float64Array(themes.length);
    for (let f = 0; f < parts.length; f++) sums[themeOf[f]!]! += parts[f]! - means[f]!;
    return themes
      .flatMap((theme, t): [Theme, number][] =>
        sums[t]! >= least ? [[theme, Math.round(sums[t]! * 1000) / 1000]] : []
      )
      .sort(([, a], [, b]) => b - a)
      .slice(0, most);
  };
}
