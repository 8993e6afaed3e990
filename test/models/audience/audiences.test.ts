import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {rawConsents, rawCustomers, rawOrders, rawTouches} from "../../../ingest/contracts/kinds.ts";
import type {AudienceRule} from "../../../ingest/audienceConfig.ts";
import {ledgerAudienceMembers} from "../../../ingest/ledgerRelations.ts";
import {problemsOf} from "../../../models/audience/problems.ts";
import {pastOf} from "../../../models/audience/pastColumns.ts";
import type {Audience} from "../../../models/settings.ts";
import {martAudience} from "../../../models/marts/mart_audience.ts";
import {martAudienceMember} from "../../../models/marts/mart_audience_member.ts";
import {martAudienceMonth} from "../../../models/marts/mart_audience_month.ts";
import {asOf, randomRelations} from "../randomRelations.ts";
import {meets} from "./ruleOracle.ts";
import {insert, ModelledWarehouse, settings} from "../warehouseOf.ts";

const audience = (name: string, where: AudienceRule, rest: Partial<Audience> = {}): Audience => ({
  name,
  en: name,
  zh: name,
  where,
  channel: "none",
  controlShare: 0,
  ...rest
});
const asked = [martAudience, martAudienceMember, martAudienceMonth];

const day = fc.integer({min: 0, max: 800}).map((n) => new Date(asOf - n * 86_400_000).toISOString().slice(0, 10));
const bounds = (limit: fc.Arbitrary<number | string>) =>
  fc.oneof(
    limit.map((at_least) => ({at_least})),
    limit.map((at_most) => ({at_most})),
    limit.map((above) => ({above})),
    limit.map((below) => ({below})),
    fc.tuple(limit, limit).map(([a, b]) => (a < b ? {at_least: a, at_most: b} : {at_least: b, at_most: a}))
  );
const few = fc.integer({min: 0, max: 6});
const flag = fc.oneof(
  fc.boolean(),
  fc.constant(null),
  fc.boolean().map((not) => ({not}))
);
const condition = fc.oneof(
  fc
    .oneof(
      few,
      bounds(few),
      few.map((not) => ({not}))
    )
    .map((orders) => ({orders})),
  bounds(fc.integer({min: 0, max: 400})).map((net_revenue) => ({net_revenue})),
  fc
    .oneof(
      day,
      bounds(day),
      fc.constant(null),
      fc.constant({not: null}),
      fc.integer({min: 0, max: 400}).map((within_days) => ({within_days})),
      fc.integer({min: 0, max: 400}).map((older_than_days) => ({older_than_days}))
    )
    .map((last_order_on) => ({last_order_on})),
  flag.map((may_email) => ({may_email})),
  flag.map((may_text) => ({may_text})),
  fc.oneof(fc.constant(null), bounds(fc.integer({min: 0, max: 10}))).map((last_nps_score) => ({last_nps_score})),
  fc
    .oneof(
      fc.constantFrom("champions", "lost", "loyal"),
      fc.constant(["champions", "hibernating"]),
      fc.constant({not: "lost"}),
      fc.constant({not: ["champions", "lost"]}),
      fc.constant(null)
    )
    .map((segment) => ({segment})),
  bounds(fc.constantFrom(0.1, 0.25, 0.5, 0.9)).map((risk_share) => ({risk_share}))
) as unknown as fc.Arbitrary<AudienceRule>;
const rule: fc.Arbitrary<AudienceRule> = fc.letrec<{rule: AudienceRule}>((tie) => ({
  rule: fc.oneof(
    {depthSize: "small", withCrossShrink: true},
    condition,
    fc.tuple(condition, condition).map(([a, b]) => ({...a, ...b})),
    fc.array(tie("rule"), {minLength: 1, maxLength: 3}).map((any) => ({any})),
    fc.array(tie("rule"), {minLength: 1, maxLength: 3}).map((all) => ({all})),
    fc.tuple(condition, tie("rule")).map(([own, not]) => ({...own, not}))
  )
})).rule;

describe("on random companies", () => {
  const rules = fc
    .sample(rule, {seed: 7, numRuns: 400})
    .filter((one) => problemsOf(one, settings).length === 0)
    .slice(0, 60);
  let built: ModelledWarehouse;
  let customers: Record<string, unknown>[];
  beforeAll(async () => {
    built = await ModelledWarehouse.of(
      randomRelations(11).fill,
      {audiences: rules.map((where, i) => audience(`a${i}`, where, {controlShare: 0.3}))},
      asked
    );
    customers = await built.rows("from mart_customer_360");
  }, 300_000);

  it("everybody who meets a rule is a member and nobody else", async () => {
    const {as_of_on} = await built.row("from int_as_of");
    const members = await built.rows("from mart_audience_member");
    let some = 0;
    for (const [i, where] of rules.entries()) {
      const ours = members.filter(({audience}) => audience === `a${i}`).map(({customer_id}) => String(customer_id));
      const theirs = customers.filter((row) => meets(row, where, as_of_on)).map(({customer_id}) => String(customer_id));
      expect({where: JSON.stringify(where), members: ours.sort()}).toEqual({
        where: JSON.stringify(where),
        members: theirs.sort()
      });
      if (theirs.length > 0 && theirs.length < customers.length) some += 1;
    }
    expect(some).toBeGreaterThan(20);
  });

  it("sizes add up: reach splits an audience, arms split those who may be reached", async () => {
    const rows = await built.rows("from mart_audience order by position");
    expect(rows).toHaveLength(rules.length);
    for (const row of rows) {
      expect(row.reachable + row.refused + row.no_address + row.no_answer + row.pressed).toBe(row.customers);
      expect(row.treated + row.control).toBe(row.reachable);
      const {n, revenue} = await built.row(
        `select count(*) as n, coalesce(sum(net_revenue_365d), 0)::double as revenue from mart_audience_member where audience = '${row.audience}'`
      );
      expect([row.customers, Number(row.net_revenue_365d)]).toEqual([n, expect.closeTo(revenue, 4)]);
    }
  });

  it("the last size of the past is today's, and a rule without a past has none", async () => {
    let told = 0;
    for (const [i, where] of rules.entries()) {
      const months = await built.rows(`from mart_audience_month where audience = 'a${i}' order by month_on`);
      if (pastOf(where) !== "told") expect(months).toEqual([]);
      if (!months.length) continue;
      const {customers} = await built.row(`from mart_audience where audience = 'a${i}'`);
      expect({where: JSON.stringify(where), n: months.at(-1)!.customers}).toEqual({
        where: JSON.stringify(where),
        n: customers
      });
      told += 1;
    }
    expect(told).toBeGreaterThan(5);
  });
});

