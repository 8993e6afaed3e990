import {gzipSync} from "node:zlib";
import {readdirSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, test, vi} from "vitest";
import {streams} from "../../../dashboards/pages/customers/streams.ts";
import {profileSql} from "../../../dashboards/pages/customers/profileSql.ts";
import {mostPeople, type Profile} from "../../../dashboards/pages/customers/profileShape.ts";
import {inSlice, slicesOf} from "../../../dashboards/pages/customers/slices.ts";
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

const profileOf = async (key: string): Promise<Profile> => {
  const found = await site.profile(key);
  if ("near" in found) throw new Error(`no profile of ${key}`);
  return found.profile;
};

test("the files are made of the relations that the page says, and of no other", async () => {
  const {connection} = warehouse;
  const asked = [vi.spyOn(connection, "run"), vi.spyOn(connection, "runAndReadAll"), vi.spyOn(connection, "stream")];
  (await published(warehouse)).remove();
  const sql = asked.flatMap(({mock}) => mock.calls.map(([text]) => String(text))).join("\n");
  vi.restoreAllMocks();
  const read = new Set(
    [...sql.matchAll(/\b(?:from|join) "?((?:int|mart|stg|raw|ledger)_\w+)/g)].map(([, name]) => name)
  );
  expect([...read].sort()).toEqual(streams.map(({name}) => name).sort());
});

describe("the list of all customers", () => {
  test("is cut into shards of at most 3,500, each under 250 KB even uncompressed", () => {
    expect(site.manifest.lists.map(({customers}) => customers)).toEqual([3_500, 3_500, 2_000]);
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
      select segment, abc_class, risk_band, stage, party, acquisition_channel, country, net_revenue::double as net, orders, open_tickets,
        days_since_last_order as silent, round(risk_share, 4) as risk, value_at_risk::double as at_risk, recency_score, frequency_score,
        year(cohort_month) * 12 + month(cohort_month) - 1 as cohort
      from mart_customer_360 order by net_revenue desc, customer_id`);
    const {base} = site;
    const held = rows.map((_, row) => ({
      segment: wordOf(base, "segment", row),
      abc_class: wordOf(base, "abc", row),
      risk_band: wordOf(base, "band", row),
      stage: wordOf(base, "stage", row),
      party: wordOf(base, "party", row),
      acquisition_channel: wordOf(base, "channel", row),
      country: wordOf(base, "country", row),
      net: base.numbers.netRevenue[row],
      orders: base.numbers.orders[row],
      open_tickets: numberOf(base, "openTickets", row),
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

  test("are found for every key, the first and last of a shard too", async () => {
    for (const key of site.base.keys) expect((await profileOf(key)).key).toBe(key);
  });

  test("hold the numbers of the marts", async () => {
    const columns = {
      key: "c.customer_id",
      party: "party",
      records: "records",
      stage: "stage",
      mayEmail: "coalesce(may_email, accepts_marketing)",
      mayCall: "may_call",
      mayText: "may_text",
      orders: "c.orders",
      orders30d: "orders_30d",
      orders90d: "c.orders_90d",
      orders365d: "orders_365d",
      units: "units::double",
      netRevenue: "c.net_revenue::double",
      netRevenue30d: "net_revenue_30d::double",
      netRevenue90d: "net_revenue_90d::double",
      netRevenue365d: "c.net_revenue_365d::double",
      refunded: "refunded::double",
      revenueRank: "revenue_rank",
      riskLow: "round(risk_low, 4)",
      riskHigh: "round(risk_high, 4)",
      expectedRevenue: "c.expected_revenue::double",
      medianGapDays: "median_gap_days",
      tickets: "tickets",
      tickets365d: "tickets_365d",
      medianResolutionHours: "round(median_resolution_hours, 2)",
      answers: "answers",
      lastNpsScore: "c.last_nps_score",
      lastCsatScore: "last_csat_score",
      lastCsatOn: "strftime(last_csat_on, '%Y-%m-%d')",
      lastRatingScore: "last_rating_score",
      lastContactOn: "strftime(last_contact_on, '%Y-%m-%d')",
      lastContactChannel: "last_contact_channel",
      nextContactOn: "strftime(next_contact_on, '%Y-%m-%d')",
      nextContactAbout: "next_contact_about",
      salesChannel: "preferred_channel",
      pointsBalance: "points_balance::double",
      loyaltyTier: "loyalty_tier",
      activeSubscriptions: "active_subscriptions",
      recurringRevenue: "recurring_revenue::double",
      openDeals: "open_opportunities",
      openDealAmount: "open_opportunity_amount::double"
    } satisfies Partial<Record<keyof Profile, string>>;
    const rows = await warehouse.rows<Profile>(`
      select ${Object.entries(columns)
        .map(([field, sql]) => `${sql} as "${field}"`)
        .join(", ")}
      from mart_customer_360 c left join mart_abc using (customer_id) left join mart_churn_risk using (customer_id)
      order by hash(c.customer_id) limit 300`);
    for (const row of rows) expect(await profileOf(row.key)).toMatchObject(row);
    for (const field of Object.keys(columns) as (keyof Profile)[])
      expect([field, rows.some((row) => row[field] !== null && row[field] !== 0)]).toEqual([field, true]);
  });

  test("hold every event of the timeline once, newest first", async () => {
    const {events, amount} = await warehouse.row<{events: number; amount: number}>(
      "select count(*) as events, sum(amount)::double as amount from mart_customer_timeline"
    );
    const profiles = await Promise.all(site.base.keys.map(profileOf));
    const held = profiles.flatMap((profile) => profile.events);
    expect(held.length).toBe(events);
    expect(held.reduce((sum, [, , , value]) => sum + (value ?? 0), 0)).toBeCloseTo(amount, 2);
    for (const {events} of profiles) {
      const days = events.map(([, days]) => days);
      expect(days).toEqual([...days].sort((a, b) => a - b));
    }
  });

  test("hold the points of each movement", async () => {
    const {points} = await warehouse.row<{points: number}>("select sum(points) as points from mart_customer_timeline");
    const profiles = await Promise.all(site.base.keys.map(profileOf));
    const held = profiles.flatMap(({events}) => events.map((event) => event[6] ?? 0));
    expect(held.reduce((sum, value) => sum + value, 0)).toBe(points);
    expect(points).toBeGreaterThan(0);
  });

  test("are gathered in slices that hold every key once", async () => {
    const slices = await slicesOf(warehouse, {events: 10_000_000, customers: 1_000});
    const counts = slices.map(
      (slice) => `select count(*) as n from mart_customer_360 where ${inSlice("customer_id", slice)}`
    );
    const rows = await warehouse.rows<{n: number}>(counts.join(" union all "));
    expect(rows.map(({n}) => n)).toEqual(Array.from({length: 9}, () => 1_000));
    expect(await slicesOf(warehouse)).toEqual([{from: "", to: null}]);
  });
});

describe("who stands behind a key", () => {
  test("is told by the records of each origin, how they were linked and the least sure of them", async () => {
    const rows = await warehouse.rows<Record<"key" | "origin" | "linked", string> & {records: number; sure: number}>(`
      select customer_id as key, origin, linked_by as linked, count(*) as records, min(confidence) as sure
      from int_identity_member group by 1, 2, 3 order by hash(key), records desc, origin, linked limit 400`);
    for (const {key, origin, linked, records, sure} of rows) {
      const source = origin === "leads" ? null : "shop";
      expect((await profileOf(key)).sources).toContainEqual([source, origin, linked, records, sure]);
    }
    for (const key of site.base.keys.slice(0, 300)) {
      const {sources, records} = await profileOf(key);
      expect(sources.reduce((sum, [, , , count]) => sum + count, 0)).toBe(records);
    }
  });

  test("is found under every key of old, through more than one merge, and knows the last of them", async () => {
    const merged = await warehouse.rows<{former: string; into: string; step: number}>(
      "select customer_id as former, into_id as into, run as step from int_identity_change order by change_id"
    );
    const last = new Map(merged.filter(({step}) => step === 2).map(({former, into}) => [former, into]));
    for (const {former, into} of merged) expect((await profileOf(former)).key).toBe(last.get(into) ?? into);
    for (const [former, into] of last) expect((await profileOf(into)).formerKeys).toEqual([former]);
    expect(merged.filter(({step}) => step === 1).length).toBe(CUSTOMERS / 30);
    const old = new Set(merged.map(({former}) => former));
    expect(site.base.keys.filter((key) => old.has(key))).toEqual([]);
  });

  test("is an organisation with its people, most records first, who lead back to it", async () => {
    const rows = await warehouse.rows<{key: string; people: [string, number][]}>(`
      select organisation_id as key, list([person_id, records::varchar] order by records desc, person_id) as people
      from int_customer_member group by 1 order by 1 limit 50`);
    for (const {key, people} of rows) {
      const {people: held, peopleCount} = await profileOf(key);
      expect(held).toEqual(people.map(([person, records]) => [person, Number(records), null]));
      expect(peopleCount).toBe(people.length);
      for (const [person] of held) expect((await profileOf(person)).organisations).toEqual([key]);
    }
  });

  test("names so many people of a large organisation and counts all", async () => {
    const large = await emptyBase();
    await fillBase(large, 200);
    const [{key}] = (await large.rows<{key: string}>(
      "select min(customer_id) as key from mart_customer_360 where party = 'organisation'"
    )) as [{key: string}];
    await large.run("delete from int_customer_member");
    await large.run(`insert into int_customer_member by name
      select customer_id as person_id, '${key}' as organisation_id, 1 as records from mart_customer_360 where party = 'person' limit 150`);
    const few = await published(large);
    expect(await few.profile(key)).toMatchObject({profile: {peopleCount: 150}});
    const found = await few.profile(key);
    expect("profile" in found && found.profile.people).toHaveLength(mostPeople);
    few.remove();
    large.close();
  });

  test("has a golden record whose rule, source, day and other values are told, and its values only where the list may show them", async () => {
    const {values} = await profileOf(site.base.keys[3]!);
    expect(values).toEqual([
      ["country", "only", "shop", "2026-02-03", 0, "GB"],
      ["email", "recent", "shop", "2026-02-03", 1, null],
      ["street", "recent", "shop", "2026-02-03", 2, null]
    ]);
  });
});

describe("rows that are taken away", () => {
  test("hold every published column of the mart, in the order of the list", async () => {
    const rows = await warehouse.rows<Record<string, unknown>>(`
      select customer_id, stage, net_revenue::double as net_revenue, strftime(first_order_on, '%Y-%m-%d') as first_order_on, may_email,
        round(silence_ratio, 6) as silence_ratio, loyalty_tier
      from mart_customer_360 order by net_revenue desc, customer_id`);
    const {text} = await site.csv(Uint32Array.from(rows, (_, row) => row));
    const [head, ...lines] = text.slice(1).trimEnd().split("\r\n");
    expect(head!.split(",")).toEqual([...site.manifest.columns, "as_of", "filter"]);
    expect(lines).toHaveLength(CUSTOMERS);
    const cells = lines.map((line) => line.split(","));
    for (const name of Object.keys(rows[0]!)) {
      const place = head!.split(",").indexOf(name);
      expect(cells.map((row) => row[place])).toEqual(rows.map((row) => String(row[name] ?? "")));
    }
  });

  test("are cut into shards under 250 KB, and only those that hold a wanted row are fetched", async () => {
    const {rows} = site.manifest;
    for (const {file} of rows) expect(site.read(file).length).toBeLessThan(250_000);
    expect(rows.reduce((sum, {customers}) => sum + customers, 0)).toBe(CUSTOMERS);
    const first = rows[0]!.customers;
    const {text, files} = await site.csv(Uint32Array.of(CUSTOMERS - 1, 0, first - 1, first));
    expect(files.sort()).toEqual([rows[0]!, rows[1]!, rows.at(-1)!].map(({file}) => file).sort());
    const keys = [CUSTOMERS - 1, 0, first - 1, first].map((row) => site.base.keys[row]);
    const lines = text.trimEnd().split("\r\n").slice(1);
    expect(lines.map((line) => line.split(",")[0])).toEqual(keys);
  });
});

describe("personal columns", () => {
  const texts = ({folder, read}: Published) =>
    readdirSync(folder)
      .map((file) => read(file).toString("latin1"))
      .join("\n");

  test("are nowhere in the files unless the operator names them", () => {
    expect(texts(site)).not.toMatch(/Ann Person|@example\.org|\+44 20|Secret Street|customer:|customer_name|"phone"/i);
    expect(site.manifest.personal).toEqual([]);
  });

  test("cannot be reached by the SQL of the files, whatever it names", async () => {
    for (const column of ["customer_name", "email", "phone"]) {
      const careless = profileSql([]).replace("c.country", `c.${column}`);
      await expect(warehouse.rows(careless)).rejects.toThrow(column);
    }
    const byName = profileSql([]).replace("customer_id, source, origin", "customer_id, given_name, origin");
    expect(byName).not.toBe(profileSql([]));
    await expect(warehouse.rows(byName)).rejects.toThrow("given_name");
  });

  test("that are named are in list and profile, and others are still not", async () => {
    const small = await emptyBase();
    await fillBase(small, 50);
    const named = await published(small, ["customer_name"]);
    expect(named.base.personal.customer_name).toHaveLength(50);
    expect(named.base.personal.customer_name![0]).toMatch(/^Ann Person \d+$/);
    const found = await named.profile(named.base.keys[0]!);
    expect("profile" in found && found.profile.customerName).toBe(named.base.personal.customer_name![0]);
    expect((await named.csv(Uint32Array.of(0))).text).toContain(`,${named.base.personal.customer_name![0]},`);
    expect(texts(named)).not.toMatch(/@example\.org|Secret Street/);
    named.remove();
    const mailed = await published(small, ["email"]);
    const golden = await mailed.profile(mailed.base.keys[0]!);
    expect("profile" in golden && golden.profile.values[1]).toEqual([
      "email",
      "recent",
      "shop",
      "2026-02-03",
      1,
      mailed.base.personal.email![0]
    ]);
    expect(texts(mailed)).not.toMatch(/Ann Person|Secret Street/);
    mailed.remove();
    small.close();
  });
});

test("what is loaded and which words are most frequent is told once", async () => {
  const {has, words} = site.manifest;
  expect(has).toEqual({
    tickets: true,
    feedback: true,
    marketing: true,
    loyalty: true,
    activities: true,
    deals: true,
    organisations: true
  });
  const channels = await warehouse.rows<{word: string}>(
    `select acquisition_channel as word from mart_customer_360 where word is not null group by 1 order by count(*) desc, 1`
  );
  expect(words.channel).toEqual(channels.map(({word}) => word));
  expect([...words.country].sort()).toEqual(["CN", "FR", "GB"]);
});

describe("bases of few", () => {
  test.each([0, 1])("%i customers are written and read", async (customers) => {
    const small = await emptyBase();
    if (customers) await fillBase(small, customers);
    const few = await published(small);
    expect(few.manifest).toMatchObject({customers, has: {tickets: false, feedback: false, organisations: false}});
    expect(few.base.keys).toHaveLength(customers);
    expect(await few.profile("C-000000000000")).toHaveProperty("near");
    few.remove();
    small.close();
  });

  test("the same customers give the same bytes", async () => {
    const again = await published(warehouse);
    expect(again.manifest).toEqual(site.manifest);
    again.remove();
  });
});
