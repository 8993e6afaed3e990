import {random} from "../learning/random.ts";
import {adjustedRand} from "./adjustedRand.ts";
import {assign, kMeans} from "./kMeans.ts";
import {rowsOf, type Points} from "./points.ts";
import {smoothTwin} from "./smoothTwin.ts";

/** Means and standard deviations over repetitions, of the points and of what has no groups. */
export interface Stability {
  clusters: number;
  /** Adjusted Rand index of two clusterings of all points, each learnt from another half. */
  ariMean: number;
  ariSd: number;
  smoothAriMean: number;
  smoothAriSd: number;
  /** Sum of squared distances to the centres ÷ to the mean, of a half. */
  withinMean: number;
  withinSd: number;
  smoothWithinMean: number;
  smoothWithinSd: number;
  /** Share of the points in the smallest cluster, mean. */
  smallestMean: number;
}

/** Pairs of halves, of the points and of as many twins without groups. */
export const pairsOfHalves = 10;
const search = {starts: 10, rounds: 30};

/**
 * How well groups of each number are found again, one entry per number of groups, beside points that spread and go together as these do but
 * form none; `project` is how points are seen before they are grouped. Every repetition halves all points at random, learns from each half, and compares what both say of all points. The points must
 * vary. Sources: Ben-Hur, Elisseeff & Guyon (2002) for halves; Hennig (2007) for what is stable.
 */
export function stabilities(
  points: Points,
  clusters: readonly number[],
  {seed = 1, project = (given: Points) => given} = {}
): Stability[] {
  const twin = smoothTwin(points);
  const draw = random(seed);
  const own = Array.from({length: pairsOfHalves}, () => halvesOf(project(points), draw));
  const smooth = Array.from({length: pairsOfHalves}, () => halvesOf(project(twin(draw)), draw));
  return clusters.map((k) => {
    const [told, expected] = [own, smooth].map((pairs) => pairs.map((pair, i) => compared(pair, k, i + 1)));
    const over = (of: Compared[], value: (one: Compared) => number) => spreadOf(of.map(value));
    const [ari, smoothAri] = [over(told!, (one) => one.ari), over(expected!, (one) => one.ari)];
    const [within, smoothWithin] = [over(told!, (one) => one.within), over(expected!, (one) => one.within)];
    return {
      clusters: k,
      ariMean: ari.mean,
      ariSd: ari.sd,
      smoothAriMean: smoothAri.mean,
      smoothAriSd: smoothAri.sd,
      withinMean: within.mean,
      withinSd: within.sd,
      smoothWithinMean: smoothWithin.mean,
      smoothWithinSd: smoothWithin.sd,
      smallestMean: over(told!, (one) => one.smallest).mean
    };
  });
}

interface Halves {
  all: Points;
  halves: readonly [Half, Half];
}

interface Half {
  points: Points;
  /** Sum of squared distances to the mean. */
  total: number;
}

function halvesOf(all: Points, draw: () => number): Halves {
  const order = Uint32Array.from({length: all.rows}, (_, i) => i);
  for (let i = all.rows - 1; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  const half = all.rows >> 1;
  const part = (from: number): Half => {
    const points = rowsOf(all, order.subarray(from, from + half));
    return {points, total: kMeans(points, 1, {starts: 1}).inertia};
  };
  return {all, halves: [part(0), part(half)]};
}

interface Compared {
  ari: number;
  within: number;
  smallest: number;
}

function compared({all, halves}: Halves, k: number, seed: number): Compared {
  const learnt = halves.map(({points}) => kMeans(points, k, {seed, ...search}));
  const [a, b] = learnt.map(({centres}) => assign(all, centres).labels);
  const counts = new Int32Array(k);
  for (const label of a!) counts[label]!++;
  const shares = learnt.map(({inertia}, i) => inertia / halves[i]!.total);
  return {
    ari: adjustedRand(a!, b!),
    within: (shares[0]! + shares[1]!) / 2,
    smallest: Math.min(...counts) / all.rows
  };
}

function spreadOf(values: readonly number[]): {mean: number; sd: number} {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return {mean, sd: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0};
}
