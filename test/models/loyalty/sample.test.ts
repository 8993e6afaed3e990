import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {PROGRAMME} from "../../../data/generator/points.ts";
import {intMemberTier} from "../../../models/intermediate/int_member_tier.ts";
import {martLoyaltyFault} from "../../../models/marts/mart_loyalty_fault.ts";
import {martLoyaltyMonth} from "../../../models/marts/mart_loyalty_month.ts";
import {martLoyaltySummary} from "../../../models/marts/mart_loyalty_summary.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {usualGrowth} from "../growth.ts";
import {pointsWorld} from "./pointsWorld.ts";

const file = fileURLToPath(new URL("../../../data/exports/loyalty/ledger.parquet", import.meta.url));
/** The one entry that the generator spoils, its points with the wrong sign; ingest rejects it. */
const spoilt = "LE-0000021";

describe("the sample's ledger, member by card", () => {
  let world: Warehouse;
  beforeAll(async () => {
    const loyalty = {
      ...usualGrowth.loyalty,
      tiers: [
        {tier: "Leaf", points: 0, revenue: null},
        {tier: "Blossom", points: 250, revenue: null},
        {tier: "Estate", points: 1000, revenue: null}
      ],
      windowDays: 3650
    };
    world = await pointsWorld([], {
      changes: {loyalty},
      asked: [martLoyaltySummary, martLoyaltyMonth, martLoyaltyFault, intMemberTier],
      sql: [
        "update int_as_of set as_of_at = '2026-06-24 22:00:00', as_of_on = '2026-06-24', is_month_complete = false",
        `insert into int_customer_points by name select entry_id, 'C-' || member_no as customer_id, member_no as customer_key, booked_at as happened_at,
           booked_at::date as happened_on, movement as entry_type, points, balance as balance_after, expires_at, tier
         from '${file}' where entry_id <> '${spoilt}'`
      ]
    });
  });
  afterAll(() => world.close());

  it("has the entries, and outstanding is what they sum to", async () => {
    expect(
      await world.row(
        `select count(*) filter (entry_type = 'earn') as earn, count(*) filter (entry_type = 'redeem') as redeem,
           count(*) filter (entry_type = 'expire') as expire, count(*) filter (entry_type = 'adjust') as adjust from int_customer_points`
      )
    ).toEqual({earn: 4584, redeem: 526, expire: 778, adjust: 278});
    const {points, held, closing} = await world.row<Record<string, string>>(
      `select sum(points)::double as points, (select (outstanding_points - owed_points)::double from mart_loyalty_summary) as held,
         (select arg_max(closing_points, points_month)::double from mart_loyalty_month) as closing from int_customer_points`
    );
    expect(held).toBe(points);
    expect(closing).toBe(points);
  });

  it("agrees with its balances but for the member of the spoilt entry", async () => {
    const faults = await world.rows<{fault: string; members: number}>(
      "select fault, members from mart_loyalty_fault where entries > 0 order by fault"
    );
    expect(faults).toEqual([
      {fault: "balance_below_zero", members: 1},
      {fault: "opening_balance", members: 1},
      {fault: "taken_beyond_balance", members: 1}
    ]);
  });

  it("expires what is a year old and unused, and nothing else: every expiry comes from a lot of that age", async () => {
    const row = await world.row<{n: number; wrong: number}>(
      `select count(*) as n, count(*) filter (date_diff('day', gained_on, used_on) <> ${PROGRAMME.lifeDays} and customer_id <> (
           select 'C-' || member_no from '${file}' where entry_id = '${spoilt}')) as wrong
       from int_points_use where use_kind = 'expire'`
    );
    expect(row.n).toBeGreaterThan(700);
    expect(row.wrong).toBe(0);
  });

  it("has the tiers that the ledger names, but for the member of the spoilt entry", async () => {
    const row = await world.row<{n: number; wrong: number}>(
      `select count(*) as n, count(*) filter (tier <> named and customer_id <> (
           select 'C-' || member_no from '${file}' where entry_id = '${spoilt}')) as wrong
       from int_member_tier join (select customer_id, arg_max(tier, entry_id) as named from int_customer_points group by 1) using (customer_id)
       where months_before = 0`
    );
    expect(row.n).toBeGreaterThan(1100);
    expect(row.wrong).toBe(0);
  });
});
