import {expect, it} from "vitest";
import {rawLoyaltyLedger} from "../../../ingest/contracts/kinds.ts";
import {martLoyaltyFault} from "../../../models/marts/mart_loyalty_fault.ts";
import {martLoyaltySummary} from "../../../models/marts/mart_loyalty_summary.ts";
import {insert, ModelledWarehouse} from "../warehouseOf.ts";

type Line = [member: string | null, on: string, type: string, points: number, more?: Record<string, unknown>];

const build = (lines: readonly Line[]) =>
  ModelledWarehouse.of(
    [
      insert(
        rawLoyaltyLedger,
        lines.map(([customer_key, on, entry_type, points, more], i) => ({
          entry_id: `l${i}`,
          customer_key,
          happened_at: `${on} 12:00:00`,
          entry_type,
          points,
          balance_after: null,
          expires_at: null,
          ...more
        }))
      )
    ],
    {asOf: "2026-06-30T12:00:00"},
    [martLoyaltyFault, martLoyaltySummary]
  );

const found = async (lines: readonly Line[]) => {
  const rows = await (await build(lines)).rows("from mart_loyalty_fault");
  expect(rows).toHaveLength(10);
  return Object.fromEntries(
    rows
      .filter(({entries}) => entries > 0)
      .map(({fault, entries, members, points}) => [fault, [entries, members, Number(points)]])
  );
};

it("an account in order has no fault", async () => {
  expect(
    await found([
      ["a", "2026-01-01", "earn", 100, {balance_after: 100, expires_at: "2027-01-01 12:00:00"}],
      ["a", "2026-02-01", "redeem", -60, {balance_after: 40}],
      ["b", "2026-02-01", "earn", 10, {balance_after: 10}]
    ])
  ).toEqual({});
});

it("points redeemed before they were earned are taken from what is earned next, counted and told", async () => {
  const lines: Line[] = [
    ["a", "2026-03-01", "earn", 100],
    ["a", "2026-02-01", "redeem", -60],
    ["b", "2026-02-01", "redeem", -30],
    ["b", "2026-03-01", "adjust", -5]
  ];
  expect(await found(lines)).toEqual({
    redeemed_before_earned: [2, 2, 90],
    taken_beyond_balance: [1, 1, 5],
    balance_below_zero: [1, 1, 35]
  });
  expect(
    await (
      await build(lines)
    ).row(
      "select outstanding_points::int as outstanding, owed_points::int as owed, owing_members from mart_loyalty_summary"
    )
  ).toEqual({outstanding: 40, owed: 35, owing_members: 1});
});

it("on the same day gains come first, whatever the order of the rows", async () => {
  expect(
    await found([
      ["a", "2026-02-01", "redeem", -60],
      ["a", "2026-02-01", "earn", 60]
    ])
  ).toEqual({});
});

it("a balance that does not follow from the entries is told once, where it breaks; so is one that begins with points", async () => {
  expect(
    await found([
      ["a", "2026-01-01", "earn", 100, {balance_after: 100}],
      ["a", "2026-03-01", "earn", 10, {balance_after: 130}],
      ["a", "2026-04-01", "earn", 10, {balance_after: 140}],
      ["b", "2026-01-01", "earn", 5, {balance_after: 55}],
      ["b", "2026-02-01", "earn", 5, {balance_after: 60}]
    ])
  ).toEqual({balance_disagrees: [1, 1, 20], opening_balance: [1, 1, 50]});
});

it("entries that name nobody, have no points, or end before they begin or out of turn", async () => {
  expect(
    await found([
      [null, "2026-01-01", "earn", 7],
      ["a", "2026-01-01", "earn", 0],
      ["a", "2026-01-02", "earn", 10, {expires_at: "2027-01-01 00:00:00"}],
      ["a", "2026-01-03", "earn", 20, {expires_at: "2026-12-01 00:00:00"}],
      ["b", "2026-01-03", "adjust", 8, {expires_at: "2025-12-01 00:00:00"}]
    ])
  ).toEqual({unknown_member: [1, 0, 7], no_points: [1, 1, 0], late_end: [1, 1, 20], expires_before_gained: [1, 1, 8]});
});

it("where the ledger books expiry, points past their date stay until it does, and are told", async () => {
  const lines: Line[] = [
    ["a", "2025-01-01", "earn", 100, {expires_at: "2026-01-01 12:00:00"}],
    ["b", "2025-01-01", "earn", 50, {expires_at: "2026-01-01 12:00:00"}],
    ["b", "2026-01-01", "expire", -50]
  ];
  expect(await found(lines)).toEqual({overdue: [1, 1, 100]});
  const unbooked = lines.slice(0, 2);
  expect(await found(unbooked)).toEqual({});
  expect(
    await (
      await build(unbooked)
    ).row("select outstanding_points::int as outstanding, lapsed_points::int as lapsed from mart_loyalty_summary")
  ).toEqual({outstanding: 0, lapsed: 150});
});
