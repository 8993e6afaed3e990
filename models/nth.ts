import type {Expression} from "kysely";
import {compare, num, text, toDouble, when, type Value} from "./sql.ts";

type Place = Expression<number>;

/** The n-th of some texts, counted from 1. */
export const nth = (texts: readonly string[], n: Place): Value<string> =>
  texts.reduceRight<Value<string>>(
    (otherwise, value, i) => when(compare(n, "=", num(i + 1)), text(value), otherwise),
    text(texts.at(-1)!)
  );

/** The n-th of some numbers as a double, counted from 1. */
export const nthNumber = (values: readonly number[], n: Place) =>
  values.reduceRight<Value<number>>(
    (otherwise, value, i) => when(compare(n, "=", num(i + 1)), toDouble(num(value)), otherwise),
    toDouble(num(values.at(-1)!))
  );
