import type {Warehouse} from "../../../warehouse/warehouse.ts";

/** A day at which a recommendation is made: what was bought before it is known. */
export interface Windows {
  /** Days after it within which a purchase counts as a hit. */
  horizon: number;
  /** Learns from what came then; absent where history is too short. */
  learn?: string;
  /** Chooses the method by what came then. */
  choose?: string;
  /** Reports what came then: nothing was learnt or chosen there. */
  test?: string;
  /** The day after as_of: of what is recommended now. */
  now: string;
}

/** Least and most days of a horizon; it is an eighth of the history. */
const [shortest, longest] = [14, 60];

/**
 * The days at which recommendations are made. Three horizons that touch and do not overlap end with as_of: the first is learnt from, the
 * second chooses, the third reports. Before the first lies at least one horizon of history.
 */
export async function windowsOf(warehouse: Warehouse): Promise<Windows> {
  const {days, now} = await warehouse.row<{days: number | null; now: string}>(`
    select (select as_of_on from int_as_of) - min(ordered_on) + 1 as days, cast(coalesce((select as_of_on from int_as_of), date '1970-01-01') + 1 as varchar) as now
    from int_basket_item where customer_number is not null`);
  const horizon = Math.min(longest, Math.max(shortest, Math.floor((days ?? 0) / 8)));
  const before = (horizons: number) =>
    new Date(Date.parse(now) - horizons * horizon * 86_400_000).toISOString().slice(0, 10);
  if ((days ?? 0) < 4 * horizon) return {horizon, now};
  return {horizon, learn: before(3), choose: before(2), test: before(1), now};
}
