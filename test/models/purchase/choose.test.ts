import {expect, it} from "vitest";
import {choose, type Candidate} from "../../../models/purchase/choose.ts";
import type {FitState, PurchaseModel} from "../../../models/statistics/purchase/fitPurchase.ts";

const candidate = (
  model: PurchaseModel,
  state: FitState,
  deviance: number | null,
  logLikelihood = -1000
): Candidate => ({
  fit: {
    model,
    state,
    isConverged: state === "fitted",
    parameters: [],
    standardErrors: [],
    covariance: [],
    logLikelihood,
    customers: 100,
    groups: 10,
    iterations: 5,
    gradientNorm: 0
  },
  deviance
});

it("the least held-out deviance is chosen, whatever the likelihood", () => {
  const all = [
    candidate("bg_nbd", "fitted", 1.6, -900),
    candidate("mbg_nbd", "fitted", 1.5),
    candidate("pareto_nbd", "fitted", 1.7)
  ];
  expect(choose(all, "auto")).toEqual({model: "mbg_nbd", isFallback: false, reason: "heldout"});
});

it("where nothing was held out the likelihood decides, per customer as a sample has fewer", () => {
  const all = [candidate("bg_nbd", "fitted", null, -900), candidate("pareto_nbd", "fitted", null, -800)];
  all[1]!.fit.customers = 50;
  expect(choose(all, "auto")).toEqual({model: "bg_nbd", isFallback: false, reason: "likelihood"});
});

it("the configured model goes before a better one; where it was not fitted the next best is a fallback that says so", () => {
  const all = [
    candidate("bg_nbd", "fitted", 1.6),
    candidate("mbg_nbd", "fitted", 1.5),
    candidate("pareto_nbd", "not_converged", null)
  ];
  expect(choose(all, "bg_nbd")).toEqual({model: "bg_nbd", isFallback: false, reason: "forced"});
  expect(choose(all, "pareto_nbd")).toEqual({model: "mbg_nbd", isFallback: true, reason: "not_converged"});
});

it("the best of held-out days that no longer fits gives way to the next", () => {
  const all = [candidate("bg_nbd", "fitted", 1.6), candidate("pareto_nbd", "bound", 1.4)];
  expect(choose(all, "auto")).toEqual({model: "bg_nbd", isFallback: true, reason: "bound"});
});

it("a fit at its bound is used only where there is no other, and nothing where nothing was fitted", () => {
  expect(choose([candidate("bg_nbd", "bound", 1.6), candidate("mbg_nbd", "not_converged", null)], "auto")).toEqual({
    model: "bg_nbd",
    isFallback: true,
    reason: "bound"
  });
  expect(
    choose([candidate("bg_nbd", "too_few", null), candidate("mbg_nbd", "one_time_only", null)], "auto")
  ).toBeNull();
});
