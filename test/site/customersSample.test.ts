import {dirname, join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {aroundOf} from "../../dashboards/pages/customers/profile/eventWords.ts";
import {countOf, eventsOf, type Happened} from "../../dashboards/pages/customers/profile/view.ts";
import type {Profile} from "../../dashboards/pages/customers/profileShape.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {cohortTraits} from "../../models/cohortDimensions.ts";
import {customersOf} from "../../dashboards/pages/cohorts/customersOf.ts";
import {usual} from "../../dashboards/pages/cohorts/view.ts";
import {chosen} from "../dashboards/pages/customers/filtersOf.ts";
import {published, type Published} from "../dashboards/pages/customers/published.ts";

let warehouse: Warehouse;
let site: Published;

beforeAll(async () => {
  const project = dirname(process.env.PERENNIAL_DIST!);
  warehouse = await Warehouse.open(join(project, "data/warehouse.duckdb"), {readOnly: true});
  site = await published(warehouse);
});
afterAll(() => {
  site?.remove();
  warehouse?.close();
});

/** What the filters of an address choose against what a mart counts, for every row of the mart. */
async function agree(sql: string, query: (row: Record<string, unknown>) => string, most = Infinity): Promise<number> {
  const rows = (await warehouse.rows<Record<string, unknown> & {customers: number}>(sql)).slice(0, most);
  const counted = rows.map((row) => [query(row), chosen(site.base, query(row)).length]);
  expect(counted).toEqual(rows.map((row) => [query(row), row.customers]));
  return rows.length;
}

const cellsOf = (period: string, dimension: string, count: "active" | "returning_later") =>
  `select period, dimension as by, if(dimension = 'all', '', group_name) as "group", strftime(cohort_on, '%Y-%m-%d') as cohort,
     periods_since_first as k, ${count}_customers as customers
   from mart_cohort_retention where period = '${period}' and dimension = '${dimension}' order by hash(cohort_on, group_name, periods_since_first)`;

/** The address that the cohort page writes for a cell. */
const address =
  (period: string, counted = "in") =>
  (row: Record<string, unknown>) => {
    const view = {...usual, period, counted, by: String(row.by), group: String(row.group)};
    const query = customersOf(view, {cohort: String(row.cohort), k: Number(row.k)});
    return `?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`;
  };

describe("on the sample, an address of another page chooses as many customers as the number that was clicked", () => {
  test("every segment", async () => {
    expect(await agree("select segment, customers from mart_segment", ({segment}) => `?segment=${segment}`)).toBe(9);
  });

  test("every cell of recency × frequency", async () => {
    const sql = "select recency_score as r, frequency_score as f, customers from mart_rfm_grid";
    expect(await agree(sql, ({r, f}) => `?recency=${r}&frequency=${f}`)).toBe(25);
  });

  test("every cohort and elapsed month", async () => {
    expect(await agree(cellsOf("month", "all", "active"), address("month"))).toBeGreaterThan(100);
  });

  test.each(["week", "quarter", "rolling"] as const)("every cohort and elapsed %s", async (period) => {
    expect(await agree(cellsOf(period, "all", "active"), address(period))).toBeGreaterThan(20);
    await agree(cellsOf(period, "all", "returning_later"), address(period, "later"), 400);
  });

  test.each(cohortTraits)("every group by %s of cohorts by month and by 30 days", async (dimension) => {
    expect(await agree(cellsOf("month", dimension, "active"), address("month"), 400)).toBeGreaterThan(100);
    await agree(cellsOf("rolling", dimension, "active"), address("rolling"), 200);
  });

  test("every cohort, counted in the month or later", async () => {
    await agree(cellsOf("month", "all", "returning_later"), address("month", "later"));
  });

  test("every class among the buyers", async () => {
    const rows = await warehouse.rows<{abc: string; customers: number}>(
      "select abc_class as abc, count(*) as customers from mart_customer_360 group by 1"
    );
    for (const {abc, customers} of rows) {
      expect([abc, chosen(site.base, `?${new URLSearchParams({abc})}`).length]).toEqual([abc, customers]);
    }
  });

  test("every stage of life", async () => {
    const sql =
      "select stage, customers from mart_stage_month where month_on = (select max(month_on) from mart_stage_month)";
    expect(await agree(sql, ({stage}) => `?stage=${stage}`)).toBe(8);
  });

  test("every band of risk", async () => {
    await agree(
      "select risk_band as band, count(*) as customers from mart_churn_risk group by 1",
      ({band}) => `?band=${band}`
    );
  });
});

describe("on the sample, a profile", () => {
  const asOf = async (): Promise<Date> => (await warehouse.row<{on: Date}>("select as_of_on as on from int_as_of")).on;
  const profileOf = async (key: string): Promise<Profile> => {
    const found = await site.profile(key);
    if ("near" in found) throw new Error(`no profile of ${key}`);
    return found.profile;
  };

  test("counts from its events what the mart counts: orders, revenue, tickets, answers, messages sent and opened", async () => {
    const rows = await warehouse.rows<Record<string, number> & {customer_id: string}>(
      `select customer_id, orders, orders_30d, orders_90d, orders_365d, cancelled_orders, net_revenue::double as net_revenue,
         tickets, tickets_30d, tickets_90d, tickets_365d, answers, answers_365d, touches_90d, opened_90d
       from mart_customer_360 order by touches_90d + tickets + answers desc, customer_id limit 600`
    );
    const day = await asOf();
    const cents = (value: number) => Math.round(value * 100) / 100;
    for (const row of rows) {
      const events = eventsOf(await profileOf(row.customer_id), day);
      const {opened} = aroundOf(events);
      const of = (...kinds: Happened["kind"][]) => events.filter(({kind}) => kinds.includes(kind));
      const money = (kind: Happened["kind"]) => cents(of(kind).reduce((sum, {amount}) => sum + (amount ?? 0), 0));
      const within = (days: number, kind: Happened["kind"]) => countOf(of(kind), day, days);
      expect({
        customer_id: row.customer_id,
        orders: of("order").length,
        orders_30d: within(30, "order"),
        orders_90d: within(90, "order"),
        orders_365d: within(365, "order"),
        cancelled_orders: of("cancelled").length,
        net_revenue: money("order"),
        tickets: of("ticket").length,
        tickets_30d: within(30, "ticket"),
        tickets_90d: within(90, "ticket"),
        tickets_365d: within(365, "ticket"),
        answers: of("feedback").length,
        answers_365d: within(365, "feedback"),
        touches_90d: within(90, "sent"),
        opened_90d: countOf(
          of("sent").filter(({reference}) => opened.has(reference)),
          day,
          90
        )
      }).toEqual({...row, net_revenue: cents(row.net_revenue!)});
    }
    expect(
      rows.filter(({touches_90d, opened_90d}) => touches_90d! > opened_90d! && opened_90d! > 0).length
    ).toBeGreaterThan(5);
  });

  test("tells of as many records as identity resolution gave the customer", async () => {
    const rows = await warehouse.rows<{key: string; records: number}>(
      "select customer_id as key, max(cluster_records) as records from int_identity_member group by 1 order by 2 desc, 1 limit 300"
    );
    for (const {key, records} of rows) {
      const {sources} = await profileOf(key);
      expect([key, sources.reduce((sum, [, , , count]) => sum + count, 0)]).toEqual([key, records]);
    }
  });

  test("offers what the mart has first, of all and of what is new", async () => {
    const rows = await warehouse.rows<{key: string; offers: string}>(
      `select customer_id as key, string_agg(product_name || ' ' || kind, ', ' order by rank) as offers from mart_next_product
       where rank <= 3 or new_rank <= 3 group by 1 order by 1 limit 200`
    );
    expect(rows.length).toBe(200);
    for (const {key, offers} of rows)
      expect((await profileOf(key)).offers.map(([name, kind]) => `${name} ${kind}`).join(", ")).toBe(offers);
  });

  test("of an organisation leads to people, each of whom leads back", async () => {
    const rows = await warehouse.rows<{key: string; person: string}>(
      "select organisation_id as key, person_id as person from int_customer_member order by 1, 2"
    );
    expect(rows.length).toBeGreaterThan(100);
    for (const {key, person} of rows) {
      expect((await profileOf(key)).people.map(([found]) => found)).toContain(person);
      expect((await profileOf(person)).organisations).toContain(key);
    }
  });
});

test("on the sample, no e-mail address is in any file of the page", async () => {
  const rows = await warehouse.rows<{email: string}>("select email from mart_customer_360 where email is not null");
  const text = [...site.manifest.lists, ...site.manifest.rows, ...site.manifest.profiles]
    .map(({file}) => site.read(file).toString("latin1"))
    .join("\n");
  expect(rows.length).toBeGreaterThan(1_000);
  expect(rows.filter(({email}) => text.includes(email))).toEqual([]);
});
