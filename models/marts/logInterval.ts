import type {Expression} from "kysely";
import {exp, multiply, num, ratio, coalesce, toDouble} from "../sql.ts";

type Numeric = Expression<number | null>;

const z = 1.959963984540054;

/** x e^(±z error ÷ x): a 95 % interval of what cannot fall below zero. At x = 0 it is 0. */
const end = (sign: 1 | -1) => (x: Numeric, error: Numeric) =>
  multiply(x, exp(multiply(num(sign * z), coalesce(ratio(error, x), toDouble(num(0))))));

/** Lower end of the 95 % interval of a positive value, symmetric in its logarithm. */
export const logLow = end(-1);
/** Upper end of the 95 % interval of a positive value, symmetric in its logarithm. */
export const logHigh = end(1);
