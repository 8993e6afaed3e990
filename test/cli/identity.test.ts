import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse} from "d3";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {resolvedCompany} from "./identityWarehouse.ts";
import {runHere} from "./runHere.ts";

const home = process.cwd();
let dir: string;
beforeEach(async () => {
  dir = await resolvedCompany();
  process.chdir(dir);
});
afterEach(() => {
  process.chdir(home);
});

const identity = (...args: string[]) => runHere("identity", "--project", dir, ...args);
const write = (name: string, text: string) => writeFileSync(join(dir, name), text);
const read = (name: string) => readFileSync(join(dir, name), "utf8");
const decisions = "data/identity/decisions.csv";

describe("perennial identity", () => {
  it("says in words what became of the records", async () => {
    const {code, out} = await identity();
    expect(code).toBe(0);
    for (const words of [
      "records 6: 4 of people, 2 of organisations",
      "5 customers; records tied to others: 2 by a rule",
      "people  linked from a probability of 90.0 %, reviewed from 30.0 %",
      "95.0 % of the pairs within customers were found by blocking",
      "email                        1 pair; 1 link, 1 by no other rule; 1 value too common",
      "largest C-1 of 2 records",
      "email info@example.org: 40 records, found in the data",
      "review  2 pairs in doubt"
    ])
      expect(out).toContain(words);
  });

  it("takes one option at a time, and needs a build", async () => {
    const two = await identity("--undo", "--review", "r.csv");
    expect([two.code, two.err]).toEqual([1, expect.stringContaining("identity: choose one of --review, --decide")]);
    write("crm.csv", "customer_key,email\n1,a@example.org\n");
    write(
      "perennial.config.ts",
      read("perennial.config.ts").replace("  publish", '  warehouse: "data/new.duckdb",\n  publish')
    );
    const unbuilt = await identity("--review", "r.csv");
    expect([unbuilt.code, unbuilt.err]).toEqual([1, expect.stringContaining('run "perennial build" first')]);
  });
});

describe("--review", () => {
  it("writes both records of a pair in doubt side by side, with what agrees, the customers with most revenue first", async () => {
    expect(await identity("--review", "r.csv")).toMatchObject({
      code: 0,
      out: expect.stringContaining("2 pairs to review in r.csv") as string
    });
    const text = read("r.csv");
    expect(
      text.startsWith("\ufeffpair,left_key,right_key,probability,agrees,differs,left_given_name,right_given_name,")
    ).toBe(true);
    const rows = csvParse(text.slice(1).replaceAll("\r\n", "\n"));
    expect(rows.map(({pair, left_key, right_key}) => [pair, left_key, right_key])).toEqual([
      ["1", "company:=corner", "company:corner"],
      ["2", "customer:1", "customer:3"]
    ]);
    expect(rows[1]).toMatchObject({
      probability: "0.6667",
      agrees: "family_name: a slip of the pen, birth_date: two digits off",
      differs: "email: differs",
      left_family_name: "lovelace",
      right_family_name: "lovelac",
      left_email: "ada@example.org",
      right_email: "",
      verdict: "",
      note: ""
    });
    // A spreadsheet must not run what a company is called.
    expect(rows[0]).toMatchObject({left_company: "'=corner", right_company: "corner"});
  });

  it("takes the same file back once verdicts stand in it", async () => {
    await identity("--review", "r.csv");
    write("r.csv", read("r.csv").replace(/,,\r\n$/, ",same,by telephone\r\n"));
    const {code, out} = await identity("--decide", "r.csv");
    expect([code, out]).toEqual([0, expect.stringContaining("1 decision as batch 1: 1 same; 1 undecided")]);
    expect(read(decisions)).toBe(
      "\ufeffbatch,left_key,right_key,verdict,note\r\n1,customer:1,customer:3,same,by telephone\r\n"
    );
  });
});

