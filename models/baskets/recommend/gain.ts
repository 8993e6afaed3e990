import {z95} from "../../statistics/survival/distributions.ts";

/** A difference of two shares of the same customers with its 95 % interval. */
export interface Gain {
  gain: number;
  low: number;
  high: number;
}

/**
 * By how much more customers one method reached than another, from those whom only the one and only the other did: (b − c) ÷ n with the interval of
 * paired proportions. Source: Agresti, Categorical Data Analysis, 11.1.1 (Wald interval of McNemar's table).
 */
export function pairedGain(onlyOne: number, onlyOther: number, customers: number): Gain {
  const gain = (onlyOne - onlyOther) / customers;
  const error = Math.sqrt(Math.max(0, onlyOne + onlyOther - (onlyOne - onlyOther) ** 2 / customers)) / customers;
  return {gain, low: Math.max(-1, gain - z95 * error), high: Math.min(1, gain + z95 * error)};
}
