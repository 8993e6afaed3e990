import fc from "fast-check";
import {expect, it} from "vitest";
import type {Settings} from "../../models/settings.ts";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {intCustomerOrders} from "../../models/intermediate/int_customer_orders.ts";
import {intCustomerProfile} from "../../models/intermediate/int_customer_profile.ts";
import {intCustomerStage} from "../../models/intermediate/int_customer_stage.ts";
import {intLifecycle} from "../../models/intermediate/int_lifecycle.ts";
import {intStageSpell} from "../../models/intermediate/int_stage_spell.ts";
import {askModel} from "./askModel.ts";
import {quantile} from "./oracle.ts";
import {usual} from "./retention.ts";

const asOf = [intAsOf, [{as_of_on: "2026-06-30", as_of_month: "2026-06-01", history_from_on: "2024-01-01"}]] as const;
const gaps = (days: readonly number[]) =>
  [
    intCustomerOrders,
    days.map((days_since_previous, i) => ({order_id: `o${i}`, days_since_previous, is_first_of_day: true}))
  ] as const;
const within = (horizonDays: number | null, lifecycle: Partial<Settings["lifecycle"]> = {}) => ({
  churn: {...usual.churn, horizonDays},
  lifecycle: {...usual.lifecycle, ...lifecycle}
});
async function cuts(settings: Partial<Settings>, days: readonly number[]) {
  const row = (await askModel(intLifecycle, [asOf, gaps(days)], settings)).find(({is_as_of}) => is_as_of)!;
  return {slipping: row.slipping_after_days, dormant: row.dormant_after_days, lost: row.lost_after_days};
}

it("slipping, dormant and lost begin at the 75th percentile, the horizon and the 98th percentile of the gaps", async () => {
  const days = Array.from({length: 101}, (_, i) => i * 10 + 1);
  expect(await cuts(within(70), days)).toEqual({slipping: 70, dormant: 70, lost: 981});
  expect(await cuts(within(910), days)).toEqual({slipping: 751, dormant: 910, lost: 1820});
  expect(await cuts(within(null), days)).toEqual({slipping: 751, dormant: 903, lost: 1806});
});

it("where nobody has bought twice the horizon alone decides, 13 weeks unless configured", async () => {
  expect(await cuts(within(60), [])).toEqual({slipping: 30, dormant: 60, lost: 120});
  expect(await cuts(within(null), [])).toEqual({slipping: 45.5, dormant: 91, lost: 182});
});

it("configured days hold, and those that are not configured yield to them", async () => {
  const days = Array.from({length: 101}, (_, i) => i + 1);
  const all = {slippingDays: 10, dormantDays: 20, lostDays: 30};
  expect(await cuts(within(null, all), days)).toEqual({slipping: 10, dormant: 20, lost: 30});
  expect(await cuts(within(70, {dormantDays: 40}), days)).toEqual({slipping: 40, dormant: 40, lost: 99});
  expect(await cuts(within(70, {lostDays: 50}), days)).toEqual({slipping: 50, dormant: 50, lost: 50});
  expect(await cuts(within(70, {slippingDays: 200}), days)).toEqual({slipping: 200, dormant: 200, lost: 400});
});

it("quantiles of counted gaps are those of the gaps one by one", async () => {
  const some = fc.array(fc.integer({min: 1, max: 60}), {minLength: 1, maxLength: 40});
  await fc.assert(
    fc.asyncProperty(some, async (days) => {
      const {slipping, lost} = await cuts(within(1000), days);
      expect(slipping).toBeCloseTo(quantile(days, 0.75)!, 10);
      expect(lost).toBe(2000);
      const short = await cuts(within(1), days);
      expect(short.lost).toBeCloseTo(Math.max(2, quantile(days, 0.98)!), 10);
    }),
    {numRuns: 25, seed: 4}
  );
});

it("a history under twice the days of lost is not settled", async () => {
  const rows = await askModel(intLifecycle, [asOf, gaps([])], within(91));
  const settled = rows.filter(({is_settled}) => is_settled).map(({stage_on}) => stage_on.toISOString().slice(0, 10));
  expect(settled[0]).toBe("2024-12-31");
  expect(rows.length).toBe(26);
  expect(rows.filter(({is_as_of}) => is_as_of).length).toBe(1);
});

it("without any order there is as_of and the month before it", async () => {
  const alone = [intAsOf, [{as_of_on: "2026-06-30", as_of_month: "2026-06-01", history_from_on: null}]] as const;
  const rows = await askModel(intLifecycle, [alone]);
  expect(rows.map(({gaps, dormant_after_days}) => [gaps, dormant_after_days])).toEqual([
    [0, 91],
    [0, 91]
  ]);
});

/** Purchases of one customer, so many days before as_of, under cuts at 20, 50 and 100 days. */
async function stage(daysAgo: readonly number[], loyalPurchaseDays = 4): Promise<string> {
  const days = [...new Set(daysAgo)];
  const dayOf = (ago: number) => new Date(Date.UTC(2026, 5, 30 - ago)).toISOString().slice(0, 10);
  const spell = () => ({
    customer_id: "C-1",
    last_order_on: dayOf(days.at(-1)!),
    last_gap_days: days.length > 1 ? days.at(-2)! - days.at(-1)! : null,
    purchase_days: days.length
  });
  const [row] = await askModel(
    intCustomerStage,
    [
      [intCustomerProfile, [{customer_id: "C-1", party: "person"}]],
      [
        intLifecycle,
        [
          {
            stage_on: "2026-06-30",
            is_as_of: true,
            slipping_after_days: 20,
            dormant_after_days: 50,
            lost_after_days: 100
          },
          {stage_on: "2026-05-31", slipping_after_days: 1, dormant_after_days: 1, lost_after_days: 1}
        ]
      ],
      [intStageSpell, days.length ? [spell()] : []]
    ],
    {lifecycle: {...usual.lifecycle, loyalPurchaseDays}}
  );
  return row!.stage;
}

it("loyal begins at the configured number of purchase days", async () => {
  expect(await stage([40, 30, 10], 3)).toBe("loyal");
  expect(await stage([50, 40, 30, 10], 5)).toBe("active");
});

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
  expect(await stage(daysAgo)).toBe(expected);
});
