import type {Expression} from "kysely";
import * as s from "../sql.ts";

type Ref = (name: any) => Expression<any>;

/** Repeat purchase days that were paid for, x, and the mean spend on them, m, as the Gamma–Gamma model takes them. */
const known = (ref: Ref) => {
  const mean = s.toDouble(s.coalesce(ref("history.repeat_spend"), s.amount("0")));
  const repeats = s.when(s.isNull(ref("history.repeat_spend")), s.num(0), ref("history.repeat_days"));
  return {mean, repeats};
};

/**
 * E(M | x, m) = p (γ + m x) ÷ (p x + q − 1) per purchase day, or everybody's mean; over int_purchase_history as history and
 * int_purchase_spend as spend. Source: Fader & Hardie (2013).
 */
export function expectedSpend(ref: Ref): s.Value<number | null> {
  const {mean, repeats} = known(ref);
  const total = s.add(ref("spend.gamma"), s.multiply(mean, repeats));
  return s.firstOf(s.ratio(s.multiply(ref("spend.p"), total), shape(ref)), ref("spend.mean_spend"));
}

/**
 * Loadings of the doubt about it: its gradient in the logs of p, q, γ times their triangle.
 *
 * The gradient is E (q − 1) ÷ (p x + q − 1), −E q ÷ (p x + q − 1), p γ ÷ (p x + q − 1); of everybody's mean it is the mean itself.
 */
export function spendLoadings(ref: Ref): [s.Value<number | null>, s.Value<number | null>, s.Value<number | null>] {
  const [p, q, gamma] = [ref("spend.p"), ref("spend.q"), ref("spend.gamma")];
  const spend = expectedSpend(ref);
  const byP = s.firstOf(s.ratio(s.multiply(spend, s.subtract(q, s.num(1))), shape(ref)), spend);
  const byQ = s.coalesce(s.ratio(s.multiply(s.subtract(s.num(0), spend), q), shape(ref)), s.toDouble(s.num(0)));
  const byGamma = s.coalesce(s.ratio(s.multiply(p, gamma), shape(ref)), s.toDouble(s.num(0)));
  const of = (row: number, column: number) => ref(`spend.triangle_${row}${column}`);
  return [
    s.add(s.add(s.multiply(byP, of(1, 1)), s.multiply(byQ, of(2, 1))), s.multiply(byGamma, of(3, 1))),
    s.add(s.multiply(byQ, of(2, 2)), s.multiply(byGamma, of(3, 2))),
    s.multiply(byGamma, of(3, 3))
  ];
}

/**
 * Variance of what a customer's purchases bring within the horizon, were the parameters known; over int_purchase_expectation as expectation too.
 *
 * With ν gamma(p x + q, γ + m x), a purchase has mean p ÷ ν and variance p ÷ ν², and E[ν⁻²] = (γ + m x)² ÷ ((p x + q − 1) (p x + q − 2)): E[R²] =
 * (E[Y] p + E[Y²] p²) E[ν⁻²]. Scaled by how much is discounted on average. Null without the Gamma–Gamma model or where p x + q ≤ 2.
 */
export function revenueVariance(ref: Ref): s.Value<number | null> {
  const {mean, repeats} = known(ref);
  const [p, days] = [ref("spend.p"), ref("expectation.expected_days")];
  const less = s.subtract(shape(ref), s.num(1));
  const total = s.add(ref("spend.gamma"), s.multiply(mean, repeats));
  const squares = s.add(ref("expectation.expected_variance"), s.multiply(days, days));
  const spread = s.ratio(
    s.multiply(total, total),
    s.multiply(shape(ref), s.onlyWhen(s.compare(less, ">", s.num(0)), less))
  );
  const square = s.multiply(s.add(s.multiply(days, p), s.multiply(squares, s.multiply(p, p))), spread);
  const revenue = s.multiply(days, expectedSpend(ref));
  const discount = s.coalesce(s.ratio(ref("expectation.discounted_days"), days), s.toDouble(s.num(1)));
  const variance = s.multiply(s.multiply(discount, discount), s.subtract(square, s.multiply(revenue, revenue)));
  return s.onlyWhen(s.isKnown(variance), s.greatest<number | null>(variance, s.toDouble(s.num(0))));
}

/** p x + q − 1. */
const shape = (ref: Ref) => s.subtract(s.add(s.multiply(ref("spend.p"), known(ref).repeats), ref("spend.q")), s.num(1));
