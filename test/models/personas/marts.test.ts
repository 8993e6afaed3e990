import {beforeAll, expect, test} from "vitest";
import {martAttributeSegment} from "../../../models/marts/mart_attribute_segment.ts";
import {martPersona} from "../../../models/marts/mart_persona.ts";
import {martPersonaCustomer} from "../../../models/marts/mart_persona_customer.ts";
import {martPersonaExample} from "../../../models/marts/mart_persona_example.ts";
import {martPersonaFeature} from "../../../models/marts/mart_persona_feature.ts";
import {martPersonaStability} from "../../../models/marts/mart_persona_stability.ts";
import {martPersonaSummary} from "../../../models/marts/mart_persona_summary.ts";
import {martPersonaTrait} from "../../../models/marts/mart_persona_trait.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {build, personaModels, shopWarehouse, type Shopper} from "./personaWorld.ts";
import {planted} from "./planted.ts";

const marts = [
  martPersonaCustomer,
  martPersonaExample,
  martPersonaFeature,
  martPersonaStability,
  martPersonaSummary,
  martPersonaTrait,
  martPersona,
  martAttributeSegment
];
const shoppers = planted(600, 3).shoppers.map((one, i) => ({
  ...one,
  nps: i % 4 ? null : i % 11,
  country: i % 5 ? (i % 2 ? "GB" : "IE") : null
}));
let warehouse: Warehouse;
let personaOf: Map<string, number>;

beforeAll(async () => {
  warehouse = await build(await shopWarehouse(shoppers), [...personaModels, ...marts]);
  const rows = await warehouse.rows<{id: string; persona: number}>(
    "select customer_id as id, persona::integer as persona from int_persona"
  );
  personaOf = new Map(rows.map(({id, persona}) => [id, persona]));
}, 120_000);

test("personas add up to the customers with an order, in number, orders and revenue", async () => {
  const sums = await warehouse.row(`select sum(customers)::integer as customers, sum(orders)::integer as orders,
    sum(customer_share) as share, sum(net_revenue)::double as revenue from mart_persona`);
  expect(sums).toEqual({
    customers: shoppers.length,
    orders: shoppers.reduce((sum, {orders}) => sum + orders, 0),
    share: expect.closeTo(1, 12),
    revenue: expect.closeTo(
      shoppers.reduce((sum, {orders, value}) => sum + Number((orders * value).toFixed(4)), 0),
      6
    )
  });
  expect(
    await warehouse.row(
      "select personas::integer as personas, customers::integer as customers from mart_persona_summary"
    )
  ).toEqual({
    personas: 3,
    customers: shoppers.length
  });
});

/** The difference between those of a persona and all others, by its definition. */
function byHand(persona: number, value: (one: Shopper) => number | null) {
  const of = (isIn: boolean) =>
    shoppers.flatMap((one) =>
      (personaOf.get(one.id) === persona) === isIn && value(one) !== null ? [value(one)!] : []
    );
  const [own, others] = [of(true), of(false)];
  const mean = (x: readonly number[]) => x.reduce((sum, one) => sum + one, 0) / x.length;
  const squares = (x: readonly number[]) => x.reduce((sum, one) => sum + (one - mean(x)) ** 2, 0);
  const sd = Math.sqrt((squares(own) + squares(others)) / (own.length + others.length - 2));
  const d = (mean(own) - mean(others)) / sd;
  const margin =
    1.959963984540054 * Math.sqrt(1 / own.length + 1 / others.length + d ** 2 / (2 * (own.length + others.length)));
  return {n: own.length, d, low: d - margin, high: d + margin};
}

test("traits are the standardised differences from all others, by hand", async () => {
  const values: Record<string, (one: Shopper) => number | null> = {
    orders: ({orders}) => Math.log(1 + orders),
    recency_days: ({recency}) => Math.log(1 + recency),
    units_per_order: ({units}) => Math.log(1 + units),
    last_nps_score: ({nps}) => nps
  };
  const rows = await warehouse.rows<Record<string, number> & {feature: string}>(
    "select * replace (persona::integer as persona, known_customers::integer as known_customers) from mart_persona_trait"
  );
  expect(rows).toHaveLength(30);
  for (const row of rows.filter(({feature}) => feature in values)) {
    const {n, d, low, high} = byHand(row.persona!, values[row.feature]!);
    expect(row.known_customers).toBe(n);
    for (const [told, expected] of [
      [row.difference, d],
      [row.low, low],
      [row.high, high]
    ])
      expect(told).toBeCloseTo(expected!, 5);
  }
});

