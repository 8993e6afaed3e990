import {EigenvalueDecomposition, Matrix} from "ml-matrix";
import type {Points} from "./points.ts";

/** Shuffles that a component is held against. */
const shuffles = 20;

/**
 * The directions in which columns go together, strongest first: components × columns, so that a point's place on one is Σ loading × value.
 *
 * Principal components of the correlations, as many as have a greater eigenvalue than the same one of every shuffle of the columns on their
 * own; what varies by itself alone falls out. None where no columns go together. Columns must vary. Source: Horn (1965), parallel analysis.
 */
export function components(points: Points, draw: () => number): number[][] {
  const {correlations, deviations} = spreadsOf(points);
  const {values, vectors} = eigen(correlations);
  const chance = Array.from({length: shuffles}, () => eigen(spreadsOf(shuffled(points, draw)).correlations).values);
  const kept = values.findIndex((value, m) => chance.some((other) => other[m]! >= value));
  return vectors.slice(0, kept < 0 ? values.length : kept).map((vector) => vector.map((x, j) => x / deviations[j]!));
}

/** Points on the components. */
export function projected({rows, width, values}: Points, loadings: readonly (readonly number[])[]): Points {
  const k = loadings.length;
  const places = new Float64Array(rows * k);
  for (let i = 0; i < rows; i++)
    for (let m = 0; m < k; m++)
      for (let j = 0; j < width; j++) places[i * k + m]! += loadings[m]![j]! * values[i * width + j]!;
  return {rows, width: k, values: places};
}

function spreadsOf({rows, width, values}: Points): {correlations: Matrix; deviations: number[]} {
  const means = new Float64Array(width);
  for (let at = 0; at < values.length; at++) means[at % width]! += values[at]! / rows;
  const products = Matrix.zeros(width, width);
  for (let i = 0, from = 0; i < rows; i++, from += width)
    for (let a = 0; a < width; a++)
      for (let b = 0; b <= a; b++)
        products.set(a, b, products.get(a, b) + (values[from + a]! - means[a]!) * (values[from + b]! - means[b]!));
  const deviations = Array.from({length: width}, (_, j) => Math.sqrt(products.get(j, j) / rows));
  const correlations = Matrix.zeros(width, width);
  for (let a = 0; a < width; a++)
    for (let b = 0; b <= a; b++) {
      const r = products.get(a, b) / (rows * deviations[a]! * deviations[b]!);
      correlations.set(a, b, r);
      correlations.set(b, a, r);
    }
  return {correlations, deviations};
}

/** Eigenvalues, largest first, with their vectors. */
function eigen(correlations: Matrix): {values: number[]; vectors: number[][]} {
  const {realEigenvalues, eigenvectorMatrix} = new EigenvalueDecomposition(correlations, {assumeSymmetric: true});
  const order = realEigenvalues.map((_, i) => i).toSorted((a, b) => realEigenvalues[b]! - realEigenvalues[a]!);
  return {
    values: order.map((i) => realEigenvalues[i]!),
    vectors: order.map((i) => eigenvectorMatrix.getColumn(i))
  };
}

/** The same columns, each in an order of its own. */
function shuffled({rows, width, values}: Points, draw: () => number): Points {
  const others = Float64Array.from(values);
  for (let j = 0; j < width; j++)
    for (let i = rows - 1; i > 0; i--) {
      const [a, b] = [i * width + j, Math.floor(draw() * (i + 1)) * width + j];
      [others[a], others[b]] = [others[b]!, others[a]!];
    }
  return {rows, width, values: others};
}
