import {expect, it} from "vitest";
import type {PeoplePhase} from "../../cli/bench/peoplePhase.ts";
import {peopleReport, type PeopleRun} from "../../cli/bench/peopleRows.ts";

const accuracy = {found: 10, truth: 8, both: 6, precision: 0.6, recall: 0.75, f1: 12 / 18};
const measured = {
  records: 100,
  customers: accuracy,
  rules: accuracy,
  sameEmail: {...accuracy, precision: null},
  compared: 0.99
};
const phase = (seconds: number, models: PeoplePhase["models"] = {}): PeoplePhase => ({
  seconds,
  peakBytes: 2.5e9,
  models,
  accuracy: null
});

const run = (records: number, seconds: number): PeopleRun => ({
  records,
  make: phase(1),
  ingest: phase(2),
  resolve: phase(seconds, {int_identity_pair: seconds * 0.9, stg_customers: seconds / 1000}),
  measure: {...phase(3), accuracy: measured}
});

const cellsOf = (line: string): string[] => line.trim().split(/ {2,}/);

it("the report shows both sizes beside each other, with the cost of a record", () => {
  const lines = peopleReport([run(100_000, 15), run(1_000_000, 120)]).map(cellsOf);
  expect(lines[0]).toEqual(["100,000", "a record", "peak", "1,000,000", "a record", "peak"]);
  expect(lines).toContainEqual([
    "resolve",
    ...["15.00 s", "150.0 µs", "2.50 GB", "120.00 s", "120.0 µs", "2.50 GB"],
    "target ≤ 180 s, ≤ 6 GiB: met"
  ]);
  expect(lines).toContainEqual(["int_identity_pair", "13.50 s", "135.0 µs", "108.00 s", "108.0 µs"]);
  expect(lines.some(([name]) => name === "stg_customers")).toBe(false);
  expect(lines).toContainEqual(["customers", ...Array<string[]>(2).fill(["0.6000", "0.7500", "0.6667"]).flat()]);
  expect(lines).toContainEqual(["same e-mail alone", ...Array<string[]>(2).fill(["–", "0.7500", "0.6667"]).flat()]);
  expect(lines).toContainEqual(["pairs compared at all", "0.9900", "0.9900"]);
});

it("the target is judged for a million records and more, in proportion", () => {
  const verdictOf = (records: number, seconds: number) =>
    /target.*/.exec(peopleReport([run(records / 10, 1), run(records, seconds)]).join("\n"))?.[0];
  expect(verdictOf(1_000_000, 181)).toBe("target ≤ 180 s, ≤ 6 GiB: MISSED");
  expect(verdictOf(2_000_000, 350)).toBe("target ≤ 360 s, ≤ 6 GiB: met");
  expect(verdictOf(100_000, 1)).toBeUndefined();
});
