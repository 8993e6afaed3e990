import type {Expression} from "kysely";
import * as s from "../sql.ts";
import {nextReturn, type Ref} from "./part.ts";

/** Months of billing intervals that are long enough to speak of a renewal. */
const long = {quarter: 3, half_year: 6, year: 12} as const;

type Interval = Expression<string | null>;

/** The last day, as_of included, of the term of whole intervals since `on` that runs at as_of; null where the interval is unknown. */
export const termEnd = (on: Expression<any>, interval: Interval, ref: Ref): s.Value<Date | null> =>
  s.when(
    s.compare(interval, "=", s.text("week")),
    endOfWeek(on, ref),
    ofMonths({month: 1, ...long}, on, interval, ref)
  );

/** The same of terms of three months or more; null of shorter ones too. */
export const longTermEnd = (on: Expression<any>, interval: Interval, ref: Ref): s.Value<Date | null> =>
  ofMonths(long, on, interval, ref);

function ofMonths(known: Readonly<Record<string, number>>, on: Expression<any>, interval: Interval, ref: Ref) {
  const months = Object.entries(known).reduceRight<s.Value<number | null>>(
    (otherwise, [name, n]) => s.when(s.compare(interval, "=", s.text(name)), s.toBigint(s.num(n)), otherwise),
    s.nothing<number>("bigint")
  );
  return s.onlyWhen(s.isKnown(months), nextReturn(on, months as never, ref));
}

function endOfWeek(on: Expression<any>, ref: Ref) {
  const weeks = s.ceil(s.ratio(s.daysBetween(on, ref("as_of_on")), s.num(7)) as s.Value<number>);
  return s.addDays(on, s.toBigint(s.multiply(s.greatest<any>(weeks, s.toDouble(s.num(1))), s.num(7))));
}
