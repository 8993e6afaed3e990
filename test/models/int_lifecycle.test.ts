import {expect, it} from "vitest";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {intCustomerOrders} from "../../models/intermediate/int_customer_orders.ts";
import {intCustomerProfile} from "../../models/intermediate/int_customer_profile.ts";
import {intCustomerStage} from "../../models/intermediate/int_customer_stage.ts";
import {intLifecycle} from "../../models/intermediate/int_lifecycle.ts";
import {askModel} from "./askModel.ts";

const asOf = (horizon_days: number) => [intAsOf, [{horizon_days, as_of_on: "2026-06-30"}]] as const;
const gaps = (days: readonly number[]) =>
  [
    intCustomerOrders,
    days.map((days_since_previous, i) => ({order_id: `o${i}`, days_since_previous, is_first_of_day: true}))
  ] as const;
const cuts = async (horizon: number, days: readonly number[]) =>
  (await askModel(intLifecycle, [asOf(horizon), gaps(days)]))[0];

it("slipping, dormant and lost begin at the 75th percentile, the horizon and the 98th percentile of the gaps", async () => {
  const days = Array.from({length: 101}, (_, i) => i * 10 + 1);
  expect(await cuts(70, days)).toEqual({slipping_after_days: 70, dormant_after_days: 70, lost_after_days: 981});
  expect(await cuts(910, days)).toEqual({slipping_after_days: 751, dormant_after_days: 910, lost_after_days: 1820});
});

it("where nobody has bought twice the horizon alone decides", async () => {
  expect(await cuts(91, [])).toEqual({slipping_after_days: 45.5, dormant_after_days: 91, lost_after_days: 182});
});

/** Purchases of one customer, so many days before as_of, under cuts at 20, 50 and 100 days. */
async function stage(...daysAgo: number[]): Promise<string> {
  const dayOf = (ago: number) => new Date(Date.UTC(2026, 5, 30 - ago)).toISOString().slice(0, 10);
  const orders = daysAgo.map((ago, i) => ({
    order_id: `o${i}`,
    customer_id: "C-1",
    ordered_on: dayOf(ago),
    order_number: i + 1,
    days_since_previous: i ? daysAgo[i - 1]! - ago : null,
    is_first_of_day: i === 0 || daysAgo[i - 1] !== ago
  }));
  const [row] = await askModel(intCustomerStage, [
    asOf(50),
    [intCustomerOrders, orders],
    [intCustomerProfile, [{customer_id: "C-1", party: "person"}]],
    [intLifecycle, [{slipping_after_days: 20, dormant_after_days: 50, lost_after_days: 100}]]
  ]);
  return row!.stage;
}

it.each([
  ["who never ordered is a prospect", [], "prospect"],
  ["one purchase day in rhythm is new, also with two orders", [20, 20], "new"],
  ["silence as long as the cut is still in rhythm", [40, 20], "active"],
  ["a day more is slipping", [40, 21], "slipping"],
  ["silence as long as the horizon is slipping", [50], "slipping"],
  ["a day more is dormant", [51], "dormant"],
  ["silence as long as the last cut is dormant", [100], "dormant"],
  ["a day more is lost", [101], "lost"],
  ["four purchase days in rhythm are loyal", [50, 40, 30, 10], "loyal"],
  ["three are active", [40, 30, 10], "active"],
  [
    "who comes back after a gap longer than the horizon is reactivated, whatever was before",
    [90, 80, 70, 61, 10],
    "reactivated"
  ],
  ["and loyal again with the next purchase", [90, 80, 70, 61, 10, 5], "loyal"],
  ["who left is not loyal for what was", [300, 290, 280, 270, 260], "lost"]
] as const)("%s", async (_, daysAgo, expected) => {
  expect(await stage(...daysAgo)).toBe(expected);
});
