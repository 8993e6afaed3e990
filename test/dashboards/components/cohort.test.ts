import {describe, expect, test} from "vitest";
import * as components from "../../../dashboards/components/index.ts";
import {locale} from "../../../dashboards/format/locale.ts";

const c = locale("en", "GBP");
const count = (text: string, part: string | RegExp) => text.split(part).length - 1;

describe("the cohort triangle", () => {
  const breaks = [0.06, 0.1, 0.14, 0.18, 0.22, 0.26, 0.3, 0.36];
  const cells = [
    {share: 0, size: 900},
    {share: 0.06, size: 900},
    {share: 0.5, size: 49},
    {share: 0.2, size: 900, running: true},
    {share: 0.999, size: 4, withheld: true},
    null
  ];
  const table = String(
    components.heat(
      {
        caption: "r",
        heads: ["a", "b"],
        columns: [..."123456"],
        breaks,
        rows: [{key: "k", name: "n", size: 900, cells}],
        selected: {row: "k", column: 1}
      },
      c
    )
  );
  const tds = [...table.matchAll(/<td([^>]*)>(.*?)<\/td>/g)].slice(1);
  const classes = tds.map(([, given]) => /class="([^"]*)"/.exec(given!)?.[1]);

  test("looks different for zero, a value, small, running, withheld and not reached", () => {
    expect(classes).toEqual(["q0", "q1", "q8 small", "running", "withheld", undefined]);
  });

  test("says zero as 0, and nothing at all of what is withheld or not reached", () => {
    expect(tds[0]![2]).toBe("0");
    expect(table).not.toContain("99.9");
    expect(table).not.toContain("100");
    expect(tds[5]![2]).toBe("");
  });

  test("offers only cells with a number, and preselects one", () => {
    expect(tds.map(([, given]) => given!.includes("tabindex"))).toEqual([true, true, true, true, false, false]);
    expect(count(table, 'aria-selected="true"')).toBe(1);
  });
});

test("equal colour is equal bin: a break belongs to the step above it", () => {
  const breaks = [1, 2, 3, 4, 5, 6, 7, 8];
  expect([0, 0.99, 1, 7.99, 8, 99].map((value) => components.binOf(value, breaks))).toEqual([0, 0, 1, 7, 8, 8]);
});

test("an RFM grid has 25 cells, and withheld ones hold no count", () => {
  const cells = [1, 2, 3, 4, 5].flatMap((recency) =>
    [1, 2, 3, 4, 5].map((frequency) => ({
      recency,
      frequency,
      customers: 777,
      share: 0.1,
      segment: "Loyal",
      withheld: recency === 1
    }))
  );
  const drawn = String(components.rfmGrid({caption: "RFM", cells, breaks: [0.05]}, c));
  expect(count(drawn, "<td")).toBe(25);
  expect(count(drawn, "777")).toBe(20);
});
