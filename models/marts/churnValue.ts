import type {Expression} from "kysely";
import {amount, greatest, multiply, num, ratio, round, sum, toDouble, toMoney} from "../sql.ts";

type Amount = Expression<number>;

/**
 * Usual revenue of one horizon, a double: the net revenue of the last 365 days, never below zero, × horizon ÷ 365.
 *
 * `over` says how the customers' revenues become one: `sum` over a group, by default each alone.
 */
export const expectedRevenue = (
  yearRevenue: Amount,
  horizonDays: Amount,
  over: (revenue: Amount) => Amount = (x) => x
) => ratio(multiply(over(greatest(yearRevenue, amount("0"))), horizonDays), num(365)).$notNull();

/** Summed over customers: a risk × their expected revenue, each to four decimals. */
export const valueAt = (risk: Expression<number | null>, expected: Amount) =>
  sum(toMoney(round(multiply(risk, toDouble(expected)), 4))).$castTo<number | null>();
