import {group} from "d3";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {dice} from "../randomCompany.ts";
import {
  asOf,
  campaignWarehouse,
  given,
  intAudienceSent,
  intCustomerKeys,
  intCustomerOrders,
  stgCampaigns,
  stgTouches
} from "./campaignWarehouse.ts";

const daylong = 86_400_000;
const last = Date.UTC(2026, 5, 30);
const noon = last + daylong / 2;
const windowDays = 20;
const text = (at: number | null) => (at === null ? null : new Date(at).toISOString().slice(0, 19).replace("T", " "));
const dayOf = (at: number) => Math.floor(at / daylong);
const isoDay = (day: number) => new Date(day * daylong).toISOString().slice(0, 10);
const cents = (money: unknown) => Math.round(Number(money) * 100);

interface Touch {
  row: number;
  campaign: string;
  customer: number | null;
  arm: "treated" | "control";
  version: string | null;
  at: number | null;
  openedAt: number | null;
  clickedAt: number | null;
  deliveredAt: number | null;
}

/** Four listed campaigns, one of them without a date, and one that nobody lists; touches of all sorts; some after as_of. */
function world(seed: number) {
  const roll = dice(seed);
  const upTo = (n: number) => Math.floor(roll() * n);
  const customers = 60;
  const starts: Record<string, number | null> = {c0: -300, c1: -120, c2: -112, c3: null};
  const begins = (campaign: string) =>
    starts[campaign] == null ? null : last + starts[campaign]! * daylong + 9 * 3_600_000;
  const touches = Array.from({length: 700}, (_, row): Touch => {
    const campaign = ["c0", "c1", "c2", "c3", "x"][upTo(5)]!;
    const base = begins(campaign) ?? last - 15 * daylong;
    const at = upTo(3) ? base + (upTo(40) - 3) * daylong + upTo(86_400) * 1000 : null;
    const since = at ?? begins(campaign) ?? base;
    const answer = () => (upTo(3) ? null : since + (upTo(12) - 1) * daylong + upTo(86_400) * 1000);
    return {
      row,
      campaign,
      customer: upTo(12) ? upTo(customers) : null,
      arm: upTo(3) ? "treated" : "control",
      version: [null, "A", "B", " "][upTo(4)]!,
      at,
      openedAt: answer(),
      clickedAt: answer(),
      deliveredAt: answer()
    };
  });
  const orders = Array.from({length: 900}, (_, n) => ({
    id: `o${n}`,
    customer: upTo(customers),
    at: last - upTo(760) * daylong + upTo(86_400) * 1000,
    isCancelled: upTo(8) === 0,
    cents: upTo(9000) - 400
  })).filter(({at}) => at <= noon);
  return {begins, touches, orders, customers, campaigns: Object.keys(starts)};
}

const who = (customer: number) => `C-${String(customer).padStart(12, "0")}`;

