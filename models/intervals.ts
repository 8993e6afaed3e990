import type {Expression} from "kysely";
import {add, greatest, least, multiply, num, ratio, sqrt, subtract, toDouble} from "./sql.ts";

type Count = Expression<number>;

const z = 1.959963984540054;

/** (x + z²/2 ± z √(x (n − x) / n + z²/4)) ÷ (n + z²), null for n = 0. Source: Wilson (1927). */
const wilson = (side: typeof add) => (successes: Count, n: Count) => {
  const variance = ratio(multiply(toDouble(successes), subtract(toDouble(n), toDouble(successes))), n);
  const half = multiply(num(z), sqrt(add(variance, num((z * z) / 4))));
  return ratio(side(add(toDouble(successes), num((z * z) / 2)), half), add(toDouble(n), num(z * z)));
};

/** Lower end of the 95 % Wilson interval of a proportion. */
export const wilsonLow = (successes: Count, n: Count) =>
  greatest(toDouble(num(0)), wilson(subtract)(successes, n)).$castTo<number>();
/** Upper end of the 95 % Wilson interval of a proportion. */
export const wilsonHigh = (successes: Count, n: Count) =>
  least(toDouble(num(1)), wilson(add)(successes, n)).$castTo<number>();

/** Half the 95 % multinomial interval of a net promoter score, in points: z √((P + D − (P − D)²) ÷ n) over shares P, D. */
export const npsMargin = (promoters: Count, detractors: Count, n: Count) => {
  const net = ratio(subtract(promoters, detractors), n);
  const variance = subtract(ratio(add(promoters, detractors), n), multiply(net, net));
  return multiply(num(100 * z), sqrt(ratio(greatest(variance, toDouble(num(0))), n)));
};
