import {describe, expect, it} from "vitest";
import {hazardModel} from "../../models/contract/hazardModel.ts";
import type {Pattern} from "../../models/contract/hazardPatterns.ts";
import {intContractModel} from "../../models/intermediate/int_contract_model.ts";
import {martContractHazard} from "../../models/marts/mart_contract_hazard.ts";
import {coxFit} from "../../models/statistics/survival/cox/coxFit.ts";
import {asOfOn, contractRows, randomContracts, type Contract} from "./contractWarehouse.ts";

const base = randomContracts(9, 900);
const sql = ["select * from int_contract_model", "select * from mart_contract_hazard order by position"];
const ask = (contracts: readonly Contract[]) => contractRows(contracts, [martContractHazard, intContractModel], sql);
const lengthOf = ({started_on: from, ended_on: to}: Contract) =>
  Math.round((Date.parse(to ?? asOfOn) - Date.parse(from)) / 86_400_000);

describe("a base with known speeds", () => {
  const rows = ask(base);

  it("finds the slower plans, and nothing where nothing is", async () => {
    const [models, levels] = await rows;
    const model = models![0];
    expect(model).toMatchObject({state: "fitted", all_contracts: 900});
    expect(model!.likelihood_ratio_p).toBeLessThan(0.001);
    const of = (term: string, level: string) => levels!.find((row) => row.term === term && row.level === level)!;
    expect(of("plan", "basic")).toMatchObject({state: "reference", hazard_ratio: null});
    // Mean lives of 200, 500 and 900 days.
    expect(of("plan", "plus").low).toBeLessThan(0.4);
    expect(of("plan", "plus").high).toBeGreaterThan(0.4);
    expect(of("plan", "pro").low).toBeLessThan(200 / 900);
    expect(of("plan", "pro").high).toBeGreaterThan(200 / 900);
    expect(of("plan", "pro").high).toBeLessThan(0.5);
    expect(levels!.map((row) => row.position)).toEqual(levels!.map((_, i) => i + 1));
  });

  it("is the plain model of the same columns", async () => {
    const only = base.map((one) => ({
      ...one,
      plan: one.plan ?? "basic",
      acquisition_channel: null,
      country: null,
      had_ordered: false,
      is_restart: false,
      monthly_amount: 8,
      started_on: one.started_on,
      ended_on: one.ended_on
    }));
    const [, levels] = await ask(only.filter((one) => one.started_on >= "2024-01-01" && one.started_on < "2025-01-01"));
    const plans = ["plus", "pro"];
    const fit = coxFit(
      only
        .filter((one) => one.started_on >= "2024-01-01" && one.started_on < "2025-01-01")
        .map((one) => ({
          time: lengthOf(one),
          ended: one.ended_on !== null,
          count: 1,
          covariates: plans.map((plan) => Number(one.plan === plan))
        }))
    );
    if (fit.state !== "fitted") throw new Error(fit.state);
    const fitted = levels!.filter(({state}) => state === "fitted");
    expect(fitted.map(({level}) => level).sort()).toEqual(plans);
    for (const row of fitted)
      expect(row.coefficient).toBeCloseTo(fit.coefficients[plans.indexOf(row.level as string)]!, 8);
    expect(levels!.filter(({term}) => term !== "plan").map(({state}) => state)).toEqual(
      levels!.filter(({term}) => term !== "plan").map(() => "one_value")
    );
  });
});

const pattern = (change: Partial<Pattern>): Pattern => ({
  plan: "a",
  acquisition_channel: "unknown",
  country: "unknown",
  start_year: "2025",
  had_ordered: false,
  is_restart: false,
  monthly_amount: 10,
  duration_days: 10,
  has_ended: true,
  contracts: 1,
  ...change
});
const days = (count: number, change: (i: number) => Partial<Pattern>) =>
  Array.from({length: count}, (_, i) => pattern({duration_days: 1 + ((i * 37) % 97), ...change(i)}));
