import fc from "fast-check";
import {afterAll, beforeAll, expect, it} from "vitest";
import {compareSql} from "../../../models/identity/compare.ts";
import {comparisons, parties, type Party} from "../../../models/identity/comparisons.ts";
import {bitsOf, chancesOf, weightOf} from "../../../models/identity/em.ts";
import {frequencySql, scoreSql} from "../../../models/identity/score.ts";
import type {Trained} from "../../../models/identity/train.ts";
import {frequencyFields} from "../../../models/identity/usable.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {makeUsableOf, type Said} from "./usableOf.ts";
import {usualTrained} from "./usualTrained.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open(":memory:");
});
afterAll(() => warehouse.close());

const maybe = (...values: string[]) => fc.option(fc.constantFrom(...values), {nil: null, freq: 5});
const record = (party: Party): fc.Arbitrary<Said> =>
  fc.record({
    party: fc.constant(party),
    email: maybe("jane@x.com", "jane@y.com", "jnae@x.com", "li@x.com"),
    phone: maybe("+442070000001", "+442070000002", "+12125559999"),
    tax_id: maybe("123456", "123457", "999999"),
    given_name: party === "person" ? maybe("jane", "jnae", "wei", "zhang") : fc.constant(null),
    family_name: party === "person" ? maybe("doe", "dow", "zhang", "wei") : fc.constant(null),
    company: maybe("acme widgets", "acme widgtes", "zenith"),
    birth_date: maybe("1980-02-03", "1980-03-02", "1975-11-28"),
    house_number: maybe("1", "2"),
    street: maybe("high street", "hihg street", "mill lane"),
    postal_code: maybe("sw1a1aa", "e16an"),
    city: maybe("london", "londn", "leeds")
  });

/** Shares that sum to 1, none of them 0. */
const sharesFor = (levels: number) =>
  fc
    .array(fc.integer({min: 1, max: 1000}), {minLength: levels, maxLength: levels})
    .map((of) => of.map((n) => n / of.reduce((a, b) => a + b, 0)));
const share = fc.double({min: 1e-6, max: 0.4, noNaN: true});

const trainedOf = (party: Party): fc.Arbitrary<Trained> =>
  fc
    .record({
      m: fc.tuple(...comparisons[party].map(({levels}) => sharesFor(levels.length))),
      u: fc.tuple(...comparisons[party].map(({levels}) => sharesFor(levels.length))),
      priors: fc.record({match: share, household: share}),
      meanFrequency: fc.record(Object.fromEntries(frequencyFields.map((field) => [field, share])), {requiredKeys: []}),
      records: fc.integer({min: 1, max: 1_000_000})
    })
    .map((of) => usualTrained(party, of as Partial<Trained>));

const world = fc.constantFrom(...parties).chain((party) =>
  fc.record({
    party: fc.constant(party),
    records: fc.array(record(party), {minLength: 2, maxLength: 10}),
    trained: trainedOf(party),
    frequency: fc.uniqueArray(
      fc.tuple(
        fc.constantFrom(...frequencyFields),
        fc.constantFrom("jane", "zhang", "acme widgets", "mill lane", "e16an", "london"),
        share
      ),
      {
        selector: ([field, value]) => `${field} ${value}`,
        maxLength: 10
      }
    ),
    sharesEmail: fc.boolean()
  })
);

interface Scored {
  l: number;
  r: number;
  weight: number;
  rule: string | null;
  evidence: string;
}

/** Bits of each comparison that says something, with those that a value's frequency adds. */
function bitsByHand(
  {trained, frequency}: {trained: Trained; frequency: readonly (readonly [string, string, number])[]},
  party: Party,
  levels: Record<string, number>,
  left: Record<string, string | null>
): {name: string; level: number; bits: number}[] {
  const bits = bitsOf(trained.m, trained.u);
  return comparisons[party].flatMap(({name, levels: of}, c) => {
    const level = levels[name]!;
    if (level < 0) return [];
    const field = of[of.length - 1 - level]!.frequency;
    const mean = field ? trained.meanFrequency[field] : undefined;
    const known = frequency.find(([f, value]) => f === field && value === left[field!]);
    const rarity = mean ? Math.log2(mean) - Math.log2(known?.[2] ?? 1 / trained.records) : 0;
    return [{name, level, bits: bits[c]![level]! + Math.max(-8, Math.min(8, rarity))}];
  });
}

