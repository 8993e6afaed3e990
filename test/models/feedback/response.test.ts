import {beforeAll, describe, expect, it} from "vitest";
import {rawFeedback, rawOrders, rawSurveyInvitations} from "../../../ingest/contracts/kinds.ts";
import {martNpsWeighted} from "../../../models/marts/mart_nps_weighted.ts";
import {martResponse} from "../../../models/marts/mart_response.ts";
import {martResponseBias} from "../../../models/marts/mart_response_bias.ts";
import {dayOf, dice, isoDay, zone} from "../randomCompany.ts";
import {insert, ModelledWarehouse} from "../warehouseOf.ts";
import {askedCompany, lastDayOf, sqlTime} from "./askedCompany.ts";

const asked = [martResponse, martResponseBias, martNpsWeighted];
const z = 1.959963984540054;
const wilson = (x: number, n: number) => {
  const [p, half] = [x / n, z * Math.sqrt(((x / n) * (1 - x / n)) / n + (z * z) / (4 * n * n))];
  return [(p + (z * z) / (2 * n) - half) / (1 + (z * z) / n), (p + (z * z) / (2 * n) + half) / (1 + (z * z) / n)];
};
const worth = (score: number) => (score >= 9 ? 100 : score <= 6 ? -100 : 0);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe.each([5, 6])("random company %i", (seed) => {
  const company = askedCompany(seed, 400);
  const roll = dice(seed + 31);
  const today = lastDayOf(company);
  const invitations = Array.from({length: 160}, () => ({
    customer: Math.floor(roll() ** 1.5 * 70),
    by: Math.floor(roll() * 2),
    survey: `wave ${1 + Math.floor(roll() * 4)}`,
    at: Date.UTC(2025, 0, 1) + Math.floor(roll() * 700 * 86_400) * 1000
  })).filter(({at}) => at < Math.max(...company.orders.map((order) => order.at)));
  const silent = {survey: "nobody answered", at: Date.UTC(2026, 0, 5)};
  const fill = [
    ...company.fill,
    insert(rawSurveyInvitations, [
      ...invitations.map(({customer, by, survey, at}) => ({
        ...(by ? {customer_key: `b${customer}`, email: null} : {customer_key: null, email: `${customer}@example.com`}),
        survey,
        invited_at: sqlTime(at)
      })),
      {customer_key: null, email: "stranger@example.com", survey: silent.survey, invited_at: sqlTime(silent.at)},
      {customer_key: "b3", email: null, survey: silent.survey, invited_at: sqlTime(silent.at)}
    ])
  ];
  let invitedOnly: ModelledWarehouse;
  let uninvited: ModelledWarehouse;
  beforeAll(async () => {
    invitedOnly = await ModelledWarehouse.of(fill, {zone}, asked);
    uninvited = await ModelledWarehouse.of(company.fill, {zone}, asked);
  });

  it("surveys have the share of the invited persons who answered them", async () => {
    const persons = (survey: string) =>
      new Set(invitations.filter((one) => one.survey === survey).map(({customer}) => customer));
    const groups = new Map<string, (typeof company.answers)[number][]>();
    for (const answer of company.answers) {
      if (answer.survey === null) continue;
      const key = `${answer.survey}|${answer.instrument}`;
      groups.set(key, [...(groups.get(key) ?? []), answer]);
    }
    const rows = await invitedOnly.rows("select * from mart_response where instrument <> 'none' order by 1, 2");
    expect(rows.map(({survey, instrument}) => `${survey}|${instrument}`)).toEqual([...groups.keys()].sort());
    for (const row of rows) {
      const answers = groups.get(`${row.survey}|${row.instrument}`)!;
      const people = persons(row.survey);
      const replied = [...people].filter((customer) =>
        answers.some(
          (answer) =>
            answer.customer === customer &&
            invitations.some(
              (one) => one.survey === row.survey && one.customer === customer && dayOf(one.at) <= answer.day
            )
        )
      ).length;
      expect(row).toMatchObject({
        answered: answers.length,
        invited: people.size || null,
        answered_invited: people.size ? replied : null,
        response_share: people.size ? replied / people.size : null,
        first_on: isoDay(Math.min(...answers.map(({day}) => day))),
        last_on: isoDay(Math.max(...answers.map(({day}) => day)))
      });
      if (people.size) {
        const [low, high] = wilson(replied, people.size);
        expect(row.low).toBeCloseTo(low!, 9);
        expect(row.high).toBeCloseTo(high!, 9);
      }
    }
    expect(rows.some(({invited}) => invited === null)).toBe(true);
  });

  it("a survey that nobody answered is named, with no response", async () => {
    expect(await invitedOnly.rows("select * from mart_response where instrument = 'none'")).toMatchObject([
      {survey: silent.survey, invited: 2, answered: 0, response_share: 0, low: 0, first_on: "2026-01-05"}
    ]);
  });

  it.each([
    ["the invited", () => invitedOnly, invitations],
    ["all who bought", () => uninvited, null]
  ])("who answers is compared with %s, each group's shares adding up to one", async (_, of, invited) => {
    const warehouse = of();
    const could = new Set(
      invited
        ? invited
            .filter(({at}) => today - Math.floor((at + 8 * 3_600_000) / 86_400_000) < 365)
            .map(({customer}) => customer)
        : company.orders
            .filter(({customer, isCancelled}) => customer !== null && !isCancelled)
            .map(({customer}) => customer!)
    );
    const last = new Map<number, number>();
    for (const {customer, instrument, day, score} of company.answers.toSorted(
      (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)
    ))
      if (customer !== null && instrument === "nps" && today - day < 365 && could.has(customer))
        last.set(customer, score);
    const rows = await warehouse.rows("select * from mart_response_bias");
    for (const dimension of ["segment", "tier", "stage", "tenure"]) {
      const own = rows.filter((row) => row.dimension === dimension);
      const total = (name: string) => own.reduce((sum, row) => sum + (row[name] as number), 0);
      expect({dimension, customers: total("customers"), answered: total("answered")}).toEqual({
        dimension,
        customers: could.size,
        answered: last.size
      });
      expect(total("share")).toBeCloseTo(1, 9);
      expect(total("answered_share")).toBeCloseTo(1, 9);
      expect(own.reduce((sum, row) => sum + row.answered * (row.nps ?? 0), 0) / last.size).toBeCloseTo(
        mean([...last.values()].map(worth)),
        9
      );
    }
    for (const row of rows) {
      expect(row.ratio).toBeCloseTo(row.answered / last.size / (row.customers / could.size), 9);
      const [low, high] = wilson(row.answered, last.size);
      expect(row.low * row.share).toBeCloseTo(Math.max(0, low!), 9);
      expect(row.high * row.share).toBeCloseTo(high!, 9);
    }
  });

  it("the weighted score is that of groups by their customers", async () => {
    const row = await uninvited.row("select * from mart_nps_weighted");
    const all = await uninvited.rows("select * from mart_response_bias");
    const apart = (dimension: string) =>
      all
        .filter((one) => one.dimension === dimension)
        .reduce((sum, one) => sum + Math.abs(one.answered_share - one.share), 0) / 2;
    for (const dimension of ["segment", "tier", "stage", "tenure"])
      expect(row.dissimilarity).toBeGreaterThanOrEqual(apart(dimension) - 1e-8);
    expect(row.dissimilarity).toBeCloseTo(apart(row.by), 8);

    const groups = all.filter((one) => one.dimension === row.by);
    const sums = (of: typeof groups) => {
      const [n, customers] = [of.reduce((x, g) => x + g.answered, 0), of.reduce((x, g) => x + g.customers, 0)];
      const net = of.reduce((x, g) => x + g.promoters - g.detractors, 0) / n;
      const spread = of.reduce((x, g) => x + g.promoters + g.detractors, 0) / n - net * net;
      return {n, customers, net, spread};
    };
    const everybody = sums(groups);
    const small = sums(groups.filter((one) => one.answered < 10));
    const strata = [
      ...groups.filter((one) => one.answered >= 10).map((one) => sums([one])),
      ...(small.n ? [{...small, spread: everybody.spread}] : [])
    ];
    const heard = strata.reduce((x, stratum) => x + stratum.customers, 0);
    const score = strata.reduce((x, {customers, net}) => x + (customers / heard) * net, 0);
    const variance = strata.reduce((x, {customers, n, spread}) => x + ((customers / heard) ** 2 * spread) / n, 0);
    expect(row.weighted_nps).toBeCloseTo(100 * score, 6);
    expect(row.weighted_high).toBeCloseTo(Math.min(100, 100 * (score + z * Math.sqrt(variance))), 6);
    expect(row.nps).toBeCloseTo(100 * everybody.net, 9);
    expect(row.covered_share).toBeCloseTo(heard / everybody.customers, 9);
  });
});

