import type {Expression} from "kysely";
import {add, greatest, isKnown, least, multiply, num, onlyWhen, sqrt, subtract, toDouble} from "./sql.ts";

type Share = Expression<number | null>;

/** A share with its Wilson interval; null where there is nobody. */
export interface SharedOut {
  share: Share;
  low: Share;
  high: Share;
}

const squared = (x: Share) => multiply(x, x);
const apart = (a: Share, b: Share, c: Share, d: Share) => sqrt(add(squared(subtract(a, b)), squared(subtract(c, d))));
const difference = (a: SharedOut, b: SharedOut) => subtract(a.share, b.share);

/** Lower end of the 95 % interval of a − b, not under −1; null where either is. Source: Newcombe (1998), method 10. */
export const differenceLow = (a: SharedOut, b: SharedOut) => {
  const end = subtract(difference(a, b), apart(a.share, a.low, b.high, b.share));
  return onlyWhen(isKnown(end), greatest<number | null>(toDouble(num(-1)), end));
};

/** Upper end of the same, not over 1. */
export const differenceHigh = (a: SharedOut, b: SharedOut) => {
  const end = add(difference(a, b), apart(a.high, a.share, b.share, b.low));
  return onlyWhen(isKnown(end), least<number | null>(toDouble(num(1)), end));
};
