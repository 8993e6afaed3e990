import type {Expression} from "kysely";
import {cohortPeriods, type CohortPeriod} from "./cohortDimensions.ts";
import {nth} from "./nth.ts";
import * as s from "./sql.ts";

type Day = Expression<Date>;

/** Days of a rolling period. */
export const rollingDays = 30;

/** One period: the cohort of a first order, elapsed periods since it, and which of them are over for a whole cohort. */
interface Period {
  /** First day of the cohort. */
  cohortOn: (first: Day) => s.Value<Date>;
  /** Elapsed periods from the first order to a later day. */
  elapsed: (first: Day, day: Day) => s.Value<number>;
  /** How many elapsed periods, the first included, are over for everybody of a cohort. */
  completed: (cohort: Day, asOf: Day) => s.Value<number>;
  /** How many have begun for somebody of it. */
  reached: (cohort: Day, asOf: Day) => s.Value<number>;
  /** First day of an elapsed period. */
  from: (cohort: Day, elapsed: Expression<number>) => s.Value<Date>;
}

const one = s.num(1);
const wholly = (x: Expression<number>, by: number) => s.toBigint(s.floor(s.ratio(x, s.num(by)).$notNull()));
const after = (day: Day) => s.addDays(day, one);

/** Periods of the calendar, of `months` each or weeks: `start` is the first day of the one that a day is in. */
function calendar(start: (day: Day) => s.Value<Date>, between: Period["elapsed"], add: Period["from"]): Period {
  const elapsed: Period["elapsed"] = (first, day) => between(start(first), start(day));
  return {
    cohortOn: start,
    elapsed,
    completed: (cohort, asOf) => between(cohort, start(after(asOf))),
    reached: (cohort, asOf) => s.add(between(cohort, start(asOf)), one),
    from: add
  };
}

const monthly = (months: number, start: (day: Day) => s.Value<Date>): Period =>
  calendar(
    start,
    (a, b) => (months === 1 ? s.toBigint(s.monthsBetween(a, b)) : wholly(s.monthsBetween(a, b), months)),
    (cohort, elapsed) => s.addMonths(cohort, s.multiply(elapsed, s.num(months)))
  );

const periods: Record<CohortPeriod, Period> = {
  week: calendar(
    s.week,
    (a, b) => wholly(s.daysBetween(a, b), 7),
    (cohort, elapsed) => s.addDays(cohort, s.multiply(elapsed, s.num(7)))
  ),
  month: monthly(1, s.month),
  quarter: monthly(3, s.quarter),
  rolling: {
    cohortOn: s.month,
    elapsed: (first, day) => wholly(s.daysBetween(first, day), rollingDays),
    completed: (cohort, asOf) => {
      const nextCohort = s.addMonths(cohort, one);
      return s.greatest(s.toBigint(s.num(0)), wholly(s.add(s.daysBetween(nextCohort, asOf), s.num(2)), rollingDays));
    },
    reached: (cohort, asOf) => s.add(wholly(s.daysBetween(cohort, asOf), rollingDays), one),
    from: (cohort, elapsed) => s.addDays(cohort, s.multiply(elapsed, s.num(rollingDays)))
  }
};

/** What a period says, where `n` counts the periods from 1. */
export const byPeriod = <T>(n: Expression<number>, of: (period: Period) => s.Value<T>): s.Value<T> =>
  cohortPeriods
    .slice(0, -1)
    .reduceRight<s.Value<T>>(
      (otherwise, name, i) => s.when(s.compare(n, "=", s.num(i + 1)), of(periods[name]), otherwise) as s.Value<T>,
      of(periods.rolling)
    );

/** The name of the n-th period. */
export const periodName = (n: Expression<number>) => nth(cohortPeriods, n).$castTo<CohortPeriod>();
