import {CholeskyDecomposition, Matrix, inverse} from "ml-matrix";

/** A log-likelihood at positive parameters, with its gradient and Hessian there. */
export interface Score {
  value: number;
  gradient: Float64Array;
  /** Row by row, symmetric. */
  hessian: Float64Array;
}

export type Objective = (parameters: readonly number[]) => Score;

/** Limits of each parameter, both positive. */
export type Bounds = readonly (readonly [low: number, high: number])[];

export interface Maximum {
  parameters: number[];
  value: number;
  iterations: number;
  /** Norm of the gradient in the logs of the parameters that are not at a bound. */
  gradientNorm: number;
  /** Which parameters stand at a bound, with the gradient pushing outwards. */
  bound: boolean[];
  /** Whether the Hessian of the others is negative definite. */
  isCurved: boolean;
  /** Whether a further step would gain less than a millionth. */
  isStationary: boolean;
  /** Covariance of the logs of the parameters, the inverse observed information; rows of parameters at a bound are 0. Null where not curved. */
  covariance: number[][] | null;
}

const maxSteps = 200;

/**
 * Maximises a smooth function of positive parameters by Newton's method in their logs, damped as by Levenberg and Marquardt, within bounds.
 *
 * It ends where a further step promises to gain less than `enough`. A step that does not raise the value is tried again with ten times the damping. What the function cannot say (NaN) counts as lower.
 */
export function maximise(objective: Objective, start: readonly number[], bounds: Bounds, enough = 1e-11): Maximum {
  const clamp = (logs: number[]) =>
    logs.map((x, i) => Math.min(Math.log(bounds[i]![1]), Math.max(Math.log(bounds[i]![0]), x)));
  let logs = clamp(start.map(Math.log));
  let at = inLogs(objective, logs);
  let damping = 1e-3;
  let iterations = 0;
  while (iterations < maxSteps && Number.isFinite(at.value)) {
    const free = freeOf(logs, at.gradient, bounds);
    if (gainOf(at, free) < enough + 1e-15 * Math.abs(at.value)) break;
    const next = raised(objective, {logs, at, free, damping}, clamp);
    if (!next) break;
    ({logs, at, damping} = next);
    iterations++;
  }
  return maximumOf(logs, at, iterations, bounds);
}

interface Place {
  logs: number[];
  at: Score;
  free: readonly number[];
  damping: number;
}

/** A higher place within one step, each parameter at most e² times as large or small; null where there is none. */
function raised(objective: Objective, {logs, at, free, damping}: Place, clamp: (logs: number[]) => number[]) {
  for (let tried = damping; tried < 1e12; tried *= 10) {
    const step = dampedStep(at, free, tried);
    const next = clamp(logs.map((x, i) => x + Math.min(2, Math.max(-2, step[i]!))));
    const score = inLogs(objective, next);
    if (score.value > at.value) return {logs: next, at: score, damping: Math.max(1e-12, tried / 10)};
  }
  return null;
}

function maximumOf(logs: number[], at: Score, iterations: number, bounds: Bounds): Maximum {
  const n = logs.length;
  const free = freeOf(logs, at.gradient, bounds);
  const information = negative(at, free, 0);
  const isCurved =
    Number.isFinite(at.value) && free.length > 0 && new CholeskyDecomposition(information).isPositiveDefinite();
  let covariance: number[][] | null = null;
  if (isCurved) {
    const inside = inverse(information);
    covariance = Array.from({length: n}, () => new Array<number>(n).fill(0));
    free.forEach((i, a) => free.forEach((j, b) => (covariance![i]![j] = (inside.get(a, b) + inside.get(b, a)) / 2)));
  }
  return {
    parameters: logs.map(Math.exp),
    value: at.value,
    iterations,
    gradientNorm: Math.hypot(...free.map((i) => at.gradient[i]!)),
    bound: logs.map((_, i) => !free.includes(i)),
    isCurved,
    isStationary: Number.isFinite(at.value) && gainOf(at, free) < 1e-6,
    covariance
  };
}

/** d/d ln θ = θ d/dθ; the second derivative takes the first along its diagonal. */
function inLogs(objective: Objective, logs: readonly number[]): Score {
  const parameters = logs.map(Math.exp);
  const {value, gradient, hessian} = objective(parameters);
  const n = logs.length;
  const slope = gradient.map((g, i) => g * parameters[i]!);
  const curve = hessian.map((h, k) => {
    const [i, j] = [Math.floor(k / n), k % n];
    return h * (parameters[i]! * parameters[j]!) + (i === j ? slope[i]! : 0);
  });
  const isKnown = Number.isFinite(value) && slope.every(Number.isFinite) && curve.every(Number.isFinite);
  return {value: isKnown ? value : -Infinity, gradient: slope, hessian: curve};
}

const freeOf = (logs: readonly number[], gradient: Float64Array, bounds: Bounds): number[] =>
  logs.flatMap((x, i) => {
    const [low, high] = bounds[i]!;
    const isOut = (x <= Math.log(low) && gradient[i]! < 0) || (x >= Math.log(high) && gradient[i]! > 0);
    return isOut ? [] : [i];
  });

/** −H over the free parameters, its diagonal raised by the damping. */
function negative({hessian, gradient}: Score, free: readonly number[], damping: number): Matrix {
  const n = gradient.length;
  const matrix = new Matrix(free.length, free.length);
  free.forEach((i, a) => free.forEach((j, b) => matrix.set(a, b, -hessian[i * n + j]!)));
  free.forEach((_, a) => matrix.set(a, a, matrix.get(a, a) + damping * (Math.abs(matrix.get(a, a)) + 1e-3)));
  return matrix;
}

/** The Newton step over the free parameters; more damping until −H is positive definite. */
function dampedStep(at: Score, free: readonly number[], damping: number): number[] {
  const step = new Array<number>(at.gradient.length).fill(0);
  for (let more = damping; more < 1e15; more *= 10) {
    const cholesky = new CholeskyDecomposition(negative(at, free, more));
    if (!cholesky.isPositiveDefinite()) continue;
    const solved = cholesky.solve(Matrix.columnVector(free.map((i) => at.gradient[i]!)));
    free.forEach((i, a) => (step[i] = solved.get(a, 0)));
    break;
  }
  return step;
}

/** What a Newton step promises to gain, ½ gᵀ(−H)⁻¹g; infinite where −H is not positive definite. */
function gainOf(at: Score, free: readonly number[]): number {
  if (!free.length) return 0;
  const cholesky = new CholeskyDecomposition(negative(at, free, 0));
  if (!cholesky.isPositiveDefinite()) return Infinity;
  const gradient = Matrix.columnVector(free.map((i) => at.gradient[i]!));
  return gradient.transpose().mmul(cholesky.solve(gradient)).get(0, 0) / 2;
}
