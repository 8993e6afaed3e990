import type {Expression} from "kysely";
import {compare, isNull, num, text, when, type Value} from "../sql.ts";

/** How long ago a customer had last ordered when the campaign came. */
export const recencyBands = ["never", "days_0_90", "days_91_365", "days_over_365"] as const;
export type RecencyBand = (typeof recencyBands)[number];

/** How many orders of the year before a customer had placed. */
export const frequencyBands = ["orders_0", "orders_1", "orders_2_3", "orders_4_more"] as const;
export type FrequencyBand = (typeof frequencyBands)[number];

/** The band of the days since the last order; null: there was none. */
export const recencyBand = (days: Expression<number | null>): Value<RecencyBand> =>
  when(
    isNull(days),
    text("never"),
    when(
      compare(days, "<=", num(90)),
      text("days_0_90"),
      when(compare(days, "<=", num(365)), text("days_91_365"), text("days_over_365"))
    )
  );

/** The band of a number of orders. */
export const frequencyBand = (orders: Expression<number>): Value<FrequencyBand> =>
  when(
    compare(orders, "=", num(0)),
    text("orders_0"),
    when(
      compare(orders, "=", num(1)),
      text("orders_1"),
      when(compare(orders, "<=", num(3)), text("orders_2_3"), text("orders_4_more"))
    )
  );
