import fc from "fast-check";
import {afterAll, beforeAll, expect, it} from "vitest";
import {
  chooseRules,
  nameOf,
  pairsSql,
  usualRules,
  withinBudget,
  type BlockingRule,
  type SizedRule
} from "../../../models/identity/blocking.ts";
import {parties, type Party} from "../../../models/identity/comparisons.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {keyOf, makeUsableOf, type Said} from "./usableOf.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open(":memory:");
});
afterAll(() => warehouse.close());

const maybe = (...values: string[]) => fc.option(fc.constantFrom(...values), {nil: null, freq: 4});
const email = maybe("jane@x.com", "jane@y.com", "li@x.com", "info@z.com");
const phone = maybe("+442070000001", "+442070000002", "+12125550001");
const record: fc.Arbitrary<Said> = fc.record({
  party: fc.constantFrom(...parties),
  email,
  phone,
  given_name: maybe("jane", "jan", "wei"),
  family_name: maybe("doe", "dow", "zhang"),
  han_name: maybe("张伟", "李娜"),
  company: maybe("acme", "acme foods", "zenith"),
  tax_id: maybe("123", "456"),
  birth_date: maybe("1980-02-03", "1980-11-07", "1975-02-03"),
  house_number: maybe("1", "2"),
  street: maybe("high street", "mill lane"),
  postal_code: maybe("sw1a1aa", "e16an"),
  city: maybe("london", "leeds")
});
const world = fc.record({
  records: fc.array(record, {minLength: 2, maxLength: 25}),
  seen: fc.array(fc.record({of: fc.nat(30), email, phone}), {maxLength: 8})
});

/** Pairs l < r that share a value of a rule, by looking at every two records; of contacts, one that both were seen with. */
function pairsByHand(
  rows: readonly Record<string, string | number | null>[],
  contacts: ReadonlyMap<string, ReadonlySet<string>>,
  rule: BlockingRule
): string[] {
  const valuesOf = (row: Record<string, unknown>): ReadonlySet<string> => {
    if (nameOf(rule) === "email" || nameOf(rule) === "phone")
      return contacts.get(`${String(row.n)} ${nameOf(rule)}`) ?? new Set();
    const cells = rule.map((column) => row[column]);
    return new Set(cells.includes(null) ? [] : [JSON.stringify(cells)]);
  };
  return rows.flatMap((l, i) =>
    rows.slice(i + 1).flatMap((r) => {
      const [a, b] = [valuesOf(l), valuesOf(r)];
      return [...a].filter((value) => b.has(value)).map(() => `${l.n} ${r.n}`);
    })
  );
}

const pairsOf = async (party: Party, rule: BlockingRule): Promise<string[]> =>
  (await warehouse.rows<{l: number; r: number}>(pairsSql(party, rule))).map(({l, r}) => `${l} ${r}`);

it("every rule finds the pairs that looking at all pairs finds, and is as large as it says", async () => {
  await fc.assert(
    fc.asyncProperty(world, async ({records, seen}) => {
      const there = seen.filter(({of}) => of < records.length);
      await makeUsableOf(warehouse, records, {
        seen: there.map(({of, email, phone}) => ({
          record_key: keyOf(of + 1),
          email: email ?? undefined,
          phone: phone ?? undefined
        }))
      });
      const contacts = new Map<string, Set<string>>();
      const remember = (n: number, field: string, value?: string | null) => {
        if (value) contacts.set(`${n} ${field}`, (contacts.get(`${n} ${field}`) ?? new Set()).add(value));
      };
      const all = [...records.entries()].map(([i, {email, phone}]) => ({of: i, email, phone}));
      for (const {of, email, phone} of [...all, ...there]) {
        remember(of + 1, "email", email);
        remember(of + 1, "phone", phone);
      }
      for (const party of parties) {
        const rows = await warehouse.rows<Record<string, string | number | null>>(
          `from usable where party = '${party}' order by n`
        );
        for (const {rule, pairs, skippedValues} of await chooseRules(
          warehouse,
          party,
          rows.length,
          usualRules[party]
        )) {
          const byHand = pairsByHand(rows, contacts, rule);
          expect([nameOf(rule), (await pairsOf(party, rule)).sort()]).toEqual([nameOf(rule), byHand.sort()]);
          expect([pairs, skippedValues]).toEqual([byHand.length, 0]);
        }
      }
    }),
    {seed: 31, numRuns: 8}
  );
});

it("the usual rules of few records are all taken but for those that find nothing or no more than a wider one", async () => {
  const records = Array.from({length: 50}, (_, i): Said => ({
    given_name: `n${i % 10}`,
    birth_date: `1980-01-${10 + (i % 5)}`
  }));
  await makeUsableOf(warehouse, records);
  const names = (await chooseRules(warehouse, "person", 50)).map(({rule}) => nameOf(rule));
  expect(names.sort()).toEqual(["birth_date", "birth_day + given_sound", "birth_year + given_sound", "given_name"]);
});

const columns = ["a", "b", "c", "d"];
const sized: fc.Arbitrary<SizedRule[]> = fc.uniqueArray(
  fc.record({
    rule: fc.subarray(columns, {minLength: 1}),
    pairs: fc.nat(1000),
    skippedValues: fc.constantFrom(0, 0, 3),
    skippedPairs: fc.constant(0)
  }),
  {selector: ({rule}) => nameOf(rule), maxLength: 12}
);

it("the chosen rules stay within the budget, and only what is dearer than all of them, finds nothing or is covered is left out", () => {
  fc.assert(
    fc.property(sized, fc.nat(4000), (rules, limit) => {
      const chosen = withinBudget(rules, limit);
      expect(chosen.reduce((sum, {pairs}) => sum + pairs, 0)).toBeLessThanOrEqual(limit);
      for (const left of rules.filter((of) => !chosen.includes(of))) {
        const isCovered = chosen.some(
          ({rule, skippedValues}) =>
            !skippedValues && rule.length < left.rule.length && rule.every((column) => left.rule.includes(column))
        );
        const cheaper = rules.filter(({pairs}) => pairs <= left.pairs).reduce((sum, {pairs}) => sum + pairs, 0);
        expect(!left.pairs || isCovered || cheaper > limit).toBe(true);
      }
      expect(withinBudget([...rules].reverse(), limit)).toEqual(chosen);
    }),
    {seed: 32}
  );
});
