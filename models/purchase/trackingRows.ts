import type {Warehouse} from "../../warehouse/warehouse.ts";
import {purchaseModels} from "../statistics/purchase/fitPurchase.ts";
import type {KnownPurchase} from "./readModels.ts";
import {expectedBy} from "./tracking.ts";

/** One week: its Monday as a day number since 1970, what came and what each model expected; null where it was not fitted. */
export interface TrackedWeek {
  monday: number;
  actual: number;
  expected: (number | null)[];
  isHeldOut: boolean;
  isPartial: boolean;
}

const dayNumber = (column: string) => `datediff('day', date '1970-01-01', ${column})`;

/** Every week from the first purchase to the end of the days held out, of the customers of the calibration span. */
export async function trackedWeeks(warehouse: Warehouse, models: readonly KnownPurchase[]): Promise<TrackedWeek[]> {
  const [span] = await warehouse.rows<{to: number; until: number}>(
    `select ${dayNumber("to_on")} as to, ${dayNumber("to_on")} + horizon_days as until from int_purchase_span where span = 'calibration'`
  );
  if (!span) return [];
  const firsts = new Map(
    (
      await warehouse.rows<{day: number; n: number}>(
        `select ${dayNumber("first_on")} as day, count(*) as n from int_purchase_history where span = 'calibration' group by 1 order by 1`
      )
    ).map(({day, n}) => [day, n])
  );
  const came = new Map(
    (
      await warehouse.rows<{monday: number; n: number}>(
        `select ${dayNumber("date_trunc('week', ordered_on)")} as monday, count(*) as n
         from int_customer_orders, int_purchase_span
         where span = 'calibration' and is_first_of_day and ordered_on > first_order_on and first_order_on <= to_on
           and ordered_on <= to_on + cast(horizon_days as integer) group by 1`
      )
    ).map(({monday, n}) => [monday, n])
  );
  const from = mondayOf(Math.min(...firsts.keys()));
  if (!Number.isFinite(from)) return [];
  const mondays = Array.from({length: Math.floor((span.until - from) / 7) + 1}, (_, i) => from + 7 * i);
  const stretches = mondays.map((monday) => ({from: monday, to: Math.min(monday + 6, span.until)}));
  const expected = purchaseModels.map((name) => {
    const known = models.find(({model}) => model === name);
    return known ? expectedBy(known, firsts, stretches) : null;
  });
  return mondays.map((monday, i) => ({
    monday,
    actual: came.get(monday) ?? 0,
    expected: expected.map((values) => values?.[i] ?? null),
    isHeldOut: monday > span.to,
    isPartial: monday + 6 > span.until
  }));
}

/** The Monday of a day's week; day 0 was a Thursday. */
const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7);
