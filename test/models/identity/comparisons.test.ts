import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {bare, compareSql} from "../../../models/identity/compare.ts";
import {comparisons, parties, type Party} from "../../../models/identity/comparisons.ts";
import {linkRules, linksByRule, ruleSql} from "../../../models/identity/linkRules.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {makeUsableOf, type Said, type Seen} from "./usableOf.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open(":memory:");
});
afterAll(() => warehouse.close());

type Pair = readonly [Said, Said];

/** The levels of each pair, by comparison. */
async function levelsOf(pairs: readonly Pair[], party: Party = "person"): Promise<Record<string, number>[]> {
  await makeUsableOf(
    warehouse,
    pairs.flat().map((of) => ({party, ...of}))
  );
  const of = "select n as l, n + 1 as r from usable where n % 2 = 1";
  return warehouse.rows(`${compareSql(party, bare(of))} order by l`);
}

const one = (name: keyof Said) => (left: string | null, right: string | null, level: number) =>
  [name, {[name]: left}, {[name]: right}, level] as const;
const [email, phone, taxId] = [one("email"), one("phone"), one("tax_id")];
const [given, family, birth] = [one("given_name"), one("family_name"), one("birth_date")];
const company = one("company");
const place = (left: string, right: string, level: number) => {
  const read = (text: string): Said => {
    const [house_number, street, postal_code, city] = text.split("|").map((cell) => cell || null);
    return {house_number, street, postal_code, city};
  };
  return ["address", read(left), read(right), level] as const;
};

describe("a comparison has the level of how far two values agree, −1 where one of them is not known", () => {
  const cases = [
    email("jane.doe@example.com", "jane.doe@example.com", 3),
    email("jane.doe@example.com", "jane.doe@example.org", 2),
    email("jan@example.com", "jan@example.org", 1),
    email("jane.doe@example.com", "jane.deo@example.com", 1),
    email("jane.doe1@example.com", "jane.doe2@example.com", 0),
    email("jane.doe@example.com", "zack@other.net", 0),
    email("jane.doe@example.com", null, -1),
    email(null, null, -1),
    phone("+442071234567", "+442071234567", 2),
    phone("+442071234567", "+442071234568", 1),
    phone("+442071234567", "+44207123456", 1),
    phone("+442071234567", "+442071235467", 1),
    phone("+442071234567", "+442079876543", 0),
    phone(null, "+442071234567", -1),
    taxId("913100001234567890", "913100001234567890", 2),
    taxId("913100001234567890", "913100001234567891", 1),
    taxId("913100001234567890", "440300009876543210", 0),
    taxId("913100001234567890", null, -1),
    given("martha", "martha", 3),
    given("martha", "marhta", 2),
    given("dixon", "dicksonx", 1),
    given("j", "jane", 1),
    given("jane", "oliver", 0),
    given("jane", null, -1),
    family("smith", "smith", 3),
    family("smith", "smyth", 2),
    family("dicksonx", "dixon", 1),
    family("smith", "taylor", 0),
    family(null, "smith", -1),
    birth("1980-02-03", "1980-02-03", 3),
    birth("1980-02-03", "1980-02-08", 2),
    birth("1980-02-13", "1908-02-13", 1),
    birth("1980-11-07", "1980-07-11", 1),
    birth("1980-02-03", "1975-11-28", 0),
    birth("1980-02-03", null, -1),
    place("12|high street|sw1a1aa|london", "12|high street|sw1a1aa|london", 5),
    place("12|high street||", "12|high street||leeds", 5),
    place("12|high street||london", "|high street||london", 4),
    place("12|high street||london", "12|hihg street||london", 4),
    place("12|high street|sw1a1aa|london", "14|high street|sw1a1aa|london", 3),
    place("|mill lane|sw1a1aa|london", "|high street|sw1a1aa|", 3),
    place("|mill lane|sw1a1aa|london", "|high street|e16an|london", 2),
    place("|||sheffield", "|||shefield", 1),
    place("|||london", "|||leeds", 0),
    place("|high street||", "||sw1a1aa|london", -1)
  ];
  it.each(cases)("%s of %o and %o: %i", async (name, left, right, level) => {
    const [there, back] = await levelsOf([
      [left, right],
      [right, left]
    ]);
    expect([there![name], back![name]]).toEqual([level, level]);
  });

  it.each([
    company("acme", "acme", 3),
    company("acme widgets", "acme widgtes", 2),
    company("acme widgets", "acme wigets intl", 1),
    company("acme widgets", "zenith foods", 0),
    company("acme widgets", null, -1)
  ])("%s of %o and %o: %i", async (name, left, right, level) => {
    const [levels] = await levelsOf([[left, right]], "organisation");
    expect(levels![name]).toBe(level);
  });
});

