import {CholeskyDecomposition, Matrix} from "ml-matrix";

/** How small a pivot may be beside its diagonal before the matrix counts as singular. */
const tolerance = 1e-10;

/** The inverse of a positive definite matrix that is symmetric to rounding; null where it is singular. */
export function symmetricInverse(rows: readonly (readonly number[])[]): number[][] | null {
  if (!rows.length) return [];
  const scale = rows.map((row, i) => Math.sqrt(row[i]!));
  if (scale.some((s) => !(s > 0))) return null;
  const scaled = new Matrix(
    rows.map((row, i) => row.map((value, j) => (value + rows[j]![i]!) / 2 / (scale[i]! * scale[j]!)))
  );
  const cholesky = new CholeskyDecomposition(scaled);
  const pivots = cholesky.lowerTriangularMatrix.diagonal();
  if (!cholesky.isPositiveDefinite() || pivots.some((pivot) => !(pivot * pivot > tolerance))) return null;
  const inverse = cholesky.solve(Matrix.eye(rows.length)).to2DArray();
  return inverse.map((row, i) => row.map((value, j) => value / (scale[i]! * scale[j]!)));
}

/** xᵀ M x. */
export const quadratic = (x: readonly number[], matrix: readonly (readonly number[])[]): number =>
  x.reduce((sum, a, i) => sum + a * matrix[i]!.reduce((row, value, j) => row + value * x[j]!, 0), 0);
