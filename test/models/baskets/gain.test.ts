import {expect, it} from "vitest";
import {pairedGain} from "../../../models/baskets/recommend/gain.ts";

// Agresti, Categorical Data Analysis, matched pairs: approval of a prime minister, 944 and then 880 of 1,600; 150 and 86 changed their minds.
it("has the published interval of paired proportions", () => {
  const {gain, low, high} = pairedGain(86, 150, 1600);
  expect(gain).toBeCloseTo(-0.04, 10);
  expect(low).toBeCloseTo(-0.06, 2);
  expect(high).toBeCloseTo(-0.02, 2);
});

it("nobody differs: no gain and no width", () => {
  expect(pairedGain(0, 0, 10)).toEqual({gain: 0, low: 0, high: 0});
});
