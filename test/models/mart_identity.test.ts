import {describe, expect, test} from "vitest";
import {intCustomerValue} from "../../models/intermediate/int_customer_value.ts";
import {intIdentityChange} from "../../models/intermediate/int_identity_change.ts";
import {intIdentityMember} from "../../models/intermediate/int_identity_member.ts";
import {intIdentityModel} from "../../models/intermediate/int_identity_model.ts";
import {intIdentityPair} from "../../models/intermediate/int_identity_pair.ts";
import {intIdentityShared} from "../../models/intermediate/int_identity_shared.ts";
import {intIdentityWeight} from "../../models/intermediate/int_identity_weight.ts";
import {martIdentityChange} from "../../models/marts/mart_identity_change.ts";
import {martIdentityCluster} from "../../models/marts/mart_identity_cluster.ts";
import {martIdentityClusterSize} from "../../models/marts/mart_identity_cluster_size.ts";
import {martIdentityParty} from "../../models/marts/mart_identity_party.ts";
import {martIdentityReview} from "../../models/marts/mart_identity_review.ts";
import {martIdentityShared} from "../../models/marts/mart_identity_shared.ts";
import {askModel} from "./askModel.ts";

const member = (record_key: string, customer_id: string, linked_by: string, rest: object = {}) => ({
  record_key,
  customer_id,
  party: "person",
  origin: "customers",
  linked_by,
  confidence: null,
  ...rest
});

/** C-1 has four records, one of them a contact; C-2 one; C-3 is a firm with a contact; C-4 a contact of nobody. */
const members = [
  member("customer:a", "C-1", "rule", {confidence: 0.99}),
  member("customer:b", "C-1", "score", {confidence: 0.92}),
  member("lead:c", "C-1", "score", {origin: "leads", confidence: 0.95}),
  member("email:d", "C-1", "contact", {origin: "contacts"}),
  member("customer:e", "C-2", "alone"),
  member("customer:f", "C-3", "alone", {party: "organisation"}),
  member("phone:g", "C-3", "contact", {origin: "contacts"}),
  member("email:h", "C-4", "alone", {origin: "contacts"})
];

const pair = (left: string, right: string, verdict: string, rest: object = {}) => ({
  left_key: left,
  right_key: right,
  party: "person",
  found_by: "email",
  verdict,
  weight: 1,
  probability: 0.5,
  evidence: '[["email",3,9]]',
  left_id: "C-1",
  right_id: "C-2",
  is_same: false,
  ...rest
});

const one = {left_id: "C-1", right_id: "C-1", is_same: true};
const pairs = [
  pair("customer:a", "customer:b", "link", {...one, probability: 0.99}),
  pair("customer:b", "lead:c", "link", {...one, probability: 0.95}),
  pair("customer:a", "lead:c", "review", {...one, probability: 0.6}),
  pair("customer:a", "customer:e", "none", {decided: "different"}),
  pair("customer:b", "customer:e", "review", {decided: "unsure"})
];