describe("--decide", () => {
  it("adds a batch, counts what was said twice once, and lists what contradicts itself", async () => {
    write("d.csv", "left_key,right_key,verdict\n1,3,same\ncustomer:3,2,different\n3,1,unsure\n1,2,same\n");
    const {code, out} = await identity("--decide", "d.csv");
    expect(code).toBe(0);
    expect(out).toContain(
      'd.csv line 4: customer:1 and customer:3 are decided on line 2 too, as same and unsure; "unsure" holds'
    );
    expect(out).toContain("3 decisions as batch 1: 1 same, 1 unsure, 1 different");
    expect(out).not.toContain("contradiction");
    write("e.csv", "left_key,right_key,verdict\n1,3,SAME\n");
    const next = await identity("--decide", "e.csv");
    expect(next.out).toContain("1 decision as batch 2: 1 same");
    expect(next.out).toContain("customer:2 and customer:3 are different (batch 1), but the same through customer:1");
  });

  it("takes a file again without a new batch", async () => {
    write("d.csv", "left_key,right_key,verdict\n1,3,same\n");
    await identity("--decide", "d.csv");
    const before = read(decisions);
    expect((await identity("--decide", "d.csv")).out).toContain("0 decisions; 1 in force already");
    expect(read(decisions)).toBe(before);
  });

  it("takes nothing of a file with a mistake, and names every line", async () => {
    write(
      "d.csv",
      "left_key,right_key,verdict\n1,3,same\n1,7,same\n3,2,differnt\n2,customer:2,same\n,2,same\n9,9,\n1,company:corner,same\nemail:ada@example.org,1,same\n"
    );
    const {code, err} = await identity("--decide", "d.csv");
    expect(code).toBe(1);
    expect(err.trimEnd().split("\n")).toEqual([
      'identity: d.csv line 3: unknown record "7"; take its key from "perennial identity --review", or clear the verdict',
      'identity: d.csv line 4: unknown verdict "differnt"; write same, different or unsure',
      'identity: d.csv line 5: both keys are of the record "customer:2"; write the keys of two records',
      "identity: d.csv line 6: missing left_key; write the key of a record, or remove the line",
      'identity: d.csv line 8: "customer:1" is of a person and "company:corner" of an organisation, who are never one customer; clear the verdict',
      'identity: d.csv line 9: "email:ada@example.org" belongs to the customer who has it, whatever is decided; decide about the records that name it',
      "identity: no decision was taken"
    ]);
    expect(existsSync(join(dir, decisions))).toBe(false);
  });

  it("refuses a file that is not there or has other columns", async () => {
    expect((await identity("--decide", "none.csv")).err).toMatch(
      /^identity: none\.csv: cannot be read: .*; name a CSV file\n$/
    );
    write("d.csv", "a,b\n1,2\n");
    expect((await identity("--decide", "d.csv")).err).toContain('identity: d.csv: missing column "left_key"');
  });
});

it("--undo takes the last batch back, and --decisions writes those in force", async () => {
  write("d.csv", "left_key,right_key,verdict\n1,3,same\n");
  await identity("--decide", "d.csv");
  write("e.csv", "left_key,right_key,verdict\n3,1,different\n");
  await identity("--decide", "e.csv");
  await identity("--decisions", "held.csv");
  expect(csvParse(read("held.csv").slice(1)).map((row) => [row.batch, row.left_key, row.verdict])).toEqual([
    ["2", "customer:1", "different"]
  ]);
  expect((await identity("--undo")).out).toContain("batch 2 taken back: 1 decision: 1 different");
  await identity("--decisions", "held.csv");
  expect(csvParse(read("held.csv").slice(1)).map(({verdict}) => verdict)).toEqual(["same"]);
  await identity("--undo");
  const {code, err} = await identity("--undo");
  expect([code, err]).toEqual([1, expect.stringContaining("no batch of decisions to take back")]);
});

describe("--truth", () => {
  it.each([
    ["none.csv", null, /cannot be read/],
    ["t.csv", "id\n1\n", /one column only/],
    ["t.csv", "id,person\n1,a\n1,b\n", /duplicate key "1" in 2 rows/],
    ["t.csv", "id,person\nx,a\ny,b\n", /none of its 2 keys is in the warehouse; its first column \(id\)/]
  ])("refuses %s with %j", async (name, text, message) => {
    if (text !== null) write(name, text);
    const {code, err} = await identity("--truth", name);
    expect([code, err]).toEqual([1, expect.stringMatching(message)]);
  });
});

describe("--explain", () => {
  it("adds up prior and comparisons to the weight of the pair", async () => {
    const {out} = await identity("--explain", "customer:3", "1");
    const weights = [...out.matchAll(/([+−])(\d+\.\d\d)$/gm)].map(
      ([, sign, bits]) => Number(bits) * (sign === "−" ? -1 : 1)
    );
    expect(weights).toEqual([-10, -3.5, 11, 3.5, 1]);
    expect(weights.slice(0, -1).reduce((a, b) => a + b)).toBeCloseTo(weights.at(-1)!);
    expect(out).toContain(
      "verdict to be reviewed: pairs are linked from 90.0 % and reviewed from 30.0 %; found by phone"
    );
    expect(out).toContain("they are two customers, C-1 and C-2");
  });

  it("tells why two records are one customer", async () => {
    expect((await identity("--explain", "1", "2")).out).toContain("verdict linked by the rule email");
  });

  it.each([
    [["1"], /takes two record keys/],
    [["1", "customer:1"], /both keys are of the record "customer:1"/],
    [["1", "nobody"], /unknown record "nobody"/]
  ])("refuses %j", async (keys, message) => {
    const {code, err} = await identity("--explain", ...keys);
    expect([code, err]).toEqual([1, expect.stringMatching(message)]);
  });
});
