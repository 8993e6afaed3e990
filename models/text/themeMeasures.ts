import {differenceOfShares, twoSided} from "../statistics/experiments/shares.ts";
import {z95 as z} from "../statistics/survival/distributions.ts";
import {holm} from "../statistics/survival/holm.ts";

/** Voices on either side of a comparison, at least. */
const least = 10;
/** Chance of any false alarm among all themes. */
const level = 0.05;

/** What is counted of one theme. A voice is a customer, or one text of people who are not known, however often. */
export interface ThemeCounts {
  /** Voices that name it in the last 90 days and in the 90 before, of so many. */
  voices: readonly [now: number, before: number];
  all: readonly [now: number, before: number];
  /** NPS answers with a text: those that name it and those that do not, and of each the detractors. */
  answers: readonly [naming: number, others: number];
  detractors: readonly [naming: number, others: number];
}

export interface ThemeMeasures {
  detraction_log_odds: number | null;
  detraction_low: number | null;
  detraction_high: number | null;
  is_detracting: boolean;
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

function change({voices, all}: ThemeCounts): Tested | null {
  if (Math.min(...all) < least || voices[0] + voices[1] < least) return null;
  const tested = differenceOfShares({successes: voices[0], n: all[0]}, {successes: voices[1], n: all[1]});
  return tested && {estimate: tested.difference, low: tested.low, high: tested.high, p: tested.pValue};
}

/**
 * Association with detraction and change of every theme. Flags stand only where the interval is clear of zero and the p-value, adjusted by Holm for all
 * themes that could be tested, is under 0.05; an emerging theme has ten voices in the last 90 days at least. Null where too few were asked or spoke.
 */
export function themeMeasures(themes: readonly ThemeCounts[]): ThemeMeasures[] {
  const flagged = (tests: (Tested | null)[]) => {
    const known = tests.filter((test) => test !== null);
    const adjusted = new Map(holm(known.map(({p}) => p)).map((p, i) => [known[i]!, p]));
    return (test: Tested | null) => test !== null && test.low > 0 && adjusted.get(test)! < level;
  };
  const [odds, changes] = [themes.map(detraction), themes.map(change)];
  const [isDetracting, isRising] = [flagged(odds), flagged(changes)];
  return themes.map(({voices: [now]}, i) => ({
    detraction_log_odds: odds[i]?.estimate ?? null,
    detraction_low: odds[i]?.low ?? null,
    detraction_high: odds[i]?.high ?? null,
    is_detracting: isDetracting(odds[i]!),
    change_share: changes[i]?.estimate ?? null,
    change_low: changes[i]?.low ?? null,
    change_high: changes[i]?.high ?? null,
    is_emerging: now >= least && isRising(changes[i]!)
  }));
}