describe("how records became customers", () => {
  const model = {
    party: "person",
    records: 4,
    unlinkable_records: 1,
    match_share: 0.001,
    link_probability: 0.9,
    review_probability: 0.3
  };
  const given = [
    [intIdentityMember, members],
    [intIdentityModel, [model]],
    [intIdentityPair, pairs],
    [
      intIdentityWeight,
      [
        {party: "person", weight_bin: 3, verdict: "link", pairs: 2},
        {party: "person", weight_bin: 0, verdict: "review", pairs: 1},
        {party: "person", weight_bin: -9, verdict: "none", pairs: 40}
      ]
    ]
  ] as const;

  test("counts every record and every customer once, with what ties it", async () => {
    const rows = await askModel(martIdentityParty, given);
    expect(rows.map(({party, records, customers}) => [party, records, customers])).toEqual([
      ["organisation", 2, 1],
      ["person", 6, 3]
    ]);
    for (const row of rows)
      expect(row.alone_records + row.rule_records + row.score_records + row.steward_records + row.contact_records).toBe(
        row.records
      );
    expect(rows[1]).toMatchObject({alone_records: 2, rule_records: 1, score_records: 2, contact_records: 1});
  });

  test("takes the customers of a contact for those whom it follows, whatever party it was thought to be", async () => {
    const [firms] = await askModel(martIdentityParty, given);
    expect(firms).toMatchObject({party: "organisation", records: 2, contact_records: 1});
  });

  test("expects as many links to be right as their probabilities sum to", async () => {
    const [, people] = await askModel(martIdentityParty, given);
    expect(people).toMatchObject({pairs: 43, links: 2, compared_records: 4, unlinkable_records: 1});
    expect(people!.expected_true_links).toBeCloseTo(1.94);
  });

  test("tells apart what waits for a steward, what other pairs make one, and what was left unsure", async () => {
    const waits = pair("lead:c", "customer:e", "review");
    const [, people] = await askModel(martIdentityParty, [...given.slice(0, 2), [intIdentityPair, [...pairs, waits]]]);
    expect(people).toMatchObject({reviews: 1, settled_reviews: 1, unsure_reviews: 1});
  });

  test("says of a party that was not compared that nothing is known", async () => {
    const [firms] = await askModel(martIdentityParty, given);
    expect(firms).toMatchObject({pairs: 0, links: 0, compared_records: 0, match_share: null, blocking_recall: null});
  });
});

test("sizes of customers sum to the customers, and times their records to the records", async () => {
  const rows = await askModel(martIdentityClusterSize, [[intIdentityMember, members]]);
  expect(rows).toEqual([
    {party: "organisation", records: 2, customers: 1},
    {party: "person", records: 1, customers: 2},
    {party: "person", records: 4, customers: 1}
  ]);
  expect(rows.reduce((sum, row) => sum + row.records * row.customers, 0)).toBe(members.length);
});

test("a customer hangs together as tightly as its compared records are linked", async () => {
  const rows = await askModel(martIdentityCluster, [
    [intIdentityMember, members],
    [intIdentityPair, pairs]
  ]);
  expect(rows).toEqual([
    {
      place: 1,
      customer_id: "C-1",
      party: "person",
      records: 4,
      compared_records: 3,
      links: 2,
      density: 2 / 3,
      least_confidence: 0.92
    },
    {
      place: 2,
      customer_id: "C-3",
      party: "organisation",
      records: 2,
      compared_records: 1,
      links: 0,
      density: null,
      least_confidence: null
    }
  ]);
});

