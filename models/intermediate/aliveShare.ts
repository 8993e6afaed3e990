import type {Expression} from "kysely";
import * as s from "../sql.ts";

type Numeric = Expression<number | null>;

/** Parameters of the MBG/NBD: purchase rate Gamma(r, alpha), dropout Beta(a, b); null where nothing could be fitted. */
interface Parameters {
  r: Numeric;
  alpha: Numeric;
  a: Numeric;
  b: Numeric;
}

/** Repeat purchases, and the ages of the customer at the last of them and now, in the unit of the parameters. */
interface History {
  repeats: Numeric;
  lastAge: Numeric;
  age: Numeric;
}

const one = s.num(1);

/**
 * Probability that a customer is still one, by the MBG/NBD: 1 ÷ (1 + a ÷ (b + x) · ((α + T) ÷ (α + t_x))^(r + x)).
 *
 * Source: Batislam, Denizel & Filiztekin (2007). Null where the parameters are.
 */
export function aliveShare({r, alpha, a, b}: Parameters, {repeats, lastAge, age}: History): s.Value<number | null> {
  const growth = s.ln(s.ratio(s.add(alpha, age), s.add(alpha, lastAge)));
  const odds = s.multiply(s.ratio(a, s.add(b, repeats)), s.exp(s.multiply(s.add(r, repeats), growth)));
  return s.ratio(one, s.add(one, odds));
}

/**
 * Probability of a purchase within the horizon: P(alive) · (1 − ((α + T) ÷ (α + T + h))^(r + x)).
 *
 * Exact for BG/NBD and MBG/NBD, where a customer leaves only right after a purchase: one who is alive buys at a rate Gamma(r + x, α + T).
 */
export function returnShare(
  {r, alpha}: Parameters,
  {repeats, age}: History,
  alive: Numeric,
  horizon: Numeric
): s.Value<number | null> {
  const shrinks = s.ln(s.ratio(s.add(alpha, age), s.add(s.add(alpha, age), horizon)));
  return s.multiply(alive, s.subtract(one, s.exp(s.multiply(s.add(r, repeats), shrinks))));
}
