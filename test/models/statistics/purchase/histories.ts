import type {PurchaseFit, PurchaseModel} from "../../../../models/statistics/purchase/fitPurchase.ts";
import type {PurchaseGroups} from "../../../../models/statistics/purchase/groups.ts";

/** One customer as groups. */
export const oneOf = (x: number, t: number, T: number): PurchaseGroups => ({
  repeats: Float64Array.of(x),
  lastAge: Float64Array.of(t),
  age: Float64Array.of(T),
  customers: Float64Array.of(1)
});

/** Groups from rows of x, t_x, T and customers. */
export const groupsFrom = (rows: readonly (readonly number[])[]): PurchaseGroups => ({
  repeats: Float64Array.from(rows, ([x]) => x!),
  lastAge: Float64Array.from(rows, ([, t]) => t!),
  age: Float64Array.from(rows, ([, , T]) => T!),
  customers: Float64Array.from(rows, ([, , , n]) => n ?? 1)
});

/** Parameters as a fit, independent of each other with so much relative error. */
export const known = (
  model: PurchaseModel,
  parameters: readonly number[],
  error = 0.1
): Pick<PurchaseFit, "model" | "parameters" | "covariance"> => ({
  model,
  parameters: [...parameters],
  covariance: parameters.map((p, i) => parameters.map((_, j) => (i === j ? (error * p) ** 2 : 0)))
});
