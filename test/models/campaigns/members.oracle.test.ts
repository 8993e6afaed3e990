import {group} from "d3";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {campaignWarehouse} from "./campaignWarehouse.ts";
import {membersOf} from "./membersOf.ts";
import {cents, fillOf, windowDays, world} from "./randomCampaigns.ts";

describe.each([1, 2, 3])("campaigns of random company %i", (seed) => {
  const company = world(seed);
  const {touches} = company;
  const dated = membersOf(company);
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await campaignWarehouse(fillOf(company), {windowDays, controlShare: null});
  }, 120_000);
  afterAll(() => warehouse?.close());

  it("members, their arms, answers, orders and what they did before are those of brute force", async () => {
    const rows = await warehouse.rows<Record<string, unknown>>(
      `select campaign_id, customer_id, arm, version, has_versions, touches, sent_on::varchar as sent_on, is_over, is_opened, is_clicked, is_reached,
         has_ordered, orders, net_revenue::varchar as revenue, had_ordered, orders_before, net_revenue_before::varchar as revenue_before, recency_band, frequency_band, is_overlapping
       from int_campaign_member`
    );
    const key = (row: {campaign_id?: unknown; customer_id?: unknown}) =>
      `${String(row.campaign_id)} ${String(row.customer_id)}`;
    const sorted = <Row extends {campaign_id?: unknown; customer_id?: unknown}>(list: Row[]) =>
      list.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
    expect(
      sorted(
        rows.map((row): Record<string, unknown> => ({
          ...row,
          revenue: cents(row.revenue),
          revenue_before: cents(row.revenue_before)
        }))
      )
    ).toEqual(sorted(dated));
    for (const arm of ["treated", "control", "both"]) expect(dated.some((row) => row.arm === arm)).toBe(true);
    for (const flag of ["is_overlapping", "has_versions", "is_reached", "had_ordered"] as const)
      expect(new Set(dated.map((row) => row[flag])).size).toBe(2);
  });

  it("sums of every group are those of its members, squares and products too", async () => {
    const rows = await warehouse.rows<Record<string, never>>(
      "from int_campaign_group where dimension in ('all', 'recency', 'frequency', 'version')"
    );
    const grouped = group(
      dated
        .filter(({sent_on}) => sent_on !== null)
        .flatMap((row) => [
          {row, key: ["all", "all"]},
          ...(row.arm === "both"
            ? []
            : [
                {row, key: ["recency", row.recency_band]},
                {row, key: ["frequency", row.frequency_band]},
                ...(row.has_versions ? [] : [{row, key: ["version", row.arm === "treated" ? (row.version ?? "") : ""]}])
              ])
        ]),
      ({row, key}) => [row.campaign_id, ...key, row.arm, row.is_over].join("|")
    );
    expect(rows.length).toBe(grouped.size);
    for (const row of rows) {
      const own = grouped
        .get([row.campaign_id, row.dimension, row.group_name, row.arm, row.is_over].join("|"))!
        .map(({row}) => row);
      const sum = (of: (member: (typeof own)[number]) => number) =>
        own.reduce((total, member) => total + of(member), 0);
      expect(row.customers).toBe(own.length);
      expect(row.ordered).toBe(sum((m) => +m.has_ordered));
      expect(row.had_ordered).toBe(sum((m) => +m.had_ordered));
      expect(row.orders).toBe(sum((m) => m.orders));
      expect(cents(row.net_revenue)).toBe(sum((m) => m.revenue));
      expect(row.squares).toBeCloseTo(sum((m) => m.revenue ** 2) / 1e4, 5);
      expect(row.squares_before).toBeCloseTo(sum((m) => m.revenue_before ** 2) / 1e4, 5);
      expect(row.products).toBeCloseTo(sum((m) => m.revenue * m.revenue_before) / 1e4, 5);
    }
  });

  it("tenths hold everybody of one arm once, the best first, and differ by one at most", async () => {
    const rows = await warehouse.rows<{campaign_id: string; group_name: string; n: number; before: number}>(
      `select campaign_id, group_name, sum(customers)::bigint as n, (sum(net_revenue_before) / sum(customers))::double as before
       from int_campaign_group where dimension = 'tenth' group by all`
    );
    for (const [campaign, own] of group(rows, ({campaign_id}) => campaign_id)) {
      const ordered = own.toSorted((a, b) => +a.group_name - +b.group_name);
      expect(ordered.reduce((sum, {n}) => sum + n, 0)).toBe(
        dated.filter((row) => row.campaign_id === campaign && row.arm !== "both" && row.sent_on !== null).length
      );
      expect(Math.max(...ordered.map(({n}) => n)) - Math.min(...ordered.map(({n}) => n))).toBeLessThanOrEqual(1);
      ordered.slice(1).forEach(({before}, i) => expect(before).toBeLessThanOrEqual(ordered[i]!.before));
    }
  });

  it("every touch is a member's, after as_of, or of nobody known; every member is in one arm or in both", async () => {
    const rows = await warehouse.rows<Record<string, number>>("from int_campaign order by campaign_id");
    expect(rows.map(({campaign_id}) => campaign_id)).toEqual(["c0", "c1", "c2", "c3", "x"]);
    for (const row of rows) {
      const own = touches.filter(({campaign}) => campaign === String(row.campaign_id));
      expect(row.touches).toBe(own.length);
      expect(row.unknown_touches).toBe(own.filter(({customer}) => customer === null).length);
      expect(row.member_touches! + row.ahead_touches! + row.unknown_touches!).toBe(row.touches);
      expect(row.treated! + row.control! + row.both_arms!).toBe(row.customers);
      const mine = dated.filter(({campaign_id}) => campaign_id === String(row.campaign_id));
      expect(row.customers).toBe(mine.length);
      expect(row.member_touches).toBe(mine.reduce((sum, {touches}) => sum + touches, 0));
      expect(row.undated).toBe(mine.filter(({sent_on}) => sent_on === null).length);
    }
    expect(rows.some(({ahead_touches}) => ahead_touches! > 0)).toBe(true);
    expect(rows.some(({undated}) => undated! > 0)).toBe(true);
  });

  it("a campaign's reach is the sum over its arms, and what it leaves out is said", async () => {
    const rows = await warehouse.rows<Record<string, number>>(
      `select c.*, i.customers, i.undated, i.treated + i.control as one_arm,
         coalesce((select sum(customers) from int_campaign_group g where g.campaign_id = c.campaign_id and dimension = 'all' and arm <> 'both'), 0)::bigint as summed
       from mart_campaign c join int_campaign i using (campaign_id)`
    );
    for (const row of rows) {
      expect(row.treated! + row.control! + row.running!).toBe(row.summed);
      const undatedOneArm = dated.filter(
        (member) => member.campaign_id === String(row.campaign_id) && member.sent_on === null && member.arm !== "both"
      ).length;
      expect(row.summed! + undatedOneArm).toBe(row.one_arm);
    }
    const arms = await warehouse.rows<Record<string, number>>(
      `select c.campaign_id, c.treated + c.control as reach, a.reach as over_arms, i.several_versions
       from mart_campaign c join int_campaign i using (campaign_id)
       join (select campaign_id, sum(customers)::bigint as reach from mart_campaign_arm group by 1) a using (campaign_id)`
    );
    for (const row of arms) expect(row.reach! - row.over_arms!).toBeLessThanOrEqual(row.several_versions!);
  });

  it("numbers are numbers: nothing is NaN or infinite", async () => {
    for (const mart of ["mart_campaign", "mart_campaign_arm", "mart_campaign_segment", "mart_uplift_tenth"]) {
      const rows = await warehouse.rows(`from ${mart}`);
      for (const row of rows)
        for (const value of Object.values(row))
          if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
    }
  });
});
