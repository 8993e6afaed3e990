import type {Expression} from "kysely";
import {floor, least, multiply, num, toBigint, toDouble} from "../sql.ts";

/** The tenth of the scale in which a risk lies: 0 under 10 %, … 9 from 90 %; null for none. */
export const riskTenth = <T extends number | null>(risk: Expression<T>) =>
  toBigint(floor(least<T>(multiply(risk, num(10)).$castTo<T>(), toDouble(num(9)).$castTo<T>())));
