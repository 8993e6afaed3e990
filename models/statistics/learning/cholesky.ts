/**
 * The lower factor L of a symmetric positive definite matrix A = L Lᵀ, in place of A's lower triangle (row by row, width × width).
 *
 * Plain typed arrays: a penalised regression factors matrices of hundreds of columns dozens of times. Throws where A is not positive
 * definite. Source: Golub & Van Loan, Matrix Computations, algorithm 4.2.1.
 */
export function factorInPlace(a: Float64Array, width: number): Float64Array {
  for (let i = 0; i < width; i++) {
    const row = i * width;
    for (let j = 0; j <= i; j++) {
      const other = j * width;
      let sum = a[row + j]!;
      for (let k = 0; k < j; k++) sum -= a[row + k]! * a[other + k]!;
      if (i !== j) a[row + j] = sum / a[other + j]!;
      else if (sum > 0) a[row + i] = Math.sqrt(sum);
      else throw new Error(`no positive definite matrix: pivot ${i} is ${sum}`);
    }
  }
  return a;
}

/** Solves L Lᵀ x = b. */
export function solveFactored(factor: Float64Array, b: Float64Array): Float64Array {
  const width = b.length;
  const x = Float64Array.from(b);
  for (let i = 0; i < width; i++) {
    let sum = x[i]!;
    for (let k = 0; k < i; k++) sum -= factor[i * width + k]! * x[k]!;
    x[i] = sum / factor[i * width + i]!;
  }
  for (let i = width - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let k = i + 1; k < width; k++) sum -= factor[k * width + i]! * x[k]!;
    x[i] = sum / factor[i * width + i]!;
  }
  return x;
}
