import {boostTrees, usualBoost, type BoostedTrees} from "./boostedTrees.ts";
import {logitsOf} from "./learner.ts";
import {logLosses, plainestOfBest} from "./logLoss.ts";
import {fitSplineLogistic, usualSpline, type SplineLogistic} from "./splineLogistic.ts";
import {rowsAt, type Table} from "./table.ts";

/** Penalties that are tried, the smoothest first. */
const penalties = [
  {bend: 1, ridge: 0.05},
  {bend: 0.2, ridge: 0.02},
  {bend: 0.05, ridge: 0.02},
  {bend: 0.05, ridge: 0.005}
] as const;
/** Numbers of trees that are tried. */
const counts = [20, 40, 60, 80, 110, 150, 200, 250, 300] as const;
/** Rows that options are tried on, at most, and as many for judging them. */
const trial = 10_000;

/** The rows that are held out of learning while options are chosen: those of a quarter of the customers, by their draw in [0, 1). */
const parts = (draws: Float64Array): [learnt: Uint32Array, held: Uint32Array] => {
  const places = [...draws.keys()];
  return [
    Uint32Array.from(places.filter((i) => draws[i]! >= 0.25)),
    Uint32Array.from(places.filter((i) => draws[i]! < 0.25))
  ];
};

const isMixed = ({outcome}: Table): boolean => outcome.includes(0) && outcome.includes(1);

/** How smooth the curves are and how many the trees. */
export interface Choice {
  penalty: {bend: number; ridge: number};
  trees: number;
}

/**
 * The plainest choice that foretells held out customers as well as any (plainestOfBest); the usual one where too few are held out.
 *
 * `draws`: one number in [0, 1) a row, the same in all rows of a customer; `free`: features whose
 * curves may be of any size. Nothing else decides the result.
 */
export function choose(table: Table, draws: Float64Array, free: readonly number[] = []): Choice {
  const [learnt, held] = parts(draws).map((places) => rowsAt(table, places.subarray(0, trial))) as [Table, Table];
  const canChoose = held.rows >= 100 && isMixed(learnt) && isMixed(held);
  if (!canChoose) return {penalty: penalties[1], trees: 60};
  return {penalty: penalties[bestPenalty(learnt, held, free)]!, trees: counts[bestCount(learnt, held)]!};
}

/** Logistic regression and boosted trees of this choice. */
export const learnBoth = (
  table: Table,
  {penalty, trees}: Choice,
  free: readonly number[] = []
): {logistic: SplineLogistic; trees: BoostedTrees} => ({
  logistic: fitSplineLogistic(table, {...usualSpline, ...penalty, free}),
  trees: boostTrees(table, {...usualBoost, trees})
});

function bestPenalty(learnt: Table, held: Table, free: readonly number[]): number {
  return plainestOfBest(
    penalties.map((penalty) => {
      const learner = fitSplineLogistic(learnt, {...usualSpline, ...penalty, free});
      return logLosses(logitsOf(learner, held.features, held.rows), held.outcome);
    })
  );
}

function bestCount(learnt: Table, held: Table): number {
  const losses: Float64Array[] = [];
  boostTrees(learnt, usualBoost, held, (count, logits) => {
    if (counts.some((tried) => tried === count)) losses.push(logLosses(logits, held.outcome));
  });
  return losses.length ? plainestOfBest(losses) : 0;
}
