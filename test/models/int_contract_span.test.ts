import {expect, it} from "vitest";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {intContractSpan} from "../../models/intermediate/int_contract_span.ts";
import {intCustomerOrders} from "../../models/intermediate/int_customer_orders.ts";
import {intCustomerProfile} from "../../models/intermediate/int_customer_profile.ts";
import {intCustomerSubscriptions} from "../../models/intermediate/int_customer_subscriptions.ts";
import {stgSubscriptions} from "../../models/staging/stg_subscriptions.ts";
import {askModel} from "./askModel.ts";

interface Told {
  id: string;
  customer?: string;
  started: string;
  trial?: string;
  cancelled?: string;
  ended?: string;
  active?: boolean;
  amount?: number;
  interval?: string;
}

const iso = (at: Date | null) => at && at.toISOString().slice(0, 10);

/** The spans of subscriptions, by their ids. */
async function spans(subscriptions: readonly Told[], orders: readonly object[] = []) {
  const rows = await askModel(intContractSpan, [
    [intAsOf, [{as_of_at: "2026-06-24 12:00:00", as_of_on: "2026-06-24"}]],
    [intCustomerOrders, orders as Record<string, unknown>[]],
    [intCustomerProfile, [{customer_id: "ann", acquisition_channel: "web", country: "GB"}]],
    [
      stgSubscriptions,
      subscriptions.map(({id, started, trial = null, cancelled = null, ended = null, interval = "month"}) => ({
        subscription_id: id,
        started_at: started,
        trial_ends_at: trial,
        cancelled_at: cancelled,
        ended_at: ended,
        billing_interval: interval
      }))
    ],
    [
      intCustomerSubscriptions,
      subscriptions.map(({id, customer = "ann", started, active = false, amount = 12}) => ({
        subscription_id: id,
        customer_id: customer,
        plan: "wine",
        started_at: started,
        started_on: started.slice(0, 10),
        is_active: active,
        recurring_amount: amount
      }))
    ]
  ]);
  return new Map(rows.map((row) => [row.subscription_id, row]));
}

it("a contract lasts to the end of the service, whatever day it was cancelled", async () => {
  const found = await spans([
    {id: "a", started: "2026-01-01 10:00:00", cancelled: "2026-02-10 10:00:00", ended: "2026-03-01 10:00:00"},
    {id: "b", started: "2026-01-01 10:00:00", cancelled: "2026-02-10 10:00:00"},
    {id: "c", started: "2026-01-01 10:00:00", cancelled: "2026-06-20 10:00:00", active: true}
  ]);
  expect(found.get("a")).toMatchObject({state: "ended", has_ended: true, duration_days: 59, notice_on: null});
  expect(iso(found.get("b")!.ended_on)).toBe("2026-02-10");
  expect(found.get("c")).toMatchObject({state: "running", has_ended: false, duration_days: 174, ended_on: null});
  expect(iso(found.get("c")!.notice_on)).toBe("2026-06-20");
});

it("an end that lies ahead has not happened", async () => {
  const found = await spans([
    {
      id: "a",
      started: "2026-01-01 10:00:00",
      cancelled: "2026-06-20 10:00:00",
      ended: "2026-07-01 10:00:00",
      active: true
    }
  ]);
  expect(found.get("a")).toMatchObject({state: "running", ended_on: null, duration_days: 174});
});

it("counting begins on the first paid day; who ends in the trial has no contract", async () => {
  const found = await spans([
    {id: "paid", started: "2026-01-01 10:00:00", trial: "2026-02-01 10:00:00", ended: "2026-03-01 10:00:00"},
    {id: "fled", started: "2026-01-01 10:00:00", trial: "2026-02-01 10:00:00", ended: "2026-02-01 10:00:00"},
    {id: "new", started: "2026-06-20 10:00:00", trial: "2026-07-20 10:00:00", active: true}
  ]);
  expect(found.get("paid")).toMatchObject({state: "ended", duration_days: 28, is_counted: true});
  expect(iso(found.get("paid")!.started_on)).toBe("2026-02-01");
  expect(iso(found.get("paid")!.subscribed_on)).toBe("2026-01-01");
  expect(found.get("fled")).toMatchObject({
    state: "ended_in_trial",
    duration_days: 0,
    is_counted: false,
    has_ended: false
  });
  expect(found.get("new")).toMatchObject({state: "trial", is_counted: false, duration_days: 0});
});

it("what has no length says why", async () => {
  const found = await spans([
    {id: "paused", started: "2026-01-01 10:00:00"},
    {id: "before", started: "2026-01-05 10:00:00", ended: "2026-01-02 10:00:00"},
    {id: "same day", started: "2026-01-05 10:00:00", ended: "2026-01-05 09:00:00"}
  ]);
  expect(found.get("paused")).toMatchObject({state: "no_end_date", is_counted: false});
  expect(found.get("before")).toMatchObject({state: "ended_before_start", is_counted: false});
  expect(found.get("same day")).toMatchObject({state: "ended", duration_days: 0, is_counted: true});
});

it("a customer who comes back has a new contract; a second one beside the first is no return", async () => {
  const found = await spans([
    {id: "first", started: "2025-01-01 10:00:00", ended: "2025-03-01 10:00:00"},
    {id: "beside", started: "2025-02-01 10:00:00", active: true},
    {id: "again", started: "2025-03-01 10:00:00", active: true},
    {id: "of bob", customer: "bob", started: "2025-05-01 10:00:00", active: true},
    {id: "a day", customer: "eve", started: "2025-05-01 10:00:00", ended: "2025-05-01 12:00:00"}
  ]);
  expect([...found].filter(([, row]) => row.is_restart).map(([id]) => id)).toEqual(["again"]);
});

it("knows of orders before the service began only", async () => {
  const order = (customer_id: string, ordered_on: string, is_cancelled = false) => ({
    customer_id,
    ordered_on,
    is_cancelled
  });
  const found = await spans(
    [
      {id: "after", customer: "ann", started: "2026-01-05 10:00:00", active: true},
      {id: "before", customer: "bob", started: "2026-01-05 10:00:00", active: true},
      {id: "cancelled", customer: "eve", started: "2026-01-05 10:00:00", active: true}
    ],
    [order("ann", "2026-01-05"), order("bob", "2026-01-04"), order("eve", "2026-01-01", true)]
  );
  expect([...found].map(([id, row]) => [id, row.had_ordered])).toEqual([
    ["after", false],
    ["before", true],
    ["cancelled", false]
  ]);
});

it("amounts are a month's, whether it runs or not; traits come with the customer", async () => {
  const found = await spans([
    {id: "year", started: "2026-01-01 10:00:00", active: true, interval: "year", amount: 120},
    {id: "week", started: "2026-01-01 10:00:00", ended: "2026-02-01 10:00:00", interval: "week", amount: 3},
    {id: "unknown", customer: "bob", started: "2026-01-01 10:00:00", active: true, interval: "", amount: 3}
  ]);
  expect([...found].map(([id, {monthly_amount, country}]) => [id, monthly_amount, country])).toEqual([
    ["unknown", 0, null],
    ["week", 13, "GB"],
    ["year", 10, "GB"]
  ]);
});
