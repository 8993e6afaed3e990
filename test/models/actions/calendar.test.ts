import {describe, expect, it} from "vitest";
import {rawLoyaltyLedger, rawOrders, rawSubscriptions} from "../../../ingest/contracts/kinds.ts";
import {insert, ModelledWarehouse} from "../warehouseOf.ts";
import {agreed, asked, build, due, listed, person} from "./actionWarehouse.ts";

describe("the calendar", () => {
  it("knows birthdays within the days ahead, 29 February on the 28th; records that contradict each other have none", async () => {
    const born = {a: "1980-07-01", b: "1990-06-30", c: "1970-07-14", d: "1970-07-15", e: "1960-06-29"};
    const built = await build([
      ...Object.entries(born).map(([key, birth_date]) => person(key, {birth_date})),
      ...Object.keys(born).map((key) => agreed(key))
    ]);
    expect(await due(built, "birthday")).toMatchObject([
      {key: "a", due_on: null, birthday_on: "2026-07-01"},
      {key: "b", birthday_on: "2026-06-30"},
      {key: "c", birthday_on: "2026-07-14"}
    ]);
    expect(await listed(built, "birthday")).toEqual(["a", "b", "c"]);
    const leap = await ModelledWarehouse.of(
      [
        insert(rawOrders, [{order_id: "last", customer_key: "x", ordered_at: "2026-02-20 12:00:00", total: 1}]),
        person("a", {birth_date: "1992-02-29"})
      ],
      {},
      asked
    );
    expect(await due(leap, "birthday")).toMatchObject([{key: "a", birthday_on: "2026-02-28"}]);
    const twice = await build([
      person("a", {birth_date: "1980-07-01"}),
      person("b", {birth_date: "1980-07-09", email: "a@x.com", customer_name: "Ann a"})
    ]);
    const rows = await twice.rows("select customer_id from mart_action_due where action = 'birthday'");
    const {n} = await twice.row(
      "select count(distinct customer_id) as n from int_identity_member where record_key like '%customer%'"
    );
    // Where both are held to be one person, the day is not known; where they are two, each has one.
    expect(rows).toHaveLength(n === 2 ? 0 : 2);
  });

  it("counts years since the first order of those who still buy", async () => {
    const built = await build([
      insert(rawOrders, [
        {order_id: "1", customer_key: "a", ordered_at: "2024-07-05 09:00:00", total: 10},
        {order_id: "2", customer_key: "a", ordered_at: "2026-06-20 09:00:00", total: 10},
        {order_id: "3", customer_key: "b", ordered_at: "2024-07-20 09:00:00", total: 10},
        {order_id: "4", customer_key: "b", ordered_at: "2026-06-20 09:00:00", total: 10},
        {order_id: "5", customer_key: "c", ordered_at: "2026-06-30 09:00:00", total: 10}
      ]),
      agreed("a")
    ]);
    expect(await due(built, "anniversary")).toMatchObject([{key: "a", due_on: "2026-07-05", reason_count: 2}]);
  });

  it("renews contracts of three months and more, and keeps those that were cancelled", async () => {
    const contract = (key: string, billing_interval: string, started_at: string, change = {}) => ({
      subscription_id: key,
      customer_key: key,
      plan: "club",
      billing_interval,
      started_at,
      recurring_amount: 60,
      ...change
    });
    const built = await build([
      insert(rawSubscriptions, [
        contract("year", "year", "2024-07-10 09:00:00"),
        contract("quarter", "quarter", "2025-10-02 09:00:00"),
        contract("month", "month", "2025-10-02 09:00:00"),
        contract("far", "year", "2024-08-10 09:00:00"),
        contract("new", "year", "2026-06-30 09:00:00"),
        contract("left", "month", "2025-01-01 09:00:00", {
          cancelled_at: "2026-06-20 09:00:00",
          subscription_status: "active"
        }),
        contract("long", "year", "2025-05-01 09:00:00", {
          cancelled_at: "2026-01-31 09:00:00",
          subscription_status: "active"
        }),
        contract("gone", "month", "2025-01-01 09:00:00", {
          cancelled_at: "2026-06-20 09:00:00",
          ended_at: "2026-06-25 09:00:00"
        })
      ])
    ]);
    expect(await due(built, "renewal")).toMatchObject([
      {key: "quarter", due_on: "2026-07-02", value: 60, reason_text: "club"},
      {key: "year", due_on: "2026-07-10", value: 60}
    ]);
    expect(await due(built, "notice")).toMatchObject([
      {key: "left", due_on: "2026-07-01", value: 720, reason_days: 10},
      {key: "long", due_on: "2027-05-01", value: 60, reason_days: 150}
    ]);
  });

  it("tells of points that end, and only those who agreed", async () => {
    const earn = (key: string, expires_at: string | null) => ({
      entry_id: key,
      customer_key: key,
      happened_at: "2026-01-01 09:00:00",
      entry_type: "earn",
      points: 50,
      expires_at
    });
    const built = await build([
      insert(rawLoyaltyLedger, [earn("a", "2026-07-05 09:00:00"), earn("b", "2026-07-05 09:00:00"), earn("c", null)]),
      person("a"),
      agreed("a"),
      agreed("b", false)
    ]);
    expect(await due(built, "points_expiring")).toMatchObject([
      {key: "a", due_on: "2026-07-05", amount: 50, value: null},
      {key: "b", due_on: "2026-07-05"}
    ]);
    expect(await listed(built, "points_expiring")).toEqual(["a"]);
  });
});
