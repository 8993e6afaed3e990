import {readDoubles} from "../../warehouse/doubleColumns.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import type {PurchaseGroups} from "../statistics/purchase/groups.ts";
import type {SpendGroups} from "../statistics/purchase/gammaGamma.ts";

/** Days of the unit of time in which purchase models are fitted. */
export const week = 7;

/** Groups of customers with equal histories, in weeks, and what they bought in the days held out. */
export interface SpanGroups {
  groups: PurchaseGroups;
  heldoutDays: Float64Array;
  /** Σ (y ln y − y) over the customers: what a Poisson deviance takes from the observations alone. */
  saturated: number;
}

/** The customers of a span, grouped by their histories, in an order that hangs on nothing else. */
export async function readGroups(warehouse: Warehouse, span: string): Promise<SpanGroups> {
  const [repeats, lastAge, age, customers, heldoutDays] = await readDoubles(
    warehouse,
    `select cast(repeat_days as double), cast(last_age_days as double), cast(age_days as double), cast(count(*) as double),
       cast(coalesce(sum(heldout_days), 0) as double)
     from int_purchase_history where span = '${span}' group by repeat_days, last_age_days, age_days
     order by repeat_days, age_days, last_age_days`
  );
  const [observed, observers] = await readDoubles(
    warehouse,
    `select cast(heldout_days as double), cast(count(*) as double) from int_purchase_history
     where span = '${span}' and heldout_days > 0 group by heldout_days order by heldout_days`
  );
  const none = new Float64Array(0);
  const weeks = (days: Float64Array = none) => days.map((n) => n / week);
  return {
    groups: {repeats: repeats ?? none, lastAge: weeks(lastAge), age: weeks(age), customers: customers ?? none},
    heldoutDays: heldoutDays ?? none,
    saturated: (observed ?? none).reduce((sum, y, i) => sum + observers![i]! * (y * Math.log(y) - y), 0)
  };
}

/** Customers who came back and paid for it, one element each. */
export async function readSpend(warehouse: Warehouse, span: string): Promise<SpendGroups> {
  const none = new Float64Array(0);
  const [repeats = none, meanSpend = none, customers = none] = await readDoubles(
    warehouse,
    `select cast(repeat_days as double), cast(repeat_spend as double), cast(count(*) as double) from int_purchase_history
     where span = '${span}' and repeat_spend is not null group by repeat_days, repeat_spend order by repeat_days, repeat_spend`
  );
  return {repeats, meanSpend, customers};
}
