import fc from "fast-check";
import {afterAll, beforeAll, expect, it} from "vitest";
import {accuracy, accuracyOf, type Accuracy} from "../../../models/identity/accuracy.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open(":memory:");
});
afterAll(() => warehouse.close());

/** All pairs of records, one by one. */
function pairsOf<T>(records: readonly T[]): [T, T][] {
  return records.flatMap((left, i) => records.slice(i + 1).map((right): [T, T] => [left, right]));
}

function byHand<T>(records: readonly T[], isFound: (a: T, b: T) => boolean, isTrue: (a: T, b: T) => boolean): Accuracy {
  const pairs = pairsOf(records);
  const found = pairs.filter(([a, b]) => isFound(a, b)).length;
  const truth = pairs.filter(([a, b]) => isTrue(a, b)).length;
  const both = pairs.filter(([a, b]) => isFound(a, b) && isTrue(a, b)).length;
  return {
    found,
    truth,
    both,
    precision: found ? both / found : null,
    recall: truth ? both / truth : null,
    f1: found + truth ? (2 * both) / (found + truth) : null
  };
}

const valuesOf = (rows: readonly (readonly (string | null)[])[], columns: string): string =>
  rows.length
    ? `(select * from (values ${rows.map((row) => `(${row.map((cell) => (cell === null ? "null::varchar" : `'${cell}'`)).join(", ")})`).join(", ")}) as t(${columns}))`
    : `(select ${columns
        .split(", ")
        .map((name) => `null::varchar as ${name}`)
        .join(", ")} where false)`;

const letter = fc.constantFrom("a", "b", "c", "d");

it("accuracy is what counting all pairs gives", async () => {
  const records = fc.array(fc.record({found: letter, truth: letter}), {maxLength: 25});
  await fc.assert(
    fc.asyncProperty(records, async (records) => {
      const rows = records.map(({found, truth}) => [found, truth]);
      const labels = `select found, truth from ${valuesOf(rows, "found, truth")}`;
      expect(await accuracy(warehouse, labels)).toEqual(
        byHand(
          records,
          (a, b) => a.found === b.found,
          (a, b) => a.truth === b.truth
        )
      );
    }),
    {numRuns: 60}
  );
});

it("a million records of one cluster have their 499,999,500,000 pairs", async () => {
  const {found, both, f1} = await accuracy(warehouse, "select 1 as found, 2 as truth from range(1000000)");
  expect([found, both, f1]).toEqual([499_999_500_000, 499_999_500_000, 1]);
});

it("what was resolved, and what the same e-mail and the rules give, is as by hand over every pair", async () => {
  const party = fc.constantFrom("person", "organisation");
  const email = fc.option(letter, {nil: null});
  const records = fc.array(fc.record({party, email, customer: letter, cluster: fc.option(letter, {nil: null})}), {
    minLength: 2,
    maxLength: 12
  });
  const world = records.chain((records) => {
    const place = fc.integer({min: 0, max: records.length - 1});
    const pair = fc.tuple(place, place, fc.boolean()).filter(([a, b]) => a < b);
    return fc.tuple(fc.constant(records), fc.uniqueArray(pair, {selector: ([a, b]) => `${a} ${b}`, maxLength: 12}));
  });
  await fc.assert(
    fc.asyncProperty(world, async ([records, pairs]) => {
      const key = (i: number) => `r${String(i).padStart(2, "0")}`;
      const table = (name: string, rows: (string | null)[][], columns: string) =>
        warehouse.run(`create or replace table ${name} as select * from ${valuesOf(rows, columns)}`);
      await table(
        "int_identity_record",
        records.map(({email}, i) => [key(i), email]),
        "record_key, email"
      );
      await table(
        "int_identity_member",
        records.map(({party, customer}, i) => [key(i), party, customer]),
        "record_key, party, customer_id"
      );
      await table(
        "int_identity_pair",
        pairs.map(([a, b, isRule]) => [key(a), key(b), isRule ? "email" : null]),
        "left_key, right_key, rule"
      );
      const labelled = records.map((record, i) => ({...record, i})).filter(({cluster}) => cluster !== null);
      const rows = [...labelled.map(({i, cluster}) => [key(i), cluster]), ["never loaded", "a"]];
      await table("truth", rows, "record_key, cluster");

      const component = records.map((_, i) => i);
      for (const _ of records) {
        for (const [a, b, isRule] of pairs) {
          if (isRule) component[a] = component[b] = Math.min(component[a]!, component[b]!);
        }
      }
      type Labelled = (typeof labelled)[number];
      const isTrue = (a: Labelled, b: Labelled) => a.cluster === b.cluster;
      expect(await accuracyOf(warehouse, "truth")).toEqual({
        records: labelled.length,
        customers: byHand(labelled, (a, b) => a.customer === b.customer, isTrue),
        sameEmail: byHand(labelled, (a, b) => a.email !== null && a.email === b.email && a.party === b.party, isTrue),
        rules: byHand(labelled, (a, b) => component[a.i] === component[b.i], isTrue)
      });
    }),
    {numRuns: 40}
  );
});