describe.each([1, 2, 3])("campaigns of random company %i", (seed) => {
  const {begins, touches, orders, customers, campaigns} = world(seed);
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await campaignWarehouse(
      [
        asOf("2026-06-30"),
        ...given(
          intCustomerKeys,
          Array.from({length: customers}, (_, i) => ({
            key_kind: "customer_key",
            source_key: `k${i}`,
            customer_id: who(i)
          }))
        ),
        ...given(
          stgCampaigns,
          campaigns.map((campaign_id) => ({
            campaign_id,
            started_at: text(begins(campaign_id)),
            started_on: begins(campaign_id) === null ? null : isoDay(dayOf(begins(campaign_id)!))
          }))
        ),
        ...given(
          stgTouches,
          touches.map(({row, campaign, customer, arm, version, at, openedAt, clickedAt, deliveredAt}) => ({
            load_id: "000001",
            load_row: row,
            campaign_id: campaign,
            customer_key: customer === null ? "nobody" : `k${customer}`,
            arm,
            variant: version,
            touched_at: text(at),
            opened_at: text(openedAt),
            clicked_at: text(clickedAt),
            delivered_at: text(deliveredAt)
          }))
        ),
        ...given(
          intCustomerOrders,
          orders.map(({id, customer, at, isCancelled, cents}) => ({
            order_id: id,
            customer_id: who(customer),
            ordered_at: text(at),
            ordered_on: isoDay(dayOf(at)),
            is_cancelled: isCancelled,
            net_revenue: isCancelled ? 0 : cents / 100
          }))
        )
      ],
      {windowDays, controlShare: null}
    );
  }, 120_000);
  afterAll(() => warehouse?.close());

  const sentAt = (touch: Touch) => touch.at ?? begins(touch.campaign) ?? null;
  const known = touches.filter(({customer}) => customer !== null);
  const past = known.filter((touch) => (sentAt(touch) ?? 0) <= noon);
  const byMember = group(past, ({campaign, customer}) => `${campaign} ${customer}`);
  const members = [...byMember.values()].map((own) => {
    const {campaign, customer} = own[0]!;
    const times = own.map(sentAt).filter((at) => at !== null);
    const at = times.length ? Math.min(...times) : null;
    const day = at === null ? null : dayOf(at);
    const arms = new Set(own.map(({arm}) => arm));
    const treated = own.filter(({arm}) => arm === "treated");
    const versions = [...new Set(treated.map(({version}) => version?.trim()).filter(Boolean))];
    const counted = (touch: Touch, answered: number | null) => {
      const sent = sentAt(touch);
      return answered !== null && answered <= noon && (sent === null || dayOf(answered) >= dayOf(sent));
    };
    const theirs = orders.filter((order) => order.customer === customer && !order.isCancelled);
    const after = at === null ? [] : theirs.filter((order) => order.at >= at && dayOf(order.at) - day! <= windowDays);
    const earlier = at === null ? [] : theirs.filter((order) => order.at < at);
    const year = earlier.filter((order) => day! - dayOf(order.at) < 365);
    const lastDay = earlier.length ? Math.max(...earlier.map((order) => dayOf(order.at))) : null;
    const ago = lastDay === null ? null : day! - lastDay;
    const sum = (list: typeof orders) => list.reduce((total, order) => total + order.cents, 0);
    return {
      campaign_id: campaign,
      customer_id: who(customer!),
      arm: arms.size === 2 ? "both" : [...arms][0]!,
      version: versions.length === 1 ? versions[0]! : null,
      has_versions: versions.length > 1,
      touches: own.length,
      sent_on: day === null ? null : isoDay(day),
      is_over: day !== null && day + windowDays < dayOf(noon),
      is_opened: treated.some((touch) => counted(touch, touch.openedAt)),
      is_clicked: treated.some((touch) => counted(touch, touch.clickedAt)),
      is_reached: own.some((touch) =>
        [touch.openedAt, touch.clickedAt, touch.deliveredAt].some((x) => counted(touch, x))
      ),
      has_ordered: after.length > 0,
      orders: after.length,
      revenue: sum(after),
      had_ordered: earlier.some((order) => day! - dayOf(order.at) <= windowDays),
      orders_before: year.length,
      revenue_before: sum(year),
      recency_band: ago === null ? "never" : ago <= 90 ? "days_0_90" : ago <= 365 ? "days_91_365" : "days_over_365",
      frequency_band: ["orders_0", "orders_1", "orders_2_3", "orders_2_3"][year.length] ?? "orders_4_more"
    };
  });
  const dated = members.map((member) => ({
    ...member,
    is_overlapping: members.some(
      (other) =>
        other.customer_id === member.customer_id &&
        other.campaign_id !== member.campaign_id &&
        other.arm !== "control" &&
        other.sent_on !== null &&
        member.sent_on !== null &&
        Math.abs(Date.parse(other.sent_on) - Date.parse(member.sent_on)) / daylong <= windowDays
    )
  }));

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

it("an audience sent from here is the campaign that the tool lists under its name, and its plan is checked", async () => {
  const people = Array.from({length: 200}, (_, i) => i);
  const warehouse = await campaignWarehouse([
    asOf("2026-06-30"),
    ...given(
      intCustomerKeys,
      people.map((i) => ({key_kind: "customer_key", source_key: `k${i}`, customer_id: who(i)}))
    ),
    ...given(stgCampaigns, [
      {
        campaign_id: "m1",
        campaign_name: "Win back",
        started_at: "2026-04-02 09:00:00",
        started_on: "2026-04-02",
        cost: 50
      }
    ]),
    ...given(
      intAudienceSent,
      people.map((i) => ({
        sent_id: "s1",
        campaign_id: "Win back",
        audience: "lapsed",
        customer_id: who(i),
        arm: i % 4 ? "treated" : "control",
        control_share: 0.25,
        sent_at: "2026-04-01 15:00:00",
        sent_on: "2026-04-01"
      }))
    ),
    ...given(
      stgTouches,
      people
        .filter((i) => i % 4)
        .map((i) => ({
          load_id: "1",
          load_row: i,
          campaign_id: "m1",
          customer_key: `k${i}`,
          arm: "treated",
          touched_at: "2026-04-02 09:05:00"
        }))
    )
  ]);
  const [row, ...others] = await warehouse.rows("from mart_campaign");
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    campaign_id: "m1",
    state: "effect",
    treated: 150,
    control: 50,
    planned_share: 0.25,
    both_arms: 0
  });
  expect(row!.ratio_p).toBeCloseTo(1, 12);
  const [member] = await warehouse.rows("select distinct sent_on::varchar as on from int_campaign_member");
  expect(member).toEqual({on: "2026-04-02"});
  warehouse.close();
});
