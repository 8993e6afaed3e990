import type {Expression} from "kysely";
import {countRows, multiply, num, ratio, round, sum, toBigint, toDouble} from "./sql.ts";

type Real = Expression<number | null>;

/** How finely a double is counted before it is summed. */
const parts = 1e12;

/** A double as whole parts: what is summed over them is the same in every order of the rows. */
export const inParts = (x: Real, of = parts) => toBigint(round(multiply(x, num(of))));

/** A sum of whole parts as the double that it stands for. */
export const fromParts = (total: Real, of = parts) => ratio(total, num(of));

/** The mean of a double over the rows that have one, the same in every order of the rows; null over none. */
export const exactMean = (x: Real) => ratio(sum(inParts(x)), multiply(toDouble(num(parts)), countKnown(x)));

/** How many rows have one. */
export const countKnown = (x: Real) => countRows().filterWhere(x as never, "is not", null as never);
