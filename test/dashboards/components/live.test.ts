import {describe, expect, test} from "vitest";
import {csv, csvName} from "../../../dashboards/live/csv.ts";
import {step} from "../../../dashboards/live/gridStep.ts";
import {order} from "../../../dashboards/live/tableOrder.ts";
import {readFilters, writeFilters} from "../../../dashboards/live/urlState.ts";

describe("filters in the address", () => {
  const spec = {counted: {fallback: "in", known: ["in", "later"]}, q: {fallback: ""}};

  test("take their default when absent", () => {
    expect(readFilters(spec, "")).toEqual({values: {counted: "in", q: ""}, unknown: []});
  });

  test("fall back from unknown values and say so", () => {
    expect(readFilters(spec, "?counted=never&q=tea")).toEqual({
      values: {counted: "in", q: "tea"},
      unknown: ["counted"]
    });
  });

  test("are left out when they are the default, and leave foreign keys alone", () => {
    expect(writeFilters(spec, "?counted=later&x=1", {counted: "in", q: ""})).toBe("?x=1");
    expect(writeFilters(spec, "", {counted: "later", q: "绿茶"})).toBe(
      `?counted=later&q=${encodeURIComponent("绿茶")}`
    );
    expect(writeFilters(spec, "?q=a", {counted: "in", q: ""})).toBe("");
  });
});

describe("a CSV file", () => {
  test("starts with a byte order mark and quotes by RFC 4180", () => {
    expect(
      csv(
        ["a", "b"],
        [
          ['say "hi"', "x,y"],
          ["line\nbreak", null]
        ]
      )
    ).toBe('\ufeffa,b\r\n"say ""hi""","x,y"\r\n"line\nbreak",\r\n');
  });

  test("runs no formula, and leaves numbers alone", () => {
    expect(csv(["v"], [["=1+1"], ["@x"], ["-5"], [-5], ["+44 20"], ["-"]])).toBe(
      "\ufeffv\r\n'=1+1\r\n'@x\r\n-5\r\n-5\r\n'+44 20\r\n'-\r\n"
    );
  });

  test("holds instants in UTC and is named by subject and day", () => {
    expect(csv(["at"], [[new Date(Date.UTC(2026, 5, 24))]])).toContain("2026-06-24T00:00:00.000Z");
    expect(csvName("churn", "2026-06-24T02:14:00Z")).toBe("perennial-churn-2026-06-24.csv");
  });
});

describe("arrow keys in a grid", () => {
  const open = [[false, false, false], [false, true, true, true], [false], [false, true, false, true]];

  test("move to the next open cell, over closed cells and short rows", () => {
    expect(step(open, [1, 1], "ArrowRight")).toEqual([1, 2]);
    expect(step(open, [1, 1], "ArrowDown")).toEqual([3, 1]);
    expect(step(open, [3, 1], "ArrowRight")).toEqual([3, 3]);
    expect(step(open, [3, 3], "ArrowUp")).toEqual([1, 3]);
  });

  test("stop at the edge", () => {
    expect(step(open, [1, 3], "ArrowRight")).toBeNull();
    expect(step(open, [1, 1], "ArrowUp")).toBeNull();
    expect(step(open, [1, 1], "ArrowLeft")).toBeNull();
    expect(step(open, [1, 2], "ArrowDown")).toBeNull();
  });

  test("Home and End stay in the row, other keys are left alone", () => {
    expect(step(open, [3, 3], "Home")).toEqual([3, 1]);
    expect(step(open, [1, 1], "End")).toEqual([1, 3]);
    expect(step(open, [1, 1], "a")).toBeNull();
  });
});

describe("rows of a virtual table", () => {
  const values = [3, null, 1, 2, 3];
  const sorted = (descending: boolean, accepted = (_: number) => true) => [
    ...order(5, (row) => values[row], descending, accepted)
  ];

  test("are sorted stably, and missing values come last in both directions", () => {
    expect(sorted(false)).toEqual([2, 3, 0, 4, 1]);
    expect(sorted(true)).toEqual([0, 4, 3, 2, 1]);
  });

  test("are only those that pass the filter", () => expect(sorted(true, (row) => row > 2)).toEqual([4, 3]));
});
