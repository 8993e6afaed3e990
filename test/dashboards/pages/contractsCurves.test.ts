import {describe, expect, test} from "vitest";
import {contracts} from "../../../dashboards/pages/contracts.ts";
import {curveData, firstDimension} from "../../../dashboards/pages/contracts/curveData.ts";
import {curvesBody} from "../../../dashboards/pages/contracts/curvesBody.ts";
import {bandOf, placeAt, stairs} from "../../../dashboards/pages/contracts/curveSteps.ts";
import {groupsCsv} from "../../../dashboards/pages/contracts/groupsCsv.ts";
import {periodsOf} from "../../../dashboards/pages/contracts/periods.ts";
import type {ContractsStart} from "../../../dashboards/pages/contracts/start.ts";
import {chanceWords, exceededWords, lengthWords} from "../../../dashboards/pages/contracts/words.ts";
import {bridge, curve, data, en, group, month, test as tested} from "./contractsPage.ts";

const told = (minCell: number, groups = data.mart_contract_group, tests = data.mart_contract_test) =>
  curveData(data.mart_contract_survival, groups, tests, minCell);

describe("what a curve may tell", () => {
  test("it stops where too few contracts are left, and so do its median and its year", () => {
    const [, plan] = told(10);
    const explorer = plan!.groups.find((one) => one.group === "Explorer")!;
    // 60 − 4 a month: 12 are left on day 360, 8 on day 390.
    expect(explorer.followed).toBe(360);
    expect(explorer.year).toBeNull();
    const [all] = told(0);
    expect(all!.groups[0]).toMatchObject({followed: 600, median: [400, 300, null], year: [0.58, 0.47, 0.67]});
    expect(told(50)[0]!.groups[0]).toMatchObject({followed: 360, median: [null, 300, null], year: null});
  });

  test("shares of few contracts are whole percents, of many tenths", () => {
    const places = (contracts: number) =>
      told(10, [group("all", "all", {contracts})])[0]!.groups[0]!.places.map(([, share]) => share);
    const rows = curve("all", "all").map((row) => ({...row, survival: row.survival * 0.98765}));
    const of = (contracts: number) =>
      curveData(rows, [group("all", "all", {contracts})], [], 10)[0]!.groups[0]!.places[1]![1];
    expect(places(100)[1]).toBe(0.95);
    expect(of(999)).toBe(0.94);
    expect(of(1000)).toBe(0.938);
  });

  test("years go by time, the rest by size, others and unknown last", () => {
    const groups = [
      group("start_year", "2026", {contracts: 500}),
      group("start_year", "others", {contracts: 900}),
      group("start_year", "2025", {contracts: 20}),
      group("plan", "unknown", {contracts: 900}),
      group("plan", "a", {contracts: 30}),
      group("plan", "b", {contracts: 50})
    ];
    const rows = groups.flatMap((one) => curve(one.dimension, one.group_name));
    const names = curveData(rows, groups, [], 10).map(({groups: own}) => own.map((one) => one.group));
    expect(names).toEqual([
      ["b", "a", "unknown"],
      ["2025", "2026", "others"]
    ]);
  });

  test("the clearest difference is shown first", () => {
    expect(firstDimension(told(10))).toBe("all");
    expect(firstDimension(told(10, undefined, [tested("plan", 0.01)]))).toBe("plan");
  });
});

describe("drawing", () => {
  test("a step falls on its day and no sooner; the band too", () => {
    const places = [
      [0, 1, null, null],
      [10, 1, null, null],
      [20, 0.8, 0.7, 0.9],
      [30, 0.8, 0.7, 0.9]
    ] as const;
    expect(stairs(places)).toEqual([
      [0, 1],
      [20, 1],
      [20, 0.8],
      [30, 0.8]
    ]);
    expect(bandOf(places)).toEqual([
      [0, 1, 1],
      [20, 1, 1],
      [20, 0.7, 0.9],
      [30, 0.7, 0.9]
    ]);
  });

  test("a day is read at the place before it, and not past the end", () => {
    const [all] = told(10);
    expect(placeAt(all!.groups[0]!, 59)![1]).toBe(0.95);
    expect(placeAt(all!.groups[0]!, 60)![1]).toBe(0.9);
    expect(placeAt(all!.groups[0]!, 601)).toBeUndefined();
  });

  test("the crosshair reads months with the interval of a single curve", () => {
    const [all, plan] = told(10);
    expect(String(curvesBody(all!, en))).toContain("After 2 months: All contracts 90% (80–94%)");
    expect(String(curvesBody(plan!, en))).toContain("After 2 months: Cellar 90% · Explorer 90%");
  });
});

test("what leaves with the page is what it shows", () => {
  const start = contracts.live!.data!(data as never, en) as ContractsStart;
  expect(start.dimensions.map(({dimension}) => dimension)).toEqual(["all", "plan"]);
  expect(groupsCsv(start.dimensions[0]!).rows).toEqual([["all", "all", 202, 400, 300, null, 0.58, 0.47, 0.67]]);
  expect(start.bridge.rows.map(([step, , amount]) => [step, amount])).toEqual([
    ["start", 2449],
    ["new", 7626],
    ["ended", -2439],
    ["end", 7636]
  ]);
  const few = bridge.map((row) => ({...row, customers: Math.min(row.customers, 5)}));
  const secret = contracts.live!.data!({...data, mart_contract_bridge: few} as never, en) as ContractsStart;
  expect(secret.bridge.rows).toEqual([]);
});

test("periods pool months only as far as they must; the running month stands alone or not at all", () => {
  const months = [12, 11, 15, 10].map((ended, i) => month(`2026-0${1 + i}-01`, 100, ended));
  const running = month("2026-05-01", 100, 11, {is_partial: true});
  const single = periodsOf([...months, running], 10);
  expect(single.length).toBe(1);
  expect(single.periods.map(({ended, running: is}) => [ended, is])).toEqual([
    [12, false],
    [11, false],
    [15, false],
    [10, false],
    [11, true]
  ]);
  const pooled = periodsOf([...months.map((one) => ({...one, leaving_customers: 4})), running], 10);
  expect(pooled).toMatchObject({length: 3, periods: [{contracts: 300, ended: 36}]});
  expect(periodsOf([], 10).periods).toEqual([]);
});

test("lengths and chances in words", () => {
  expect([89.9, 360, 600].map((days) => exceededWords(days, en))).toEqual(["89 days", "11 months", "19 months"]);
  expect([27.5, 89, 90, 547, 3650].map((days) => lengthWords(days, en))).toEqual([
    "28 days",
    "89 days",
    "3 months",
    "18 months",
    "120 months"
  ]);
  expect([0.32, 0.0996, 0.0994, 0.0321, 0.0004, 1].map((p) => chanceWords(p, en))).toEqual([
    "p = 0.32",
    "p = 0.10",
    "p = 0.099",
    "p = 0.032",
    "p < 0.001",
    "p = 1.00"
  ]);
});
