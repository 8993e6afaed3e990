import type {Expression} from "kysely";
import * as s from "../sql.ts";

type Ref = (name: any) => Expression<any>;
const places = [1, 2, 3, 4, 5, 6, 7] as const;

/** Standard error of what has such loadings. */
export const rootOfSquares = (loadings: readonly Expression<number | null>[]): s.Value<number | null> =>
  s.sqrt(loadings.map((loading) => s.multiply(loading, loading)).reduce((a, b) => s.add(a, b)));

/** Standard error of one customer's lifetime value. */
export const clvError = (ref: Ref) => rootOfSquares(places.map((i) => ref(`clv_loading_${i}`)));
/** Standard error of the sum over a group of customers: their loadings add up, not their errors. */
export const clvErrorOfSum = (ref: Ref) => rootOfSquares(places.map((i) => s.sum(ref(`clv_loading_${i}`))));
/** A sum of doubles to four decimals each: the same in whichever order threads add. */
export const exactSum = (x: Expression<number | null>) => s.sum(s.toMoney(s.round(x, 4)));
