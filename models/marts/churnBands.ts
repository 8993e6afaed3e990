import type {Expression} from "kysely";
import {add, compare, num, when, type Value} from "../sql.ts";

type Measure = Expression<number>;

/** Days since the last order ÷ median gap of all customers at which a new band begins; band 1 begins at 0. */
export const silenceCuts = [0.5, 1, 1.5, 2, 3, 5, 10] as const;

/** Numbers of orders at which a new band begins; band 1 begins at one order. */
const ordersCuts = [2, 4] as const;

export const ordersLabels = ["1", "2–3", "4+"] as const;

const bandOf = (x: Measure, cuts: readonly number[]) =>
  cuts.reduce<Value<number>>((band, cut) => add(band, when(compare(x, ">=", num(cut)), num(1), num(0))), num(1));

export const silenceBandOf = (ratio: Measure) => bandOf(ratio, silenceCuts);
export const ordersBandOf = (orders: Measure) => bandOf(orders, ordersCuts);