const day = (i: number) => `2026-01-${String(1 + (i % 28)).padStart(2, "0")} 12:00:00`;
const base = (customers: number) =>
  insert(
    rawOrders,
    Array.from({length: customers}, (_, i) => ({
      order_id: `o${i}`,
      customer_key: `c${i}`,
      ordered_at: i % 2 ? "2025-03-01 12:00:00" : "2026-01-01 12:00:00",
      total: 10
    }))
  );
const said = (scores: readonly (readonly [customer: number, score: number])[]) =>
  insert(
    rawFeedback,
    scores.map(([customer, score], i) => ({
      response_id: `r${i}`,
      customer_key: `c${customer}`,
      answered_at: day(i),
      instrument: "nps",
      score
    }))
  );

const invite = (survey: string, customers: readonly number[]) =>
  insert(
    rawSurveyInvitations,
    customers.map((i) => ({customer_key: `c${i}`, survey, invited_at: "2026-01-01 10:00:00"}))
  );

it("invitations tell who could have answered where their survey has NPS answers and they cover half of those who gave one", async () => {
  const thirty = Array.from({length: 30}, (_, i) => [i, i % 11] as const);
  const wave = (survey: string | null, instrument = "nps") =>
    insert(
      rawFeedback,
      thirty.map(([i, score]) => ({
        response_id: `${instrument}${i}`,
        customer_key: `c${i}`,
        answered_at: "2026-01-05 12:00:00",
        instrument,
        score: instrument === "nps" ? score : 1 + (score % 5),
        survey
      }))
    );
  const bases = async (...fill: string[]) => {
    const warehouse = await ModelledWarehouse.of([base(60), ...fill], {}, asked);
    return warehouse.row("select customers, answered from mart_nps_weighted");
  };
  const csat = wave("csat wave", "csat");
  const all = Array.from({length: 40}, (_, i) => i);
  expect(await bases(wave(null), csat, invite("csat wave", [1]))).toEqual({customers: 60, answered: 30});
  expect(await bases(wave(null), csat, invite("csat wave", all))).toEqual({customers: 60, answered: 30});
  expect(await bases(wave("nps wave"), invite("nps wave", all.slice(0, 14)))).toEqual({customers: 60, answered: 30});
  expect(await bases(wave("nps wave"), invite("nps wave", all.slice(15)))).toEqual({customers: 25, answered: 15});
});