const stateOf = (patterns: readonly Pattern[], term: string) => [
  ...new Set(hazardModel(patterns).levels.flatMap((row) => (row.term === term ? [row.state] : [])))
];

describe("what has no number has a name", () => {
  it("nothing, nobody ended, too few ended, no difference in anything", () => {
    expect(hazardModel([]).state).toBe("no_contracts");
    expect(hazardModel(days(30, () => ({has_ended: false}))).state).toBe("none_ended");
    expect(hazardModel(days(8, (i) => ({plan: i % 2 ? "a" : "b"}))).state).toBe("too_few");
    expect(hazardModel(days(60, () => ({}))).state).toBe("no_terms");
  });

  it("a price that follows from the plan is collinear, and the plan keeps its ratio", () => {
    const patterns = days(80, (i) => ({
      plan: i % 2 ? "a" : "b",
      monthly_amount: i % 2 ? 10 : 20,
      has_ended: i % 3 > 0
    }));
    expect(stateOf(patterns, "monthly_amount")).toEqual(["collinear"]);
    expect(stateOf(patterns, "plan")).toEqual(["reference", "fitted"]);
  });

  it("a channel that separates those who end from those who stay is taken out, the rest is fitted", () => {
    const patterns = [
      ...days(60, (i) => ({plan: i % 2 ? "a" : "b", country: "GB", has_ended: i % 4 > 0})),
      ...days(30, (i) => ({plan: i % 2 ? "a" : "b", country: "FR", duration_days: 1, contracts: 1}))
    ].map((one) => (one.country === "GB" ? {...one, duration_days: one.duration_days + 5} : one));
    expect(stateOf(patterns, "country")).toEqual(["separated"]);
    expect(stateOf(patterns, "plan")).toEqual(["reference", "fitted"]);
  });

  it("small levels go together, and out where they are still too small", () => {
    const plans = (i: number) => (i < 60 ? "a" : i < 90 ? "b" : `small ${i % 5}`);
    const together = hazardModel(days(120, (i) => ({plan: plans(i), has_ended: i % 2 === 0})));
    expect(together.levels.filter(({term}) => term === "plan").map(({level, state}) => [level, state])).toEqual([
      ["a", "reference"],
      ["b", "fitted"],
      ["others", "fitted"]
    ]);
    const out = hazardModel(days(96, (i) => ({plan: plans(i), has_ended: i % 2 === 0})));
    expect(out.levels.find(({level}) => level === "others")).toMatchObject({
      state: "too_few",
      contracts: 6,
      ended: 3,
      hazard_ratio: null
    });
    expect(out).toMatchObject({left_out: 6, contracts: 90});
  });

  it("terms stay out for which there are not ten ends a coefficient", () => {
    const patterns = days(40, (i) => ({
      plan: ["a", "b", "c"][i % 3]!,
      country: ["x", "y"][i % 2]!,
      had_ordered: i % 5 < 2,
      has_ended: i % 10 < 6
    }));
    const model = hazardModel(patterns);
    expect(model.ended).toBe(24);
    expect(model.likelihood_ratio!.degrees).toBe(2);
    expect(stateOf(patterns, "country")).toEqual(["too_few"]);
  });

  it("prices unknown to more than a tenth give no ratio of prices", () => {
    const patterns = days(100, (i) => ({
      plan: i % 2 ? "a" : "b",
      monthly_amount: i % 5 === 0 ? 0 : 5 + (i % 7),
      has_ended: i % 3 > 0
    }));
    expect(stateOf(patterns, "monthly_amount")).toEqual(["too_few"]);
    expect(stateOf(patterns, "plan")).toEqual(["reference", "fitted"]);
  });

  it("every number of a fitted level is finite", async () => {
    const [, levels] = await ask(randomContracts(3, 150));
    for (const row of levels!.filter(({state}) => state === "fitted"))
      expect([row.low, row.high, row.p_value, row.standard_error].every((x) => Number.isFinite(x))).toBe(true);
    expect(levels!.some(({state}) => state === "fitted")).toBe(true);
  });
});
