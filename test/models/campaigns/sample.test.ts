import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {
  asOf,
  campaignMarts,
  campaignWarehouse,
  fillFrom,
  intCustomerKeys,
  intCustomerOrders,
  stgCampaigns,
  stgTouches
} from "./campaignWarehouse.ts";

const mail = fileURLToPath(new URL("../../../data/exports/mail", import.meta.url));
const shop = fileURLToPath(new URL("../../../data/exports/shop", import.meta.url));
const touches = `read_csv('${mail}/touches.csv.gz', all_varchar = true)`;
const campaigns = `read_csv('${mail}/campaigns.csv', all_varchar = true)`;
const orders = `read_csv('${shop}/orders_*.csv*', all_varchar = true, union_by_name = true)`;
/** A uniform number in [0, 1) of a text. */
const lot = (text: string) => `((('0x' || left(md5(${text}), 8))::bigint) / 4294967296.0)`;
const who = (email: string) => `'C-' || upper(left(md5(${email}), 12))`;

/** Share of customers who order in the window, and what the message adds to it. */
const [base, lift] = [0.15, 0.08];

/**
 * The sample's mailings and whom they reached or held back, by their exports; orders are drawn so that each message adds `added` to who orders, or, for null,
 * are the shop's own, of which the generator says that mailings have no effect on them.
 */
const world = (added: number | null) => [
  asOf("2026-07-30"),
  fillFrom(
    intCustomerKeys,
    {key_kind: "'email'", source_key: "email", customer_id: who("email")},
    `from (select distinct lower("Email Address") as email from ${touches})`
  ),
  fillFrom(
    stgCampaigns,
    {
      campaign_id: `"Unique Id"`,
      campaign_name: `"Title"`,
      started_at: "sent",
      started_on: "sent::date"
    },
    `from (select *, strptime("Send Date", '%b %d, %Y %I:%M %p') as sent from ${campaigns})`
  ),
  fillFrom(
    stgTouches,
    {
      load_id: "'000001'",
      load_row: "row_number() over ()",
      campaign_id: `"Campaign Id"`,
      email: `lower("Email Address")`,
      arm: `"Group"`,
      touched_at: `"Sent at"::timestamp`,
      opened_at: `"Opened at"::timestamp`
    },
    `from ${touches}`
  ),
  added === null
    ? fillFrom(
        intCustomerOrders,
        {
          order_id: "name",
          customer_id: who("email"),
          ordered_at: "placed",
          ordered_on: "placed::date",
          net_revenue: "total"
        },
        `from (select "Name" as name, lower("Email") as email, try_cast("Created at"[:19] as timestamp) as placed, try_cast("Total" as decimal(18, 4)) as total
           from ${orders} where "Email" is not null and "Cancelled at" is null)
         where placed is not null and total is not null`
      )
    : fillFrom(
        intCustomerOrders,
        {
          order_id: "row_number() over ()",
          customer_id: who("email"),
          ordered_at: "sent + interval 5 days",
          ordered_on: "(sent + interval 5 days)::date",
          net_revenue: "20"
        },
        `from (select lower("Email Address") as email, "Sent at"::timestamp as sent, "Group" as arm, "Campaign Id" as campaign from ${touches})
     where ${lot("'order ' || email || campaign")} < ${base} + case arm when 'treated' then ${added} else 0 end`
      )
];

describe.each([
  ["with the shop's own orders, which they do not change", null],
  ["with orders to which they add nothing", 0],
  ["with orders of 8 in 100 more", lift]
])("the sample's mailings %s", (_, planted) => {
  const added = planted ?? 0;
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await campaignWarehouse(world(planted), {windowDays: 30, controlShare: 0.3}, campaignMarts);
  }, 120_000);
  afterAll(() => warehouse?.close());

  it("two of eight have a control group as planned, six are responses", async () => {
    expect(
      await warehouse.rows("select state, count(*) as n from mart_campaign group by state order by state")
    ).toEqual([
      {state: "effect", n: 2},
      {state: "response", n: 6}
    ]);
    // The contract rejects one of them, a planted fault.
    expect(await warehouse.row("select touches from mart_campaign_summary")).toEqual({touches: 7736});
    const arms = await warehouse.rows<Record<string, number>>(
      "select control + both_arms as control, ratio_p from mart_campaign where state = 'effect' order by control"
    );
    expect(arms.map(({control}) => control)).toEqual([276, 439]);
    for (const {ratio_p} of arms) expect(ratio_p).toBeGreaterThan(0.5);
  });

  it("the intervals of both hold what was added", async () => {
    const rows = await warehouse.rows<Record<string, number>>(
      "select share_low, share_high, adjusted_low, adjusted_high from mart_campaign where state = 'effect'"
    );
    for (const {share_low, share_high, adjusted_low, adjusted_high} of rows) {
      expect(share_low).toBeLessThan(added);
      expect(share_high).toBeGreaterThan(added);
      expect(adjusted_low).toBeLessThan(added * 20);
      expect(adjusted_high).toBeGreaterThan(added * 20);
    }
  });

  it("no campaign without a control group has an effect", async () => {
    expect(
      await warehouse.row(
        "select count(share_difference) + count(adjusted_difference) + count(incremental_revenue) as n from mart_campaign where control = 0"
      )
    ).toEqual({n: 0});
  });
});
