import type {Expression} from "kysely";
import type {Settings} from "../settings.ts";
import {both, compare, either, num, text, when, type Value} from "../sql.ts";

type Score = Expression<number>;

const isOneOf = (score: Score, values: readonly number[]) =>
  either(...values.map((value) => compare(score, "=", num(value))));

/** The segment that the configuration gives to a pair of scores. */
export function segmentOf({rfm}: Settings, recency: Score, frequency: Score): Value<string> {
  return rfm.segments.reduceRight<Value<string>>(
    (otherwise, row) =>
      when(both(isOneOf(recency, row.recency), isOneOf(frequency, row.frequency)), text(row.segment), otherwise),
    text(rfm.segments.at(-1)!.segment)
  );
}