const names = (given_name: string | null, family_name: string | null): Said => ({given_name, family_name});

it("given and family name that changed places agree as if they had not", async () => {
  const pairs: Pair[] = [
    [names("wei", "zhang"), names("zhang", "wei")],
    [names("wei", "zhang"), names("zhnag", "wei")],
    [names("james", "james"), names("james", "james")],
    [names("oliver", "lee"), names("lee", "mei")]
  ];
  const found = (await levelsOf(pairs)).map(({given_name, family_name}) => [given_name, family_name]);
  expect(found).toEqual([
    [3, 3],
    [3, 2],
    [3, 3],
    [0, 3]
  ]);
});

it("a record of one name says something of one part only, whichever it is and whichever comes first", async () => {
  const whole = names("anna", "smith");
  const found = await levelsOf([
    [whole, names("smith", null)],
    [names("smith", null), whole],
    [whole, names(null, "anna")],
    [names(null, "anna"), whole]
  ]);
  for (const {given_name, family_name} of found) expect([given_name, family_name].sort()).toEqual([-1, 3]);
});

it("two letters exchanged in the middle are one slip, as they are elsewhere", async () => {
  const digits = "91310000123456789";
  const slips = Array.from({length: digits.length - 1}, (_, i) => i).filter((i) => digits[i] !== digits[i + 1]);
  const cases = [digits, `${digits}0`].flatMap((right) =>
    slips.map((i): Pair => {
      const left = [...right];
      [left[i], left[i + 1]] = [left[i + 1]!, left[i]!];
      return [{tax_id: left.join("")}, {tax_id: right}];
    })
  );
  expect((await levelsOf(cases)).map(({tax_id}) => tax_id)).toEqual(cases.map(() => 1));
});

it("an e-mail that both were seen with is the same e-mail, also where that in the record is another or unusable", async () => {
  const records: Said[] = [{email: "a@x.com"}, {email: "b@x.com"}, {email: "shop@x.com"}];
  const seen: Seen[] = [1, 2, 3].map((i) => ({
    record_key: `customer:${String(i).padStart(6, "0")}`,
    email: "jane@x.com"
  }));
  await makeUsableOf(warehouse, records, {seen, shared: [{field: "email", value: "shop@x.com"}]});
  const pairs = "select l, r, true as shares_email, false as shares_phone from (values (1, 2), (1, 3)) as t(l, r)";
  const found = await warehouse.rows<{email: number}>(`${compareSql("person", pairs)} order by r`);
  expect(found.map(({email}) => email)).toEqual([3, 3]);
});

it("the similarity of martha and marhta is 0.961111 (Winkler 1990)", async () => {
  const {found} = await warehouse.row<{found: number}>("select jaro_winkler_similarity('martha', 'marhta') as found");
  expect(found).toBeCloseTo(0.961111, 6);
});

it("the usual shares of every comparison sum to 1, and its last level takes all that is left", () => {
  for (const {name, levels} of parties.flatMap((party) => comparisons[party])) {
    expect([name, levels.reduce((sum, {usual}) => sum + usual, 0).toFixed(9)]).toEqual([name, "1.000000000"]);
    expect(levels.at(-1)!.sql).toBe("true");
  }
});

it.each(parties)("a rule links the same pairs of %ss in SQL and in TypeScript, the first that does", async (party) => {
  const levels = fc.tuple(...comparisons[party].map((of) => fc.integer({min: -1, max: of.levels.length - 1})));
  const some = fc.sample(levels, {numRuns: 3000, seed: 4});
  const columns = comparisons[party].map(({name}) => `"${name}"`);
  const rows = some.map((of, i) => `(${[i, ...of].join(", ")})`);
  const found = await warehouse.rows<{rule: string | null}>(
    `select ${ruleSql(party)} as rule from (values ${rows.join(", ")}) as t(i, ${columns.join(", ")}) order by i`
  );
  expect(found.map(({rule}) => rule !== null)).toEqual(some.map((of) => linksByRule(party, of)));
  expect(new Set(found.map(({rule}) => rule))).toEqual(new Set([null, ...linkRules[party].map(({same}) => same)]));
});