describe("of a few customers", () => {
  const people = ["1", "2", "3", "4", "5"];
  const base = [
    insert(
      rawCustomers,
      people.map((key) => ({
        customer_key: key,
        email: key === "5" ? null : `c${key}@x.com`,
        registered_at: "2025-01-01"
      }))
    ),
    insert(
      rawOrders,
      people.map((key) => ({order_id: key, customer_key: key, ordered_at: "2026-06-30 10:00:00", total: 10}))
    ),
    insert(rawConsents, [
      {customer_key: "1", channel: "email", purpose: "marketing", is_granted: true, recorded_at: "2026-01-01"},
      {customer_key: "2", channel: "email", purpose: "marketing", is_granted: false, recorded_at: "2026-01-01"},
      {customer_key: "3", channel: "email", purpose: "marketing", is_granted: true, recorded_at: "2026-01-01"},
      {customer_key: "5", channel: "email", purpose: "marketing", is_granted: true, recorded_at: "2026-01-01"}
    ]),
    insert(
      rawTouches,
      [1, 2, 3, 4].map((n) => ({campaign_id: `c${n}`, customer_key: "3", touched_at: `2026-06-2${n} 08:00:00`}))
    )
  ];
  const all = audience("all", {orders: {at_least: 1}}, {channel: "email"});
  const reachBy = async (built: ModelledWarehouse) =>
    Object.fromEntries(
      (
        await built.rows(
          `select source_key, reach from mart_audience_member join int_customer_keys using (customer_id)
           where key_kind = 'customer_key' order by source_key`
        )
      ).map(({source_key, reach}) => [source_key, reach])
    );

  it("who refused, never answered, has no address or had too many messages may not be reached", async () => {
    const built = await ModelledWarehouse.of(base, {audiences: [all]}, asked);
    expect(await reachBy(built)).toEqual({
      1: "allowed",
      2: "refused",
      3: "pressed",
      4: "no_answer",
      5: "no_address"
    });
  });

  it("an audience that was sent counts as a message until later messages are loaded", async () => {
    const first = await ModelledWarehouse.of(base, {audiences: [all]}, asked);
    const {customer_id} = await first.row(
      "select customer_id from int_customer_keys where key_kind = 'customer_key' and source_key = '1'"
    );
    const sent = (sent_at: string, arm = "treated") =>
      insertSent([1, 2, 3, 4].map((n) => ({sent_id: `audience-00000${n}`, customer_id, arm, sent_at})));
    const reachWith = async (...more: string[]) =>
      (await reachBy(await ModelledWarehouse.of([...base, ...more], {audiences: [all]}, asked)))["1"];
    expect(await reachWith(sent("2026-06-29 10:00:00"))).toBe("pressed");
    expect(await reachWith(sent("2026-06-29 10:00:00", "control"))).toBe("allowed");
    expect(await reachWith(sent("2026-06-20 10:00:00"))).toBe("allowed");
  });

  it("a customer stays in the arm that the name and the pseudonym draw, and greater shares hold more back", async () => {
    const many = Array.from({length: 400}, (_, i) => String(1000 + i));
    const orders = insert(
      rawOrders,
      many.map((key) => ({order_id: key, customer_key: key, ordered_at: "2026-06-30 10:00:00", total: 10}))
    );
    const held = async (controlShare: number, name = "all") => {
      const built = await ModelledWarehouse.of([orders], {audiences: [{...all, name, controlShare}]}, asked);
      const rows = await built.rows("select customer_id from mart_audience_member where arm = 'control'");
      return new Set(rows.map(({customer_id}) => String(customer_id)));
    };
    const [none, tenth, half, other] = [await held(0), await held(0.1), await held(0.5), await held(0.1, "other")];
    expect(none.size).toBe(0);
    // 400 draws: 40 ± 3 standard deviations of 6, and 200 ± 3 of 10.
    expect(tenth.size).toBeGreaterThan(22);
    expect(tenth.size).toBeLessThan(58);
    expect(half.size).toBeGreaterThan(170);
    expect(half.size).toBeLessThan(230);
    expect([...tenth].every((id) => half.has(id))).toBe(true);
    expect([...tenth].every((id) => other.has(id))).toBe(false);
    expect(await held(0.1)).toEqual(tenth);
  });
});

function insertSent(rows: readonly Record<string, unknown>[]): string {
  const tuples = rows.map(
    ({sent_id, customer_id, arm, sent_at}) =>
      `('${sent_id}', 'spring', 'all', '${customer_id}', '${arm}', 0.1, 'email', '${sent_at}')`
  );
  return `insert into ${ledgerAudienceMembers.name} values ${tuples.join(", ")}`;
}
