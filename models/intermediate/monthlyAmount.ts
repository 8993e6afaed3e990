import type {Expression} from "kysely";
import {amount, coalesce, compare, multiply, num, ratio, text, toMoney, round, when, type Value} from "../sql.ts";

/** Months of a billing interval as a fraction: a year has 12 months, 4 quarters and 52 weeks. */
const months = {week: [12, 52], month: [1, 1], quarter: [3, 1], half_year: [6, 1], year: [12, 1]} as const;

/** What an amount per billing interval is a month, to four decimals; zero where amount or interval is unknown. */
export const monthlyAmount = (
  recurring: Expression<number | null>,
  interval: Expression<string | null>
): Value<number> =>
  Object.entries(months).reduceRight<Value<number>>(
    (otherwise, [name, [top, bottom]]) =>
      when(
        compare(interval, "=", text(name)),
        coalesce(toMoney(round(ratio(multiply(recurring, num(bottom)), num(top)), 4)), amount("0")),
        otherwise
      ),
    amount("0")
  );
