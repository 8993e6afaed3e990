import type {Expression} from "kysely";
import {compare, floor, min, multiply, num, onlyWhen, subtract, toDouble, add, coalesce} from "../sql.ts";

type Count = Expression<number>;

/** One value of a distribution given as counts: how many are at most it, and how many there are. */
interface Counted {
  value: Count;
  upTo: Count;
  all: Count;
}

/**
 * The interpolated quantile (Hyndman–Fan type 7) over groups of counted values, a double: what `quantile` says of the values one by one.
 *
 * The values between which it lies are the smallest that ⌊h⌋ and ⌊h⌋ + 1 others or fewer stand below, h = p (n − 1).
 */
export function countedQuantile({value, upTo, all}: Counted, p: number, total: Count) {
  const placeOf = (n: Count) => multiply(toDouble(num(p)), subtract(n, num(1)));
  const below = floor(placeOf(all));
  const low = toDouble(min(onlyWhen(compare(upTo, ">", below), value)));
  const high = toDouble(min(onlyWhen(compare(upTo, ">", add(below, num(1))), value)));
  const part = subtract(placeOf(total), floor(placeOf(total)));
  return add(low, multiply(subtract(coalesce(high, low), low), part));
}
