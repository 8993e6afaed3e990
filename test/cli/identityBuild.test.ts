import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {csvParse, range, rollup} from "d3";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {keyOf, peopleFile, truthFile, writePeople} from "../../cli/bench/people.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {runHere, type Ended} from "./runHere.ts";

const RECORDS = 1500;
const home = process.cwd();
const dir = mkdtempSync(join(tmpdir(), "perennial-identity-"));
const config = `export default {
  company: {name: "Corner Shop", zone: "Europe/London", currency: "GBP"},
  sources: {
    crm: {kind: "customers", files: "${peopleFile}", map: {customer_key: "id", birth_date: "birth date"}},
    till: {kind: "order_lines", files: "till.csv"}
  },
  publish: {pseudonym_key: "corner-shop"}
};
`;

const identity = (...args: string[]): Promise<Ended> => runHere("identity", "--project", dir, ...args);

/** Builds; what goes wrong is told. Progress of a slow build is no fault. */
async function build(): Promise<void> {
  const {code, err} = await runHere("build", "--project", dir);
  if (code !== 0) throw new Error(err);
}

async function ask<Row>(sql: string): Promise<Row[]> {
  const warehouse = await Warehouse.open(join(dir, "data/warehouse.duckdb"), {readOnly: true});
  const rows = await warehouse.rows<Row>(sql);
  warehouse.close();
  return rows;
}

const customerOf = async (): Promise<Map<string, string>> => {
  const rows = await ask<{record_key: string; customer_id: string}>(
    "select record_key, customer_id from int_identity_member"
  );
  return new Map(rows.map(({record_key, customer_id}) => [record_key, customer_id]));
};

let personOf: Map<string, string>;

beforeAll(async () => {
  process.chdir(dir);
  writeFileSync(join(dir, "perennial.config.ts"), config);
  await writePeople(dir, RECORDS, {seed: 5, duplicates: 0.2});
  const lines = range(200).map(
    (i) => `${i},${keyOf(i)},2026-01-${String((i % 28) + 1).padStart(2, "0")} 10:00:00,1,${i}`
  );
  writeFileSync(join(dir, "till.csv"), `order_id,customer_key,ordered_at,quantity,unit_price\n${lines.join("\n")}\n`);
  const truth = csvParse(readFileSync(join(dir, truthFile), "utf8"));
  personOf = new Map(truth.map(({id, person}) => [`customer:${id}`, person!]));
  expect(await runHere("ingest", "--project", dir)).toMatchObject({code: 0});
  await build();
});
afterAll(() => process.chdir(home));

/** Pairs of one group, each as two keys in order. */
const pairsWithin = (groups: Iterable<readonly string[]>): [string, string][] =>
  [...groups].flatMap((keys) =>
    keys.flatMap((left, i) => keys.slice(i + 1).map((right): [string, string] => [left, right]))
  );

const groupsOf = (groupOf: ReadonlyMap<string, string>): string[][] => [
  ...rollup(
    [...groupOf],
    (all) => all.map(([key]) => key).sort(),
    ([, group]) => group
  ).values()
];

it("--truth prints what counting pairs by hand gives, and that all else finds fewer", async () => {
  const customers = await customerOf();
  const found = pairsWithin(groupsOf(customers));
  const truth = pairsWithin(groupsOf(personOf));
  const both = found.filter(([a, b]) => personOf.get(a) === personOf.get(b)).length;
  const cells = [both / found.length, both / truth.length, (2 * both) / (found.length + truth.length)];
  const {code, out} = await identity("--truth", truthFile);
  expect(code).toBe(0);
  const lines = out.split("\n").map((line) => line.trim().split(/ {2,}/));
  expect(lines).toContainEqual(["customers", ...cells.map((cell) => cell.toFixed(4)), String(found.length)]);
  const f1 = (title: string) => Number(lines.find(([name]) => name === title)![3]);
  expect(f1("customers")).toBeGreaterThan(f1("exact rules alone"));
  expect(f1("exact rules alone")).toBeGreaterThan(f1("same e-mail alone"));

  const rules = (await ask<{rule: string}>("select rule from int_identity_rule where pairs > 0")).map(({rule}) =>
    rule.split(" + ")
  );
  const records = await ask<Record<string, string | null>>("from int_identity_record");
  const byKey = new Map(records.map((record) => [record.record_key!, record]));
  const isFound = ([a, b]: [string, string]) =>
    rules.some((columns) =>
      columns.every((column) => byKey.get(a)![column] != null && byKey.get(a)![column] === byKey.get(b)![column])
    );
  expect(lines).toContainEqual(["pairs compared at all", (truth.filter(isFound).length / truth.length).toFixed(4)]);
});

