/** A pivot this small beside its diagonal is rounding. */
const tolerance = 1e-8;

/**
 * Which columns of a symmetric non-negative definite matrix follow from the columns before them, by Cholesky's elimination in order.
 *
 * Earlier columns have the right of way, as terms of a model are given by importance.
 */
export function independentColumns(matrix: readonly (readonly number[])[]): {
  independent: number[];
  dependent: number[];
} {
  const left = matrix.map((row) => [...row]);
  const [independent, dependent]: [number[], number[]] = [[], []];
  for (let k = 0; k < left.length; k++) {
    const pivot = left[k]![k]!;
    if (!(pivot > tolerance * matrix[k]![k]!)) {
      dependent.push(k);
      continue;
    }
    independent.push(k);
    for (let i = k + 1; i < left.length; i++) {
      const factor = left[i]![k]! / pivot;
      for (let j = k + 1; j < left.length; j++) left[i]![j]! -= factor * left[k]![j]!;
    }
  }
  return {independent, dependent};
}
