import {aliveShare, type Alive} from "./alive.ts";
import type {PurchaseModel} from "./fitPurchase.ts";
import {gaussLegendre} from "../special/gauss.ts";

const {nodes, weights} = gaussLegendre(32);

/**
 * The probability that a customer with x, t_x, T does not buy in (T, T + t].
 *
 * BG/NBD, MBG/NBD: 1 − P(alive) (1 − ((α + T) ÷ (α + T + t))^(r + x)), as nobody drops out between purchases. Pareto/NBD: 1 − P(alive)
 * ∫ (r + x) ÷ (α + T) (1 + y ÷ (α + T))^−(r + x + 1) (1 + y ÷ (β + T))^−s dy over [0, t], by quadrature in the logarithm of α + T + y.
 */
export function noPurchaseShare(
  model: PurchaseModel,
  parameters: readonly number[],
  x: number,
  t: number,
  T: number,
  ahead: number
): number {
  const [r, alpha, s, beta] = parameters as [number, number, number, number];
  const alive: Alive = {share: 0, gradient: new Float64Array(4)};
  aliveShare(model, parameters, x, t, T, alive);
  const length = Math.log1p(ahead / (alpha + T));
  if (model !== "pareto_nbd") return 1 + alive.share * Math.expm1(-(r + x) * length);
  const reach = Math.min(length, 37 / (r + x));
  let buys = 0;
  for (let k = 0; k < nodes.length; k++) {
    const v = nodes[k]! * reach;
    const y = (alpha + T) * Math.expm1(v);
    buys += weights[k]! * reach * (r + x) * Math.exp(-(r + x) * v - s * Math.log1p(y / (beta + T)));
  }
  return Math.max(0, 1 - alive.share * buys);
}