it("--truth takes the column that is called cluster, and says what is not there", async () => {
  const rows = [...personOf].slice(0, 300).map(([key, person]) => `${key.replace("customer:", "")},x,${person}`);
  writeFileSync(join(dir, "t.csv"), ["id,email,Cluster", ...rows, "nobody,x,1"].join("\n"));
  const {code, out} = await identity("--truth", "t.csv");
  expect(code).toBe(0);
  expect(out).toContain("300 records of t.csv");
  expect(out).toContain("1 of 301 keys are not in the warehouse and left out");
});

it("the summary counts what the relations hold", async () => {
  const {out} = await identity();
  const customers = new Set((await customerOf()).values()).size;
  expect(out).toContain(`records ${RECORDS.toLocaleString("en-GB")}: `);
  expect(out).toContain(`${customers.toLocaleString("en-GB")} customers; records tied to others: `);
});

describe("a steward", () => {
  /** The most telling linked pair of a customer of two records, and two records that nothing ties. */
  async function chosen(): Promise<{linked: [string, string]; apart: [string, string]}> {
    const [linked] = await ask<{left_key: string; right_key: string}>(
      `select left_key, right_key from int_identity_pair join int_identity_member on record_key = left_key
       where verdict = 'link' and is_same and cluster_records = 2 order by weight desc, left_key limit 1`
    );
    const [a, b] = await ask<{record_key: string}>(
      "select record_key from int_identity_member where cluster_records = 1 order by record_key limit 2"
    );
    return {linked: [linked!.left_key, linked!.right_key], apart: [a!.record_key, b!.record_key]};
  }

  it("ties and parts records with a file, and takes it back, as if nothing had been", async () => {
    const before = await customerOf();
    const {linked, apart} = await chosen();
    const untold = await identity("--explain", ...apart);
    expect(untold.out).toMatch(/verdict (never compared|not linked|to be reviewed)/);
    expect(untold.out).toMatch(/prior .*\n.* total +/s);
    writeFileSync(
      join(dir, "d.csv"),
      `left_key,right_key,verdict\n${linked.join(",")},different\n${apart.join(",")},same\n`
    );
    expect((await identity("--decide", "d.csv")).out).toContain("2 decisions as batch 1: 1 same, 1 different");
    await build();
    const after = await customerOf();
    expect(after.get(linked[0])).not.toBe(after.get(linked[1]));
    expect(after.get(apart[0])).toBe(after.get(apart[1]));
    const touched = new Set([...linked, ...apart]);
    for (const [key, customer] of before) if (!touched.has(key)) expect([key, after.get(key)]).toEqual([key, customer]);
    expect((await identity("--explain", ...linked)).out).toContain("verdict different: a steward decided so");
    const same = await identity("--explain", ...apart);
    expect(same.out).toContain("verdict same: a steward decided so");
    expect(same.out).toContain(`they are one customer, ${after.get(apart[0])}`);
    expect((await identity()).out).toContain("steward 2 decisions in force: 1 same, 1 different");
    await identity("--undo");
    await build();
    expect(await customerOf()).toEqual(before);
  });

  it("gets the pairs in doubt that are not one customer, by revenue", async () => {
    const {out} = await identity("--review", "r.csv");
    const rows = csvParse(readFileSync(join(dir, "r.csv"), "utf8").slice(1).replaceAll("\r\n", "\n"));
    expect(out).toContain(`${rows.length} pairs to review`);
    expect(rows.length).toBeGreaterThan(0);
    const customers = await customerOf();
    const revenue = new Map(
      (
        await ask<{customer_id: string; net_revenue: number}>(
          "select customer_id, net_revenue::double as net_revenue from mart_customer_360"
        )
      ).map(({customer_id, net_revenue}) => [customer_id, net_revenue])
    );
    const of = (key: string | undefined) => revenue.get(customers.get(key!)!) ?? 0;
    const sums = rows.map(({left_key, right_key}) => of(left_key) + of(right_key));
    expect(sums).toEqual([...sums].sort((a, b) => b - a));
    for (const {left_key, right_key, agrees} of rows) {
      expect(customers.get(left_key!)).not.toBe(customers.get(right_key!));
      expect(agrees).toMatch(/^\w+: /);
    }
  });
});
