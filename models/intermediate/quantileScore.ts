import type {Expression} from "kysely";
import {add, compare, max, num, quantile, toDouble, when, yes, type Value} from "../sql.ts";

type Measure = Expression<number>;

/** The cuts between five scores, in percent. */
export const fifths = [20, 40, 60, 80] as const;

/** The four cuts of a measure, named measure_20 … measure_80: configured limits, else its quantiles over all rows. */
export const cutsOf = <const Name extends string>(name: Name, x: Measure, limits?: readonly number[]) =>
  fifths.map((fifth, i) =>
    (limits ? max(toDouble(num(limits[i]!))) : quantile(x, fifth / 100)).as(
      `${name}_${fifth}` as `${Name}_${(typeof fifths)[number]}`
    )
  );

/** One more than the number of cuts strictly below the value: equal values share it. */
export const cutsBelow = (x: Measure, cuts: readonly Expression<number | null>[]) =>
  cuts.reduce<Value<number>>((score, cut) => add(score, when(compare(toDouble(x), ">", cut), num(1), num(0))), num(1));

/** Whether an age in days lies in a window of so many days; null: no limit. */
export const inWindow = (age: Measure, days: number | null) => (days === null ? yes : compare(age, "<", num(days)));
