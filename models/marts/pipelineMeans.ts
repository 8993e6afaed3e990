import type {QueryCreator} from "kysely";
import * as s from "../sql.ts";

/** Past days over whose months the mean of what came from opportunities not yet known is taken. */
const newMonths = 12;
/** Months before over which the naive forecast is the mean. */
const naiveMonths = 3;

/**
 * What opportunities that a day does not know yet will bring, one row per row of `known`: the mean of what such brought as far ahead of
 * the twelve earlier days whose months were over by it.
 */
export const expectedOfNew = (db: QueryCreator<any>) =>
  db
    .selectFrom("known as now")
    .innerJoin("known as past", (on) =>
      on
        .onRef("past.months_ahead", "=", "now.months_ahead")
        .on(({ref}) => within(s.subtract(ref("past.months_before"), ref("now.months_before")), ref))
    )
    .groupBy(["now.months_before", "now.months_ahead"])
    .select(({ref}) => [
      ref("now.months_before").as("new_months_before"),
      ref("now.months_ahead").as("new_months_ahead"),
      s
        .toMoney(s.round(s.ratio(s.sum(ref("past.came_new_value")), s.count(ref("past.came_new_value"))), 4))
        .as("expected_new_value")
    ])
    .$castTo<{new_months_before: number; new_months_ahead: number; expected_new_value: number | null}>();

/** The mean of the three months before, of a running month the rest of them, one row per row of `known` with such months. */
export const naiveForecast = (db: QueryCreator<any>) =>
  db
    .selectFrom("known as now")
    .innerJoin("known as past", (on) =>
      on.onRef("past.months_ahead", "=", "now.months_ahead").on(({ref}) => {
        const earlier = s.subtract(ref("past.months_before"), ref("now.months_before"));
        return s.both(s.compare(earlier, ">", s.num(0)), s.compare(earlier, "<=", s.num(naiveMonths)));
      })
    )
    .innerJoin("month_totals", "month_totals.months_before", "past.months_before")
    .groupBy(["now.months_before", "now.months_ahead"])
    .select(({ref}) => {
      const isRest = s.compare(ref("now.months_ahead"), "=", s.num(0));
      const came = s.when(isRest, s.coalesce(ref("past.came_value"), s.amount("0")), ref("month_value"));
      return [
        ref("now.months_before").as("naive_months_before"),
        ref("now.months_ahead").as("naive_months_ahead"),
        s.toMoney(s.round(s.ratio(s.sum(came), s.countRows()), 4)).as("naive_value")
      ];
    })
    .$castTo<{naive_months_before: number; naive_months_ahead: number; naive_value: number | null}>();

/** Whether an earlier day's month was over by the day, and not more than a year of such days before. */
function within(earlier: s.Value<number>, ref: (name: any) => s.Value<any>) {
  const ahead = ref("now.months_ahead");
  return s.both(s.compare(earlier, ">", ahead), s.compare(earlier, "<=", s.add(ahead, s.num(newMonths))));
}
