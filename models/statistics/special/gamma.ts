import digamma from "@stdlib/math-base-special-digamma";
import gammaln from "@stdlib/math-base-special-gammaln";
import trigamma from "@stdlib/math-base-special-trigamma";

/** ln Γ(x) with its first two derivatives ψ(x) and ψ′(x), for x > 0. */
export interface LogGamma {
  value: number;
  slope: number;
  curve: number;
}

export const logGamma = (x: number): LogGamma => ({value: gammaln(x), slope: digamma(x), curve: trigamma(x)});