it("where everybody answers nothing is weighted", async () => {
  const warehouse = await ModelledWarehouse.of(
    [base(60), said(Array.from({length: 60}, (_, i) => [i, i % 11] as const))],
    {},
    asked
  );
  const row = await warehouse.row("select * from mart_nps_weighted");
  expect(row).toMatchObject({dissimilarity: 0, covered_share: 1});
  expect(row.weighted_nps).toBeCloseTo(row.nps, 9);
  expect(await warehouse.row("select min(ratio) as least, max(ratio) as most from mart_response_bias")).toEqual({
    least: 1,
    most: 1
  });
});

it("old customers who answer twice as often and are happier are given their due weight", async () => {
  // 40 old and 40 new customers; all of the old answer, 20 promoters and 20 passives; half of the new, 20 detractors.
  const scores = Array.from({length: 80}, (_, i) => i).flatMap((i): [number, number][] =>
    i % 2 ? [[i, i % 4 === 1 ? 10 : 8]] : i % 4 === 0 ? [[i, 2]] : []
  );
  const warehouse = await ModelledWarehouse.of([base(80), said(scores)], {}, asked);
  expect(
    await warehouse.rows(
      "select value, customers, answered, nps from mart_response_bias where dimension = 'tenure' order by 1"
    )
  ).toEqual([
    {value: "0-89", customers: 40, answered: 20, nps: -100},
    {value: "90-364", customers: 40, answered: 40, nps: 50}
  ]);
  const row = await warehouse.row("select * from mart_nps_weighted");
  expect(row.nps).toBeCloseTo(0, 9);
  expect(row.weighted_nps).toBeCloseTo(-25, 9);
});

it("one answer has no interval, and nobody's answer no row", async () => {
  const one = await ModelledWarehouse.of([base(5), said([[1, 10]])], {}, asked);
  expect(await one.row("select * from mart_nps_weighted")).toMatchObject({
    answered: 1,
    nps: 100,
    low: null,
    high: null,
    weighted_nps: 100,
    weighted_low: null
  });
  const none = await ModelledWarehouse.of([base(5)], {}, asked);
  expect(await none.rows("from mart_nps_weighted")).toEqual([]);
  expect(await none.rows("select distinct answered, answered_share, ratio, low, nps from mart_response_bias")).toEqual([
    {answered: 0, answered_share: null, ratio: null, low: null, nps: null}
  ]);
});
