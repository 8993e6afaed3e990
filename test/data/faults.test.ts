import {csvParseRows} from "d3";
import {beforeAll, expect, test} from "vitest";
import {type Company, company} from "./company.ts";

let sample: Company;
beforeAll(async () => {
  sample = await company();
});

test("each stands on the line that the truth names", () => {
  expect(sample.truth.faults).toHaveLength(12);
  for (const {file, line, column, value} of sample.truth.faults) {
    const rows = csvParseRows(sample.text(file));
    if (column !== null) expect(rows[line - 1]![rows[0]!.indexOf(column)]).toBe(value);
  }
});

test("a repeated order repeats all its rows", () => {
  const {file, line} = sample.truth.faults.find(({problem}) => problem === "order delivered twice")!;
  const rows = csvParseRows(sample.text(file));
  const name = rows[line - 1]![0];
  const size = rows.filter((row) => row[0] === name).length / 2;
  expect(rows.slice(line - 1, line - 1 + size)).toEqual(rows.slice(line - 1 - size, line - 1));
});
