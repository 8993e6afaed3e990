import {aliveShare, type Alive} from "./alive.ts";
import type {PurchaseFit, PurchaseModel} from "./fitPurchase.ts";
import type {PurchaseGroups} from "./groups.ts";
import {logTriangle} from "./loadings.ts";
import {Outlooks} from "./outlook.ts";
import {purchasesWhileAlive, type Horizon} from "./whileAlive.ts";

export type {Horizon};

/** What a fitted model expects of each group: one element a group, per customer of it. */
export interface Expected {
  aliveShare: Float64Array;
  /** Purchase days within the horizon. */
  expected: Float64Array;
  /** Standard error of that from the doubt about the parameters. */
  expectedError: Float64Array;
  /** Variance of what one customer will do, were the parameters known. */
  expectedVariance: Float64Array;
  /** Purchase days within the horizon, each discounted to now. */
  discounted: Float64Array;
  discountedError: Float64Array;
  /** Loadings of the two above, four columns each; see `loadings.ts`. */
  expectedLoadings: Float64Array[];
  discountedLoadings: Float64Array[];
}

/**
 * Conditional expectations of a fitted model for each group, with delta-method errors.
 *
 * E[Y(t) | x, t_x, T] = P(alive) × what is expected while alive (`whileAlive.ts`); the gradient of the first is closed or a sum over nodes,
 * that of the second is taken by central differences.
 */
export function expectPurchases(
  {model, parameters, covariance}: Pick<PurchaseFit, "model" | "parameters" | "covariance">,
  groups: PurchaseGroups,
  horizon: Horizon
): Expected {
  const n = groups.repeats.length;
  const column = () => new Float64Array(n);
  const out: Expected = {
    aliveShare: column(),
    expected: column(),
    expectedError: column(),
    expectedVariance: column(),
    discounted: column(),
    discountedError: column(),
    expectedLoadings: [column(), column(), column(), column()],
    discountedLoadings: [column(), column(), column(), column()]
  };
  const triangle = logTriangle(parameters, covariance);
  const outlooks = new Outlooks(model, parameters, horizon, groups);
  const alive: Alive = {share: 0, gradient: new Float64Array(4)};
  for (let i = 0; i < n; i++) {
    const outlook = outlooks.at(groups.repeats[i]!, groups.age[i]!);
    aliveShare(model, parameters, groups.repeats[i]!, groups.lastAge[i]!, groups.age[i]!, alive);
    out.aliveShare[i] = alive.share;
    out.expected[i] = alive.share * outlook[0]!;
    out.expectedVariance[i] = Math.max(0, alive.share * outlook[10]! - out.expected[i]! ** 2);
    out.discounted[i] = alive.share * outlook[5]!;
    out.expectedError[i] = load(out.expectedLoadings, i, triangle, alive, outlook, 0);
    out.discountedError[i] = load(out.discountedLoadings, i, triangle, alive, outlook, 5);
  }
  return out;
}

/** Writes the loadings of P(alive) × the value of the outlook at `from`, whose gradient follows it; returns their norm. */
function load(
  columns: readonly Float64Array[],
  i: number,
  triangle: readonly (readonly number[])[],
  {share, gradient}: Alive,
  outlook: Float64Array,
  from: number
): number {
  let squares = 0;
  for (let j = 0; j < 4; j++) {
    let sum = 0;
    for (let k = j; k < 4; k++) {
      sum += triangle[k]![j]! * (gradient[k]! * outlook[from]! + share * outlook[from + 1 + k]!);
    }
    columns[j]![i] = sum;
    squares += sum * sum;
  }
  return Math.sqrt(squares);
}

/** Standard error of the sum over all customers: loadings add up, not errors. */
export function errorOfSum(loadings: readonly Float64Array[], customers: Float64Array): number {
  let squares = 0;
  for (const column of loadings) {
    let sum = 0;
    for (let i = 0; i < customers.length; i++) sum += customers[i]! * column[i]!;
    squares += sum * sum;
  }
  return Math.sqrt(squares);
}

/** E[X(t)]: repeat purchases expected within t of the first, of somebody of whom nothing else is known. */
export function expectFromFirst(model: PurchaseModel, parameters: readonly number[], t: number): number {
  const alive: Alive = {share: 0, gradient: new Float64Array(4)};
  aliveShare(model, parameters, 0, 0, 0, alive);
  return alive.share * purchasesWhileAlive(model, parameters, 0, 0, t);
}
