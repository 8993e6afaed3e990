import {twoSided} from "../statistics/experiments/shares.ts";
import {stratifiedDifference, type Stratum} from "../statistics/text/stratifiedDifference.ts";
import {z95 as z} from "../statistics/survival/distributions.ts";
import {holm} from "../statistics/survival/holm.ts";

/** Voices on either side of a comparison, at least. */
const least = 10;
/** Chance of any false alarm among all themes. */
const level = 0.05;

/** What is counted of one theme. A voice is a customer, or one text of people who are not known, however often. */
export interface ThemeCounts {
  /** Voices that name it in the last 90 days and in the 90 before, of so many, by where and to what question they spoke. */
  strata: readonly Stratum[];
  /** NPS answers with a text: those that name it and those that do not, and of each the detractors. */
  answers: readonly [naming: number, others: number];
  detractors: readonly [naming: number, others: number];
  /** Found in the same answers, and partly because detractors wrote them: that it goes with detraction cannot be tested on them. */
  isDiscovered: boolean;
}

export interface ThemeMeasures {
  detraction_log_odds: number | null;
  detraction_low: number | null;
  detraction_high: number | null;
  detraction_p_adjusted: number | null;
  is_detracting: boolean | null;
  change_share: number | null;
  change_low: number | null;
  change_high: number | null;
  is_emerging: boolean;
}

interface Tested {
  estimate: number;
  low: number;
  high: number;
  p: number;
}

/** ln odds ratio with half a case added to each cell (Haldane 1956, Anscombe 1956) and its 95 % interval (Woolf 1955). */
function detraction({answers, detractors}: ThemeCounts): Tested | null {
  if (Math.min(...answers) < least) return null;
  const cells = [detractors[0], answers[0] - detractors[0], detractors[1], answers[1] - detractors[1]].map(
    (n) => n + 0.5
  );
  const [a, b, c, d] = cells as [number, number, number, number];
  const estimate = Math.log((a * d) / (b * c));
  const error = Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
  return {estimate, low: estimate - z * error, high: estimate + z * error, p: twoSided(estimate / error)};
}

/** The change within the strata that spoke in both windows: another mix of surveys and tickets is no change of what is said. */
function change({strata}: ThemeCounts): Tested | null {
  const told = strata.filter(({now, before}) => now.n > 0 && before.n > 0);
  const sum = (of: (stratum: Stratum) => number) => told.reduce((total, stratum) => total + of(stratum), 0);
  if (
    Math.min(
      sum(({now}) => now.n),
      sum(({before}) => before.n)
    ) < least
  )
    return null;
  if (sum(({now, before}) => now.successes + before.successes) < least) return null;
  const tested = stratifiedDifference(told);
  return tested && {estimate: tested.difference, low: tested.low, high: tested.high, p: tested.pValue};
}

const comparableNow = ({strata}: ThemeCounts): number =>
  strata.reduce((total, {now, before}) => total + (before.n > 0 ? now.successes : 0), 0);

/** Two-sided p-values, adjusted by Holm for all tests that were made; null for those that were not. */
function adjustedOf(tests: readonly (Tested | null)[]): (number | null)[] {
  const made = tests.flatMap((test, i) => (test ? [{i, p: test.p}] : []));
  const adjusted = new Map(holm(made.map(({p}) => p)).map((p, k) => [made[k]!.i, p]));
  return tests.map((_, i) => adjusted.get(i) ?? null);
}

/**
 * Association with detraction and change of every theme. Marks stand only where the interval is clear of zero and the two-sided p-value, adjusted by
 * Holm for all themes that could be tested, is under 0.05; an emerging theme has ten comparable voices in the last 90 days at least. Null where too few
 * were asked or spoke; discovered themes have no test of detraction.
 */
export function themeMeasures(themes: readonly ThemeCounts[]): ThemeMeasures[] {
  const [odds, changes] = [themes.map(detraction), themes.map(change)];
  const ofOdds = adjustedOf(odds.map((test, i) => (themes[i]!.isDiscovered ? null : test)));
  const ofChanges = adjustedOf(changes);
  const isClear = (test: Tested | null | undefined, adjusted: number | null | undefined) =>
    !!test && test.low > 0 && adjusted !== null && adjusted !== undefined && adjusted < level;
  return themes.map((theme, i) => ({
    detraction_log_odds: odds[i]?.estimate ?? null,
    detraction_low: odds[i]?.low ?? null,
    detraction_high: odds[i]?.high ?? null,
    detraction_p_adjusted: ofOdds[i] ?? null,
    is_detracting: theme.isDiscovered ? null : isClear(odds[i], ofOdds[i]),
    change_share: changes[i]?.estimate ?? null,
    change_low: changes[i]?.low ?? null,
    change_high: changes[i]?.high ?? null,
    is_emerging: comparableNow(theme) >= least && isClear(changes[i], ofChanges[i])
  }));
}
