import type {Expression} from "kysely";
import {add, both, coalesce, compare, multiply, no, num, ratio, toDouble, when} from "../sql.ts";

type Share = Expression<number | null>;

/** Where the bands of risk begin. */
const [MEDIUM, HIGH] = [0.4, 0.7];

/** Shares of leavers between which those cuts part a base. */
const [FEW, MANY] = [0.2, 0.75];

/** Odds of the one cut ÷ odds of the other. */
const ODDS = 3.5;

const isUsual = (base: Share) => coalesce(both(compare(base, ">=", num(FEW)), compare(base, "<=", num(MANY))), no);

const cut = (base: Share, usual: number, relative: Share) =>
  coalesce(when(isUsual(base), toDouble(num(usual)), relative), toDouble(num(usual)));

/** Risk from which the band is medium: 0.4, or the base's share of leavers where that is under 0.2 or over 0.75. */
export const mediumFrom = (base: Share) => cut(base, MEDIUM, base);

/** Risk from which it is high: 0.7, or 3.5 times the odds of the base's share. */
export const highFrom = (base: Share) =>
  cut(base, HIGH, ratio(multiply(num(ODDS), base), add(num(1), multiply(num(ODDS - 1), base))));