describe("the review queue", () => {
  const values = [
    {customer_id: "C-1", net_revenue: 100},
    {customer_id: "C-2", net_revenue: 30},
    {customer_id: "C-5", net_revenue: 60}
  ];
  const queue = (list: object[]) =>
    askModel(martIdentityReview, [
      [intIdentityPair, list as Record<string, unknown>[]],
      [intCustomerValue, values]
    ]);

  test("has most value at stake first, then the most doubtful, and a second pair of the same two customers last", async () => {
    const rows = await queue([
      pair("customer:sure", "customer:z", "review", {probability: 0.8}),
      pair("customer:doubtful", "customer:z", "review", {left_id: "C-2", right_id: "C-1", probability: 0.45}),
      pair("customer:other", "customer:z", "review", {right_id: "C-7", probability: 0.9}),
      pair("customer:unsure", "customer:z", "review", {right_id: "C-6", probability: 0.4}),
      pair("customer:rich", "customer:z", "review", {right_id: "C-5"}),
      pair("customer:new", "customer:z", "review", {left_id: "C-8", right_id: "C-9"})
    ]);
    expect(rows.map((row) => [row.place, row.value_at_stake, row.probability])).toEqual([
      [1, 160, 0.5],
      [2, 130, 0.45],
      [3, 100, 0.4],
      [4, 100, 0.9],
      [5, 0, 0.5],
      [6, 130, 0.8]
    ]);
  });

  test("holds what waits alone: not what is decided or left unsure, nor what other pairs make one", async () => {
    const rows = await queue([
      ...pairs,
      pair("customer:b", "customer:e", "review"),
      pair("lead:c", "customer:e", "review", {decided: "unsure"})
    ]);
    expect(rows.map((row) => [row.left_customer_id, row.right_customer_id])).toEqual([["C-1", "C-2"]]);
  });

  test("names no record by its key", async () => {
    const [row] = await queue([pair("customer:b", "lead:e", "review")]);
    expect([row!.left_record, row!.right_record].every((name) => /^R-[0-9A-F]{12}$/.test(name))).toBe(true);
    expect(row!.left_record).not.toBe(row!.right_record);
    expect(JSON.stringify(row)).not.toMatch(/customer:|lead:/);
  });

  test("is cut after 300 pairs", async () => {
    const many = Array.from({length: 310}, (_, i) => pair(`customer:${i}`, "customer:z", "review"));
    expect((await queue(many)).map(({place}) => place)).toEqual(Array.from({length: 300}, (_, i) => i + 1));
  });
});

test("values that tie nobody are counted by field and stay unnamed", async () => {
  const shared = (field: string, value: string, records: number) => ({
    field,
    value,
    records,
    names: 9,
    reason: "automatic"
  });
  const rows = await askModel(martIdentityShared, [
    [
      intIdentityShared,
      [
        shared("email", "info@example.com", 40),
        shared("email", "shop@example.com", 60),
        shared("phone", "+4412345", 12)
      ]
    ]
  ]);
  expect(rows).toEqual([
    {field: "email", place: 1, records: 60, names: 9, reason: "automatic", field_values: 2, field_records: 100},
    {field: "email", place: 2, records: 40, names: 9, reason: "automatic", field_values: 2, field_records: 100},
    {field: "phone", place: 1, records: 12, names: 9, reason: "automatic", field_values: 1, field_records: 12}
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/@|\+44/);
});

describe("what the last run changed", () => {
  const change = (change_id: number, kind: string, customer_id: string | null, rest: object = {}) => ({
    change_id,
    run: 2,
    change: kind,
    customer_id,
    records: 1,
    is_latest: true,
    ...rest
  });
  const asked = (list: object[]) =>
    askModel(martIdentityChange, [[intIdentityChange, list as Record<string, unknown>[]]]);

  test("is counted by kind and listed by records; earlier runs are over", async () => {
    const rows = await asked([
      change(1, "new", null, {run: 1, records: 900, is_latest: false}),
      change(2, "merged", "C-1", {into_id: "C-9"}),
      change(3, "merged", "C-2", {into_id: "C-9", records: 3}),
      change(4, "split", "C-3", {into_id: "C-8"}),
      ...Array.from({length: 25}, (_, i) => change(10 + i, "grown", `C-G${i}`))
    ]);
    expect(rows.filter((row) => row.change === "merged")).toEqual([
      {change: "merged", place: 1, run: 2, customers: 2, customer_id: "C-2", into_id: "C-9", records: 3},
      {change: "merged", place: 2, run: 2, customers: 2, customer_id: "C-1", into_id: "C-9", records: 1}
    ]);
    const grown = rows.filter((row) => row.change === "grown");
    expect([grown.length, grown[0]!.customers]).toEqual([20, 25]);
    expect(rows.some((row) => row.change === "new")).toBe(false);
  });

  test("of the first run is as many new customers as its one row says", async () => {
    expect(await asked([change(1, "new", null, {run: 1, records: 900})])).toEqual([
      {change: "new", place: 1, run: 1, customers: 900, customer_id: null, into_id: null, records: 900}
    ]);
  });
});
