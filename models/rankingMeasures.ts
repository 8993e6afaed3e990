import type {Expression} from "kysely";
import {fromParts, inParts} from "./exact.ts";
import * as s from "./sql.ts";

type Real = Expression<number>;

/** A row of `rankedRisks`, by what is read of it. */
export type Ranked = Record<
  | "risk_share"
  | "customers"
  | "churned"
  | "kept"
  | "above"
  | "churned_above"
  | "kept_below"
  | "all_customers"
  | "all_churned"
  | "all_kept",
  Real
>;

const rankedColumns = [
  "risk_share",
  "customers",
  "churned",
  "kept",
  "above",
  "churned_above",
  "kept_below",
  "all_customers",
  "all_churned",
  "all_kept"
] as const;

/** The columns of a ranked row, read by their names. */
export const rankedOf = (ref: (name: any) => Real): Ranked =>
  Object.fromEntries(rankedColumns.map((name) => [name, ref(name)])) as Ranked;

/** Foretold risks are brought this far into (0, 1) before a logarithm is taken of them. */
const CLIP = 1e-6;

const squared = (x: Expression<number | null>) => s.multiply(x, x);

/**
 * Area under the ROC curve: the share of pairs of a churned and a kept customer in which the churned one has the higher risk, ties
 * counting half; null where either is missing. Counts stay whole until the last division. Source: Hanley & McNeil (1982).
 */
export const aucOf = (r: Ranked) =>
  s.ratio(s.sum(s.multiply(r.churned, twiceBelow(r))), s.multiply(s.num(2), pairs(r)));

/** Its standard error; null with fewer than two of either. Source: DeLong, DeLong & Clarke-Pearson (1988). */
export function aucErrorOf(r: Ranked) {
  const twiceAbove = s.add(s.multiply(s.num(2), r.churned_above), r.churned);
  const spread = (weight: Real, place: Real, n: Real, others: Real) => {
    const squares = s.multiply(s.toDouble(n), s.sum(s.multiply(weight, squared(place))));
    const gap = s.subtract(squares, squared(s.toDouble(s.sum(s.multiply(weight, place)))));
    const of = s.multiply(squared(s.multiply(s.toDouble(s.num(2)), others)), squared(s.toDouble(n)));
    return s.ratio(s.greatest(gap, s.toDouble(s.num(0))), s.multiply(of, s.subtract(s.toDouble(n), s.num(1))));
  };
  const [churned, kept] = [one(r.all_churned), one(r.all_kept)];
  return s.sqrt(s.add(spread(r.churned, twiceBelow(r), churned, kept), spread(r.kept, twiceAbove, kept, churned)));
}

/** Area under the precision–recall curve as average precision: Σ (recall gained) × precision, down the distinct risks. */
export const averagePrecisionOf = (r: Ranked) => {
  const [reached, found] = [s.add(r.above, r.customers), s.add(r.churned_above, r.churned)];
  return s.ratio(fromParts(s.sum(inParts(s.ratio(s.multiply(r.churned, found), reached)))), one(r.all_churned));
};

/** Of the `most` riskiest, the share that churned; of equal risks at the end of the list the same share is on it. */
export const precisionOf = (r: Ranked, most: Real) => {
  const taken = s.greatest(s.subtract(s.least(most, s.add(r.above, r.customers)), r.above), s.toBigint(s.num(0)));
  return s.ratio(fromParts(s.sum(caught(r, taken)), 1e6), s.max(most));
};

/** So many tenths of a customer of a row stand in the n-th tenth of the ranking, counted from the riskiest. */
export const tenthsIn = (r: Pick<Ranked, "customers" | "above" | "all_customers">, tenth: Real) => {
  const reached = s.multiply(s.num(10), s.add(r.above, r.customers));
  const last = s.least(reached, s.multiply(tenth, r.all_customers));
  const first = s.greatest(s.multiply(s.num(10), r.above), s.multiply(s.subtract(tenth, s.num(1)), r.all_customers));
  return s.greatest(s.subtract(last, first), s.toBigint(s.num(0)));
};

/** Churned among so many of a row's customers, in whole millionths. */
export const caught = (r: Pick<Ranked, "churned" | "customers">, of: Real) =>
  inParts(s.ratio(s.multiply(r.churned, of), r.customers), 1e6);

/** Churn of the riskiest tenth ÷ churn of all. */
export const topLiftOf = (r: Ranked) =>
  s.ratio(fromParts(s.sum(caught(r, tenthsIn(r, s.toBigint(s.num(1))))), 1e6), one(r.all_churned));

/** What a wrong risk costs where the customer churned and where they stayed. */
export const losses = {
  /** Squared error; its mean is the Brier score. Source: Brier (1950). */
  brier: (risk: Real) => ({churned: squared(s.subtract(s.num(1), risk)), kept: squared(risk)}),
  /** −ln of the risk given to what came, risks clipped to [0.000001, 0.999999]. */
  logLoss: (risk: Real) => {
    const clipped = s.least(s.greatest(risk, s.num(CLIP)), s.num(1 - CLIP));
    const minusLn = (x: Real) => s.multiply(s.num(-1), s.ln(x));
    return {churned: minusLn(clipped), kept: minusLn(s.subtract(s.num(1), clipped))};
  }
};

type Loss = (risk: Real) => {churned: Expression<number | null>; kept: Expression<number | null>};

/** Mean loss over the customers, and its standard error; the error is null for one customer. */
export function lossOf(r: Ranked, loss: Loss) {
  const {churned, kept} = loss(r.risk_share);
  const parts = 1e9;
  const total = (of: (x: Expression<number | null>) => Expression<number | null>) =>
    fromParts(
      s.sum(s.add(s.multiply(r.churned, inParts(of(churned), parts)), s.multiply(r.kept, inParts(of(kept), parts)))),
      parts
    );
  const n = one(r.all_customers);
  const mean = s.ratio(
    total((x) => x),
    n
  );
  const gap = s.greatest<number | null>(s.subtract(s.ratio(total(squared), n), squared(mean)), s.toDouble(s.num(0)));
  return {mean, error: s.onlyWhen(s.compare(n, ">", s.num(1)), s.sqrt(s.ratio(gap, s.subtract(n, s.num(1)))))};
}

const one = (all: Real) => s.max(all);
const pairs = (r: Ranked) => s.multiply(s.toDouble(one(r.all_churned)), s.toDouble(one(r.all_kept)));
const twiceBelow = (r: Ranked) => s.add(s.multiply(s.num(2), r.kept_below), r.kept);
