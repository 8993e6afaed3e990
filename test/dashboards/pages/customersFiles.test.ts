import {gzipSync} from "node:zlib";
import {readdirSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {profileSql} from "../../../dashboards/pages/customers/profileSql.ts";
import type {Profile} from "../../../dashboards/pages/customers/shape.ts";
import {numberOf, orderedIn, wordOf} from "../../../dashboards/live/customers/base.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {emptyBase, fillBase} from "./customers/base.ts";
import {published, type Published} from "./customers/published.ts";

const CUSTOMERS = 9_000;
let warehouse: Warehouse;
let site: Published;

beforeAll(async () => {
  warehouse = await emptyBase();
  await fillBase(warehouse, CUSTOMERS);
  site = await published(warehouse);
});
afterAll(() => {
  site.remove();
  warehouse.close();
});

const profileOf = (key: string): Profile => {
  const found = site.profile(key);
  if ("near" in found) throw new Error(`no profile of ${key}`);
  return found.profile;
};

describe("the list of all customers", () => {
  test("is cut into shards of at most 4,000, each under 250 KB even uncompressed", () => {
    expect(site.manifest.lists.map(({customers}) => customers)).toEqual([4_000, 4_000, 1_000]);
    for (const {file} of site.manifest.lists) expect(site.read(file).length).toBeLessThan(250_000);
    expect(site.manifest.customers).toBe(CUSTOMERS);
    expect(site.base.loaded).toBe(CUSTOMERS);
  });

  test("stands by net revenue, then key, over all shards", async () => {
    const rows = await warehouse.rows<{key: string}>(
      "select customer_id as key from mart_customer_360 order by net_revenue desc, customer_id"
    );
    expect(site.base.keys).toEqual(rows.map(({key}) => key));
  });

  test("says of every customer what the mart says, null where it says nothing", async () => {
    const rows = await warehouse.rows<Record<string, unknown>>(`
      select segment, abc_class, risk_band, acquisition_channel, country, net_revenue::double as net, orders,
        days_since_last_order as silent, round(risk_share, 4) as risk, value_at_risk::double as at_risk, recency_score, frequency_score,
        year(cohort_month) * 12 + month(cohort_month) - 1 as cohort
      from mart_customer_360 order by net_revenue desc, customer_id`);
    const {base} = site;
    const held = rows.map((_, row) => ({
      segment: wordOf(base, "segment", row),
      abc_class: wordOf(base, "abc", row),
      risk_band: wordOf(base, "band", row),
      acquisition_channel: wordOf(base, "channel", row),
      country: wordOf(base, "country", row),
      net: base.numbers.netRevenue[row],
      orders: base.numbers.orders[row],
      silent: numberOf(base, "silentDays", row),
      risk: numberOf(base, "risk", row),
      at_risk: numberOf(base, "valueAtRisk", row),
      recency_score: numberOf(base, "recency", row),
      frequency_score: numberOf(base, "frequency", row),
      cohort: numberOf(base, "cohort", row)
    }));
    expect(held).toEqual(rows);
    expect(held.some(({orders, silent}) => orders === 0 && silent === null)).toBe(true);
  });

  test("knows in which elapsed months each customer ordered", async () => {
    const rows = await warehouse.rows<{key: string; months: string}>(`
      select customer_id as key, string_agg(distinct date_diff('month', first_order_on, event_on)::varchar, ',') as months
      from mart_customer_timeline join mart_customer_360 using (customer_id) where kind = 'order' group by 1`);
    const expected = new Map(
      rows.map(({key, months}) => [
        key,
        months
          .split(",")
          .map(Number)
          .sort((a, b) => a - b)
      ])
    );
    const all = Array.from({length: site.base.monthBytes * 8}, (_, month) => month);
    site.base.keys.forEach((key, row) => {
      expect(all.filter((month) => orderedIn(site.base, row, month))).toEqual(expected.get(key) ?? []);
    });
  });
});

describe("profiles", () => {
  test("are cut by key into shards that stay under 60 KB on the wire", () => {
    expect(site.manifest.profiles.length).toBeGreaterThan(3);
    for (const {file} of site.manifest.profiles) expect(gzipSync(site.read(file)).length).toBeLessThan(60_000);
    const starts = site.manifest.profiles.map(({from}) => from);
    expect(starts).toEqual([...starts].sort());
  });

  test("are found for every key, the first and last of a shard too", () => {
    for (const key of site.base.keys) expect(profileOf(key).key).toBe(key);
  });

  test("hold the numbers of the marts", async () => {
    const rows = await warehouse.rows<Record<string, unknown>>(`
      select c.customer_id, c.net_revenue::double as net, c.orders, revenue_rank, round(risk_low, 4) as low, round(risk_high, 4) as high,
        c.expected_revenue::double as expected, median_gap_days, tickets, c.last_nps_score
      from mart_customer_360 c left join mart_abc using (customer_id) left join mart_churn_risk using (customer_id)
      order by hash(c.customer_id) limit 200`);
    const held = rows.map(({customer_id}) => {
      const p = profileOf(String(customer_id));
      return {
        customer_id: p.key,
        net: p.netRevenue,
        orders: p.orders,
        revenue_rank: p.revenueRank,
        low: p.riskLow,
        high: p.riskHigh,
        expected: p.expectedRevenue,
        median_gap_days: p.medianGapDays,
        tickets: p.tickets,
        last_nps_score: p.lastNpsScore
      };
    });
    expect(held).toEqual(rows);
  });

  test("hold every event of the timeline once, newest first", async () => {
    const {events, amount} = await warehouse.row<{events: number; amount: number}>(
      "select count(*) as events, sum(amount)::double as amount from mart_customer_timeline"
    );
    const profiles = site.base.keys.map(profileOf);
    const held = profiles.flatMap((profile) => profile.events);
    expect(held.length).toBe(events);
    expect(held.reduce((sum, [, , , value]) => sum + (value ?? 0), 0)).toBeCloseTo(amount, 2);
    for (const {events} of profiles) {
      const days = events.map(([, daysAgo]) => daysAgo);
      expect(days).toEqual([...days].sort((a, b) => a - b));
    }
  });

  test("count what was merged into a key", () => {
    const [key] = site.base.keys;
    expect(profileOf(key!)).toMatchObject({mergedKeys: 1, mergedEmails: 1});
  });
});

describe("personal columns", () => {
  const texts = ({folder, read}: Published) =>
    readdirSync(folder)
      .map((file) => read(file).toString("latin1"))
      .join("\n");

  test("are nowhere in the files unless the operator names them", () => {
    expect(texts(site)).not.toMatch(/Ann Person|@example\.org|customer_name|email"|phone/i);
    expect(site.manifest.personal).toEqual([]);
  });

  test("cannot be reached by the SQL of the files, whatever it names", async () => {
    for (const column of ["customer_name", "email", "phone"]) {
      const careless = profileSql([]).replace("c.country", `c.${column}`);
      await expect(warehouse.rows(careless)).rejects.toThrow(column);
    }
    await expect(warehouse.rows(profileSql([]).replace("key_kind = 'email'", "source_key = ''"))).rejects.toThrow();
  });

  test("that are named are in list and profile, and others are still not", async () => {
    const small = await emptyBase();
    await fillBase(small, 50);
    const named = await published(small, ["customer_name"]);
    expect(named.base.personal.customer_name).toHaveLength(50);
    expect(named.base.personal.customer_name![0]).toMatch(/^Ann Person \d+$/);
    const found = named.profile(named.base.keys[0]!);
    expect("profile" in found && found.profile.customerName).toBe(named.base.personal.customer_name![0]);
    expect(texts(named)).not.toContain("@example.org");
    named.remove();
    small.close();
  });
});

describe("bases of few", () => {
  test.each([0, 1])("%i customers are written and read", async (customers) => {
    const small = await emptyBase();
    if (customers) await fillBase(small, customers);
    const few = await published(small);
    expect(few.manifest).toMatchObject({customers, has: {tickets: false, feedback: false}});
    expect(few.base.keys).toHaveLength(customers);
    expect(few.profile("C-000000000000")).toHaveProperty("near");
    few.remove();
    small.close();
  });

  test("the same customers give the same bytes", async () => {
    const again = await published(warehouse);
    expect(again.manifest).toEqual(site.manifest);
    again.remove();
  });
});
