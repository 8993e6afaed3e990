import {csvParseRows} from "d3";
import {beforeAll, expect, test} from "vitest";
import {FAULTS} from "../../data/generator/plantedFaults.ts";
import {type Company, company} from "./company.ts";
import {readRows} from "./readExport.ts";

let sample: Company;
beforeAll(async () => {
  sample = await company();
});

test("the sample of the repository has every fault, each where the truth says", async () => {
  expect(sample.truth.faults).toHaveLength(FAULTS.length);
  for (const {file, line, column, value} of sample.truth.faults) {
    if (column === null || value === null) continue;
    const rows = await readRows(sample.out, file);
    const isTable = /parquet|ndjson/.test(file);
    expect([file, rows[isTable ? line : line - 1]![rows[0]!.indexOf(column)]]).toEqual([file, value]);
  }
});

test("a repeated order repeats all its rows", () => {
  const {file, line} = sample.truth.faults.find(({problem}) => problem === "order delivered twice")!;
  const rows = csvParseRows(sample.text(file));
  const name = rows[line - 1]![0];
  const size = rows.filter((row) => row[0] === name).length / 2;
  expect(rows.slice(line - 1, line - 1 + size)).toEqual(rows.slice(line - 1 - size, line - 1));
});

test("what is broken on its line stands there: a cut object, half a character, the end of a split cell", () => {
  const lineOf = (problem: RegExp) => {
    const {file, line} = sample.truth.faults.find((fault) => problem.test(fault.problem))!;
    return sample.text(file).split("\n")[line - 1]!;
  };
  expect(() => JSON.parse(lineOf(/object cut/)) as unknown).toThrow(SyntaxError);
  expect(lineOf(/half a character/)).toContain("\ufffd");
  expect(lineOf(/stands alone/)).toMatch(/^[^;]+$/);
});
