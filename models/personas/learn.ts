import {components, projected} from "../statistics/clustering/components.ts";
import {assign, kMeans, lloyd} from "../statistics/clustering/kMeans.ts";
import {rowsOf, type Points} from "../statistics/clustering/points.ts";
import {stabilities, type Stability} from "../statistics/clustering/stability.ts";
import {random} from "../statistics/learning/random.ts";
import {chooseClusters, type ClusterState} from "./choose.ts";
import {scaled, scalingsOf, type Scaling} from "./scaling.ts";

export const verdicts = ["personas", "smooth", "unrelated_features", "too_few_customers", "too_few_features"] as const;

/** Customers and features that a search for personas needs. */
export const LEAST_CUSTOMERS = 200;
export const LEAST_FEATURES = 3;
/** Customers that are learnt from, and of them those on whom numbers of groups are tried, at most: the first of a random order. */
export const MOST_CUSTOMERS = 50_000;
export const MOST_TRIED = 2_000;
/** Numbers of personas that are tried. */
export const numbersOfClusters = [2, 3, 4, 5, 6, 7, 8];

/** What was learnt: why there are personas or none, the scales, every number that was tried, and the centres, largest persona first. */
export interface Learnt {
  verdict: (typeof verdicts)[number];
  customers: number;
  tried_customers: number;
  scalings: Scaling[];
  tried: (Stability & {state: ClusterState})[];
  /** Components × used features: the place on a component is Σ loading × scaled feature. */
  loadings: number[][];
  /** Personas × components; none where there are no personas. */
  centres: number[][];
}

/** Personas from the features of a random sample of customers, a column each, NaN where not known. The same for the same columns. */
export function learn(columns: readonly Float64Array[]): Learnt {
  const customers = columns[0]?.length ?? 0;
  const scalings = scalingsOf(columns);
  const points = scaled(columns, scalings);
  const none = {customers, tried_customers: 0, scalings, tried: [], loadings: [], centres: []};
  if (customers < LEAST_CUSTOMERS) return {...none, verdict: "too_few_customers"};
  if (points.width < LEAST_FEATURES) return {...none, verdict: "too_few_features"};
  const some = first(points, MOST_TRIED);
  const loadings = components(some, random(1));
  if (!loadings.length) return {...none, tried_customers: some.rows, verdict: "unrelated_features"};
  const project = (given: Points) => projected(given, loadings);
  const told = stabilities(some, numbersOfClusters, {project});
  const states = chooseClusters(told);
  const tried = told.map((one, i) => ({...one, state: states[i]!}));
  const chosen = tried.find(({state}) => state === "chosen");
  const known = {customers, tried_customers: some.rows, scalings, loadings, tried};
  return chosen
    ? {...known, verdict: "personas", centres: centresOf(project(points), project(some), chosen.clusters)}
    : {...known, verdict: "smooth", centres: []};
}

const first = (points: Points, most: number): Points =>
  rowsOf(
    points,
    Uint32Array.from({length: Math.min(most, points.rows)}, (_, i) => i)
  );

/** Centres found among some of the points, then moved to the means of all, the one of most points first. */
function centresOf(points: Points, some: Points, k: number): number[][] {
  const {centres} = lloyd(points, kMeans(some, k, {starts: 20}).centres);
  const sizes = new Int32Array(k);
  for (const label of assign(points, centres).labels) sizes[label]!++;
  return Array.from({length: k}, (_, i) => i)
    .toSorted((a, b) => sizes[b]! - sizes[a]! || a - b)
    .map((i) => [...centres.subarray(i * points.width, (i + 1) * points.width)]);
}
