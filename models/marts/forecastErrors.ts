import type {Expression, QueryCreator} from "kysely";
import {nthNumber} from "../nth.ts";
import * as s from "../sql.ts";
import {tQuantiles} from "../studentT.ts";

/** Past forecasts from which on their errors make an interval. */
export const leastForecasts = 6;

interface PastErrors {
  judged_months_before: number;
  judged_months_ahead: number;
  tested_forecasts: number;
  error_margin: number | null;
}

/**
 * How far forecasts were off, one row per day on which one is made and horizon: from the relation `forecasts` with months_before,
 * months_ahead (the last month that it is about), expected_value and came_value, only those whose last month was over by that day.
 *
 * The margin is t(n) √(Σ error² ÷ n) √(1 + 1 ÷ n), Student's t at 97.5 %: half the 95 % prediction interval of an unbiased forecast; null
 * under six.
 */
export const forecastErrors = (db: QueryCreator<any>) =>
  db
    .selectFrom("forecasts as now")
    .innerJoin("forecasts as past", (on) =>
      on
        .onRef("past.months_ahead", "=", "now.months_ahead")
        .on(({ref}) =>
          s.compare(s.subtract(ref("past.months_before"), ref("now.months_before")), ">", ref("now.months_ahead"))
        )
    )
    .where("past.expected_value", "is not", null)
    .where("past.came_value", "is not", null)
    .groupBy(["now.months_before", "now.months_ahead"])
    .select(({ref}) => {
      const error = s.toMoney(s.subtract(ref("past.came_value"), ref("past.expected_value")));
      const n = s.countRows();
      const spread = s.sqrt(s.ratio(s.sum(s.exactProduct(error, error)), n));
      const times = s.multiply(
        nthNumber(tQuantiles, s.least(n, s.num(tQuantiles.length))),
        s.sqrt(s.add(s.num(1), s.ratio(s.num(1), n)))
      );
      return [
        ref("now.months_before").as("judged_months_before"),
        ref("now.months_ahead").as("judged_months_ahead"),
        n.as("tested_forecasts"),
        s.onlyWhen(s.compare(n, ">=", s.num(leastForecasts)), s.multiply(times, spread)).as("error_margin")
      ];
    })
    .$castTo<PastErrors>();

/** Ends of the interval about a forecast, low not under zero, to four decimals as amounts are; null where the forecast or its margin is. */
export function intervalOf(expected: Expression<number | null>, margin: Expression<number | null>) {
  const middle = s.toDouble(expected);
  return {
    low: s.onlyWhen(
      s.isKnown(s.add(expected, margin)),
      s.round(s.greatest<number | null>(s.toDouble(s.num(0)), s.subtract(middle, margin)), 4)
    ),
    high: s.round(s.add(middle, margin), 4)
  };
}