it("a pair weighs the log odds by chance, the bits of its levels by how frequent its values are, less what a household explains", async () => {
  await fc.assert(
    fc.asyncProperty(world, async ({party, records, trained, frequency, sharesEmail}) => {
      await makeUsableOf(warehouse, records);
      await warehouse.run("delete from identity.frequency");
      for (const row of frequency)
        await warehouse.run(`insert into identity.frequency values ('${party}', '${row[0]}', '${row[1]}', ${row[2]})`);
      await warehouse.run(frequencySql({[party]: trained}));
      const pairs = `select a.n as l, b.n as r, ${sharesEmail} as shares_email, false as shares_phone from usable a join usable b on a.n < b.n`;
      const scored = await warehouse.rows<Scored>(`${scoreSql(party, trained, pairs, {evidence: true})} order by l, r`);
      const compared = await warehouse.rows<Record<string, number>>(`${compareSql(party, pairs)} order by l, r`);
      const rows = await warehouse.rows<Record<string, string | null>>("from usable order by n");
      expect(scored).toHaveLength((records.length * (records.length - 1)) / 2);
      const {match, household} = trained.priors;
      const strangers = 1 - match - household;
      for (const [i, {l, weight, evidence}] of scored.entries()) {
        const said = bitsByHand({trained, frequency}, party, compared[i]!, rows[l - 1]!);
        const shared = said.map(({name, bits}) => {
          const of = comparisons[party].find((of) => of.name === name)!.household;
          return of === "shared" ? bits : Math.log2(1 - of + of * 2 ** bits);
        });
        const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);
        const correction = -Math.log2(1 + 2 ** (Math.log2(household / strangers) + sum(shared)));
        const byChance = Math.log2(match / strangers);
        expect(weight).toBeCloseTo(byChance + sum(said.map(({bits}) => bits)) + correction, 6);

        const shown = JSON.parse(evidence) as [string, number, number][];
        const named = shown.filter(([name]) => name !== "household");
        expect(named.map(([name, level]) => [name, level])).toEqual(said.map(({name, level}) => [name, level]));
        expect(shown.length - named.length).toBe(correction < -0.005 ? 1 : 0);
        expect(Math.abs(byChance + sum(shown.map(([, , bits]) => bits)) - weight)).toBeLessThan(
          0.006 * (said.length + 1)
        );
        const probability = 1 / (1 + 2 ** -weight);
        expect(probability > 0 && probability < 1).toBe(Math.abs(weight) < 53);
      }
    }),
    {seed: 41, numRuns: 20}
  );
});

it("where no value is rarer than another, the weight is the odds that the mixture of match, household and strangers gives", async () => {
  const records = fc.array(record("person"), {minLength: 2, maxLength: 8});
  await fc.assert(
    fc.asyncProperty(records, trainedOf("person"), async (records, some) => {
      const trained = {...some, meanFrequency: {}};
      await makeUsableOf(warehouse, records);
      await warehouse.run(frequencySql({person: trained}));
      const pairs =
        "select a.n as l, b.n as r, false as shares_email, false as shares_phone from usable a join usable b on a.n < b.n";
      const scored = await warehouse.rows<Scored>(`${scoreSql("person", trained, pairs)} order by l, r`);
      const compared = await warehouse.rows<Record<string, number>>(`${compareSql("person", pairs)} order by l, r`);
      const bits = bitsOf(trained.m, trained.u);
      const household = comparisons.person.map((of) => of.household);
      for (const [i, {weight}] of scored.entries()) {
        const levels = comparisons.person.map(({name}) => compared[i]![name]!);
        const {match} = chancesOf(trained.priors, weightOf(levels, bits, household));
        expect(1 / (1 + 2 ** -weight)).toBeCloseTo(match, 9);
      }
    }),
    {seed: 42, numRuns: 15}
  );
});

it("two records of which neither has the other's names exchanged weigh the same whichever comes first", async () => {
  const inOrder = record("person").map((of) => ({...of, family_name: of.family_name && `mac${of.family_name}`}));
  const two = fc.tuple(inOrder, inOrder);
  await fc.assert(
    fc.asyncProperty(two, trainedOf("person"), async (two, trained) => {
      await makeUsableOf(warehouse, two);
      await warehouse.run(frequencySql({person: trained}));
      const pairs = "select l, r, false as shares_email, false as shares_phone from (values (1, 2), (2, 1)) as t(l, r)";
      const [there, back] = await warehouse.rows<Scored>(`${scoreSql("person", trained, pairs)} order by l`);
      expect([back!.weight.toFixed(9), back!.rule]).toEqual([there!.weight.toFixed(9), there!.rule]);
    }),
    {seed: 43, numRuns: 30}
  );
});