test("what does not vary and what is rarely known names nobody; the rest is ranked by size", async () => {
  const rows = await warehouse.rows<{feature: string; d: number | null; rank: number | null; naming: boolean}>(
    "select feature, difference as d, trait_rank::integer as rank, is_naming as naming from mart_persona_trait where persona = 1 order by trait_rank"
  );
  const ranked = rows.filter(({rank}) => rank !== null);
  expect(ranked.map(({rank}) => rank)).toEqual(ranked.map((_, i) => i + 1));
  expect(ranked.map(({d}) => Math.abs(d!))).toEqual(ranked.map(({d}) => Math.abs(d!)).toSorted((a, b) => b - a));
  expect(rows.filter(({naming}) => naming).every(({rank, d}) => rank! <= 3 && Math.abs(d!) >= 0.5)).toBe(true);
  expect(rows.find(({feature}) => feature === "last_nps_score")).toMatchObject({rank: null, naming: false});
  expect(rows.find(({feature}) => feature === "tickets")).toMatchObject({d: null, rank: null, naming: false});
});

test("features say whether customers are grouped by them, and why not", async () => {
  const rows = await warehouse.rows<{feature: string; state: string; share: number}>(
    "select feature, state, known_share as share from mart_persona_feature order by place"
  );
  expect(rows).toHaveLength(10);
  const of = (feature: string) => rows.find((row) => row.feature === feature);
  expect(of("orders")).toMatchObject({state: "used", share: 1});
  expect(of("tickets")).toMatchObject({state: "nearly_constant", share: 1});
  expect(of("last_nps_score")).toMatchObject({state: "rarely_known", share: 0.25});
});

test("the name's traits are those of its rows, the strongest first, with their direction", async () => {
  const [rows, traits] = await Promise.all([
    warehouse.rows<{persona: number; traits: string}>("select persona::integer as persona, traits from mart_persona"),
    warehouse.rows<{persona: number; word: string}>(
      `select persona::integer as persona, feature || case when difference > 0 then '+' else '-' end as word
       from mart_persona_trait where is_naming order by trait_rank`
    )
  ]);
  for (const {persona, traits: told} of rows) {
    expect(told).not.toBe("");
    expect(told).toBe(
      traits
        .filter((one) => one.persona === persona)
        .map(({word}) => word)
        .join(" ")
    );
  }
});

test("five examples of each persona, none farther from the centre than anybody else of it", async () => {
  const rows = await warehouse.rows<{examples: number; farthest: number; nearest: number}>(
    `select count(*) filter (where is_example)::integer as examples, max(distance) filter (where is_example) as farthest,
      min(distance) filter (where not is_example) as nearest from mart_persona_customer group by persona`
  );
  expect(rows).toHaveLength(3);
  for (const {examples, farthest, nearest} of rows) {
    expect(examples).toBe(5);
    expect(farthest).toBeLessThanOrEqual(nearest);
  }
  expect((await warehouse.row<{n: number}>("select count(*)::integer as n from mart_persona_example")).n).toBe(15);
});

test("the values of each attribute add up to all customers; who has not told is unknown", async () => {
  const sums = await warehouse.rows(
    "select dimension, sum(customers)::integer as n from mart_attribute_segment group by 1"
  );
  expect(sums).toHaveLength(6);
  expect(sums.every(({n}) => n === shoppers.length)).toBe(true);
  const countries = await warehouse.rows(
    "select value, customers::integer as n from mart_attribute_segment where dimension = 'country' order by value"
  );
  const of = (country: string | null) => shoppers.filter((one) => one.country === country).length;
  expect(countries).toEqual([
    {value: "GB", n: of("GB")},
    {value: "IE", n: of("IE")},
    {value: "unknown", n: of(null)}
  ]);
});

test("without personas every mart is empty but the summary, the attempts and the attributes", async () => {
  const empty = await build(await shopWarehouse(shoppers.slice(0, 50)), [...personaModels, ...marts]);
  expect(await empty.row("select verdict, personas::integer as personas from mart_persona_summary")).toEqual({
    verdict: "too_few_customers",
    personas: 0
  });
  for (const mart of [
    "mart_persona",
    "mart_persona_trait",
    "mart_persona_example",
    "mart_persona_customer",
    "mart_persona_stability"
  ])
    expect((await empty.row<{n: number}>(`select count(*)::integer as n from ${mart}`)).n).toBe(0);
  expect((await empty.row<{n: number}>("select count(*)::integer as n from mart_attribute_segment")).n).toBeGreaterThan(
    0
  );
});
