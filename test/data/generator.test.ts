import {createHash} from "node:crypto";
import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, expect, test} from "vitest";
import {type Company, company, mean, orderHeads} from "./company.ts";
import {partsOf, readRows} from "./readExport.ts";

let sample: Company;
beforeAll(async () => {
  sample = await company();
});

const hashes = ({truth, out}: Company) =>
  truth.files.map(
    ({file}) =>
      `${file} ${createHash("sha256")
        .update(readFileSync(join(out, file)))
        .digest("hex")}`
  );

test("the same seed gives the same bytes, another seed others", async () => {
  const [one, two, other] = [
    await company({customers: 400}),
    await company({customers: 400}),
    await company({customers: 400, seed: 8})
  ];
  expect(hashes(two)).toEqual(hashes(one));
  const shared = hashes(other).filter((hash) => hashes(one).includes(hash));
  expect(shared.map((hash) => hash.split(" ")[0])).toEqual(["shop/products.csv"]);
});

test("the sample for the repository stays under five megabytes", () => {
  const exports = sample.truth.files.filter(({file}) => !/^(truth|people)\.csv$/.test(file));
  expect(exports.reduce((sum, {bytes}) => sum + bytes, 0)).toBeLessThan(5_000_000);
});

test("the size of every file and the number of its rows are told truly", async () => {
  for (const {file, rows, bytes} of sample.truth.files) {
    expect(statSync(join(sample.out, file)).size).toBe(bytes);
    let found = 0;
    for (const part of await partsOf(sample.out, file)) {
      const header = part.includes("nps_") ? 3 : 1;
      found += (await readRows(sample.out, part)).length - header;
    }
    expect([file, found]).toEqual([file, rows]);
  }
});

test("progress ends at the number of customers", async () => {
  const seen: number[] = [];
  const {truth} = await company({customers: 2600}, (done) => seen.push(done));
  expect(seen).toEqual([2500, 2600]);
  expect(truth.customers).toBe(2600);
});

test("acquisition grows, and no month of the two years begins fewer than sixty customers", () => {
  const first = new Map<string, string>();
  for (const {Email, "Created at": at} of orderHeads(sample)) first.set(Email!.toLowerCase(), at!.slice(0, 7));
  const months = [...first.values()];
  const counts = [...new Set(months)].sort().map((month) => months.filter((other) => other === month).length);
  expect(counts).toHaveLength(24);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(60);
  expect(mean(counts.slice(12, 23))).toBeGreaterThan(mean(counts.slice(0, 12)) * 1.2);
});

test("a range of days of its own is kept to, and files of other years are not made", async () => {
  const {truth} = await company({customers: 200, from: "2025-03-01", until: "2025-09-30"});
  expect(truth.files.map(({file}) => file).filter((file) => /orders/.test(file))).toEqual(["shop/orders_2025.csv"]);
  expect(truth.waves.map(({wave}) => wave)).toEqual(["2025-03-10", "2025-06-10", "2025-09-10"]);
});
