import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {createRows} from "../../../models/compile.ts";
import {martCampaign} from "../../../models/marts/mart_campaign.ts";
import {martCampaignArm} from "../../../models/marts/mart_campaign_arm.ts";
import {martCampaignSegment} from "../../../models/marts/mart_campaign_segment.ts";
import type {Model} from "../../../models/model.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {settings} from "../warehouseOf.ts";
import {
  asOf,
  campaignWarehouse,
  fillFrom,
  intCustomerKeys,
  intCustomerOrders,
  stgCampaigns,
  stgTouches
} from "./campaignWarehouse.ts";

const [campaigns, customers] = [1000, 600];
/** A uniform number in [0, 1) of some texts, the same on every machine. */
const lot = (...texts: string[]) => `((('0x' || left(md5(${texts.join(" || ' ' || ")}), 8))::bigint) / 4294967296.0)`;
/** By how much an order of the reached is dearer in campaigns of the second half. */
const raise = 10;

/**
 * A thousand campaigns to the same six hundred customers, two days apart, a third of whom each time was held back by lot; customers buy at
 * rates and amounts of their own, which campaigns do not change.
 */
const world = [
  asOf("2026-06-30"),
  fillFrom(
    intCustomerKeys,
    {key_kind: "'customer_key'", source_key: "'k' || i", customer_id: "'C-' || upper(left(md5(i::varchar), 12))"},
    `from range(${customers}) t(i)`
  ),
  fillFrom(
    stgCampaigns,
    {campaign_id: "'n' || c", started_at: "timestamp '2020-06-01 09:00:00' + to_days((c * 2)::integer)"},
    `from range(${campaigns}) t(c)`
  ),
  fillFrom(
    stgTouches,
    {
      load_id: "'000001'",
      load_row: `c * ${customers} + i`,
      campaign_id: "'n' || c",
      customer_key: "'k' || i",
      arm: `case when ${lot("'x'", "c", "i")} < 0.333 then 'control' else 'treated' end`,
      variant: `case when ${lot("'version'", "c", "i")} < 0.5 then 'A' else 'B' end`
    },
    `from range(${campaigns}) t(c), range(${customers}) u(i)`
  ),
  fillFrom(
    intCustomerOrders,
    {
      order_id: "'o' || i || '-' || n",
      customer_id: "'C-' || upper(left(md5(i::varchar), 12))",
      ordered_at: "placed",
      ordered_on: "placed::date",
      net_revenue: `round((5 + 60 * ${lot("'level'", "i")} ^ 2) * (0.3 + 2 * ${lot("'basket'", "i", "n")}), 2)`
    },
    `from (select i, n, timestamp '2019-06-01' + to_seconds(floor(2557 * 86400 * ${lot("'at'", "i", "n")})::bigint) as placed
       from range(${customers}) t(i), range(90) u(n) where n < 90 * ${lot("'rate'", "i")} ^ 2)`
  )
];

let warehouse: Warehouse;
beforeAll(async () => {
  const asked = [martCampaign, martCampaignArm, martCampaignSegment] as unknown as Model[];
  warehouse = await campaignWarehouse(world, {windowDays: 30, controlShare: 0.333}, asked);
}, 240_000);
afterAll(() => warehouse?.close());

const row = (sql: string) => warehouse.row<Record<string, number>>(sql);

describe("a thousand campaigns without an effect", () => {
  it("are measured all of them, and none has arms off the plan", async () => {
    const found = await row(
      `select count(*) filter (state = 'effect') as effects, count(*) filter (state = 'mismatch') as off, count(*) filter (is_partial) as partial from mart_campaign`
    );
    expect(found).toEqual({effects: campaigns, off: 0, partial: 0});
  });

  it("look as if they had one in some five of a hundred: who orders, what they spend, and that adjusted", async () => {
    const found = await row(
      `select avg((share_p < 0.05)::integer) as share, avg((revenue_p < 0.05)::integer) as revenue, avg((adjusted_p < 0.05)::integer) as adjusted,
         avg((share_low <= 0 and share_high >= 0)::integer) as share_covers, avg((adjusted_low <= 0 and adjusted_high >= 0)::integer) as covers,
         avg((balance_p < 0.05)::integer) as unbalanced
       from mart_campaign`
    );
    for (const name of ["share", "revenue", "adjusted", "unbalanced"] as const) {
      expect(found[name], name).toBeGreaterThan(0.03);
      expect(found[name], name).toBeLessThan(0.07);
    }
    expect(found.share_covers).toBeGreaterThan(0.93);
    expect(found.covers).toBeGreaterThan(0.93);
  });

  it("adjusting by spend before narrows the interval and leaves no bias", async () => {
    const {narrower, mean, error} = await row(
      `select avg(((adjusted_high - adjusted_low) < (revenue_high - revenue_low))::integer) as narrower, avg(adjusted_difference) as mean,
         stddev_samp(adjusted_difference) / sqrt(count(*)) as error from mart_campaign`
    );
    expect(narrower).toBeGreaterThan(0.95);
    expect(Math.abs(mean!)).toBeLessThan(3 * error!);
  });

  it("of two versions against the control one is clear in no more than five of a hundred, adjusted together", async () => {
    const {clear, any} = await row(
      `select avg(clear::integer) as clear, avg(naive::integer) as any from (
         select campaign_id, bool_or(share_p_adjusted < 0.05) as clear, bool_or(share_p < 0.05) as naive from mart_campaign_arm
         where arm = 'treated' group by 1)`
    );
    expect(clear).toBeLessThan(0.07);
    expect(any).toBeGreaterThan(clear!);
  });

  it("no segment is told apart more often than by chance", async () => {
    const {one, several} = await row(
      `select avg((interaction_p < 0.05)::integer) as one, avg((interaction_p_adjusted < 0.05)::integer) as several
       from (select distinct campaign_id, dimension, interaction_p, interaction_p_adjusted from mart_campaign_segment where interaction_p is not null)`
    );
    expect(one).toBeLessThan(0.08);
    expect(several).toBeLessThanOrEqual(one!);
  });
});

describe("a thousand campaigns that make the reached spend ten more", () => {
  it("are found so: some ninety-five of a hundred intervals hold it, plain and adjusted", async () => {
    // Everybody reached gets an order of ten within the window, as the sums of the groups would have it.
    await warehouse.run(
      `create or replace table int_campaign_group as select * replace (
         case when arm = 'treated' then net_revenue + ${raise} * customers else net_revenue end as net_revenue,
         case when arm = 'treated' then squares + 2 * ${raise} * net_revenue::double + ${raise ** 2} * customers else squares end as squares,
         case when arm = 'treated' then products + ${raise} * net_revenue_before::double else products end as products)
       from int_campaign_group`
    );
    await warehouse.run("drop table mart_campaign");
    await createRows(martCampaign as unknown as Model, {
      warehouse,
      settings: {...settings, campaigns: {windowDays: 30, controlShare: 0.333}},
      table: '"mart_campaign"'
    });
    const {plain, adjusted} = await row(
      `select avg((revenue_low <= ${raise} and revenue_high >= ${raise})::integer) as plain,
         avg((adjusted_low <= ${raise} and adjusted_high >= ${raise})::integer) as adjusted from mart_campaign`
    );
    expect(plain).toBeGreaterThan(0.93);
    expect(adjusted).toBeGreaterThan(0.93);
  });
});
