import {gaussLegendre} from "../special/gauss.ts";

const {nodes, weights} = gaussLegendre(24);
const logWeights = weights.map(Math.log);
/** How many moments stand for all at which a customer may have died. */
export const deathNodes = nodes.length;

/** Moments y at which a customer may have died, with the logs of their quadrature weights and of α + y and β + y. */
export interface Deaths {
  at: Float64Array;
  logWeight: Float64Array;
  logAlpha: Float64Array;
  logBeta: Float64Array;
}

export const noDeaths = (): Deaths => ({
  at: new Float64Array(deathNodes),
  logWeight: new Float64Array(deathNodes),
  logAlpha: new Float64Array(deathNodes),
  logBeta: new Float64Array(deathNodes)
});

/**
 * Fills in the quadrature of ∫ (α + y)^−(r + x) (β + y)^−(s + 1) dy over [t_x, T].
 *
 * The integrand falls like a power, so the nodes are Gauss–Legendre's in v = ln(y + min(α, β)), up to where it has surely fallen by e⁻³⁰.
 * Its singularities are then π off the axis of v, and 24 nodes give ten digits.
 */
export function placeDeaths(
  [r, alpha, s, beta]: readonly number[],
  x: number,
  t: number,
  T: number,
  out: Deaths
): void {
  const near = Math.min(alpha!, beta!) + t;
  const fall = ((r! + x) * near) / (alpha! + t) + ((s! + 1) * near) / (beta! + t) - 1;
  const length = Math.min(Math.log1p((T - t) / near), fall > 0 ? 30 / fall : Infinity);
  const from = Math.log(near);
  const logLength = Math.log(length);
  const isAlpha = alpha! <= beta!;
  const far = Math.abs(alpha! - beta!);
  for (let k = 0; k < deathNodes; k++) {
    const v = nodes[k]! * length;
    const log = from + v;
    const gone = near * Math.exp(v);
    const other = far === 0 ? log : Math.log(gone + far);
    out.at[k] = gone - near + t;
    out.logWeight[k] = logWeights[k]! + logLength + log;
    out.logAlpha[k] = isAlpha ? log : other;
    out.logBeta[k] = isAlpha ? other : log;
  }
}
