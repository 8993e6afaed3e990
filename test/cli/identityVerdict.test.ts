import {describe, expect, it} from "vitest";
import {reasonOf, type KeptPair} from "../../cli/identity/verdict.ts";
import {percent, waterfall} from "../../cli/identity/waterfall.ts";

const model = {match_share: 1 / 1025, link_probability: 0.9, review_probability: 0.3};
const pair: KeptPair = {
  party: "person",
  weight: 5,
  evidence: "[]",
  found_by: "phone",
  rule: null,
  verdict: "link",
  decided: null,
  is_same: true
};

describe("the reason of a verdict", () => {
  const limits = "pairs are linked from 90.0 % and reviewed from 30.0 %";
  it.each([
    ["a score", {}, `linked: ${limits}; found by phone`],
    ["a rule", {rule: "phone"}, "linked by the rule phone; found by phone"],
    ["a steward", {decided: "same"}, "same: a steward decided so"],
    [
      "a steward against a rule",
      {rule: "phone", decided: "different", verdict: "none"},
      "different: a steward decided so"
    ],
    [
      "an unsure steward",
      {decided: "unsure", verdict: "review", is_same: false},
      "to be reviewed: a steward was unsure; found by phone"
    ],
    [
      "a guard",
      {is_same: false},
      `linked: ${limits}; kept apart, since the customer as a whole speaks against it; found by phone`
    ],
    ["other ties", {verdict: "review"}, `to be reviewed: ${limits}; one customer by other ties; found by phone`]
  ] as [string, Partial<KeptPair>, string][])("names %s", (_, changes, words) => {
    expect(reasonOf({...pair, ...changes}, model)).toBe(words);
  });

  it("of a pair that was not kept is its score, or that no rule found it", () => {
    const {party, weight, evidence} = pair;
    expect(reasonOf({party, weight, evidence, found_by: "city"}, model)).toBe(`not linked: ${limits}; found by city`);
    expect(reasonOf({party, weight, evidence, found_by: null}, model)).toContain("never compared");
  });
});

describe("the waterfall", () => {
  const evidence = [{comparison: "email", label: "same", weight: 12.5}];
  it("leaves out what rounding leaves, and shows what is more", () => {
    expect(waterfall(evidence, 1 / 1025, 2.504).map((line) => line.trim().split(/ {2,}/))).toEqual([
      ["comparison", "agreement", "weight (bits)"],
      ["prior", "one pair in 1,025 is a match", "−10.00"],
      ["email", "same", "+12.50"],
      ["total", "probability 85.0 %", "+2.50"]
    ]);
    expect(waterfall(evidence, 1 / 1025, 4).join("\n")).toMatch(/adjustment +\+1\.50/);
  });

  it("calls no probability certain", () => {
    expect([1, 0.9995, 0.5, 0.0005, 0].map(percent)).toEqual([
      "over 99.9999 %",
      "99.9500 %",
      "50.0 %",
      "0.0500 %",
      "under 0.0001 %"
    ]);
  });
});
