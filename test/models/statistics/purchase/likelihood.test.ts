import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {betaGeometric} from "../../../../models/statistics/purchase/betaGeometric.ts";
import {purchaseModels, type PurchaseModel} from "../../../../models/statistics/purchase/fitPurchase.ts";
import type {PurchaseGroups} from "../../../../models/statistics/purchase/groups.ts";
import {paretoNbd} from "../../../../models/statistics/purchase/paretoNbd.ts";
import type {Objective} from "../../../../models/statistics/optimise/positive.ts";
import {groupsFrom, oneOf} from "./histories.ts";
import {hypergeometric, likelihood} from "./oracle.ts";

const objective = (model: PurchaseModel, groups: PurchaseGroups): Objective =>
  model === "pareto_nbd" ? paretoNbd(groups) : betaGeometric(groups, model === "mbg_nbd" ? 1 : 0);

const parameters = fc.tuple(
  fc.double({min: 0.15, max: 4, noNaN: true}),
  fc.double({min: 0.5, max: 40, noNaN: true}),
  fc.double({min: 0.3, max: 4, noNaN: true}),
  fc.double({min: 0.4, max: 40, noNaN: true})
);
const history = fc
  .tuple(
    fc.integer({min: 0, max: 12}),
    fc.double({min: 0.02, max: 1, noNaN: true}),
    fc.double({min: 0.2, max: 150, noNaN: true})
  )
  .map(([x, share, T]): [number, number, number] => [x, x ? share * T : 0, T]);

describe.each(purchaseModels)("%s", (model) => {
  it("has the likelihood that integrating over customers gives", () => {
    fc.assert(
      fc.property(parameters, history, (theta, [x, t, T]) => {
        const own = objective(model, oneOf(x, t, T))(theta).value;
        expect(own).toBeCloseTo(Math.log(likelihood(model, theta, x, t, T)), 7);
      }),
      {seed: 5, numRuns: model === "pareto_nbd" ? 6 : 40}
    );
  });

  it("has the gradient and the Hessian that differences give", () => {
    fc.assert(
      fc.property(parameters, fc.array(history, {minLength: 1, maxLength: 5}), (theta, rows) => {
        const of = objective(model, groupsFrom(rows.map(([x, t, T], i) => [x, t, T, i + 1])));
        const {gradient, hessian} = of(theta);
        theta.forEach((p, i) => {
          const moved = (by: number) => of(theta.map((q, j) => (i === j ? q + by * p : q)));
          const [up, down] = [moved(1e-5), moved(-1e-5)];
          const near = (value: number, size: number) =>
            expect(Math.abs(value)).toBeLessThan(2e-5 * (1 + Math.abs(size)));
          near((up.value - down.value) / 2e-5 - gradient[i]! * p, gradient[i]! * p);
          theta.forEach((q, j) => {
            const curve = hessian[4 * i + j]! * p * q;
            near(((up.gradient[j]! - down.gradient[j]!) / 2e-5) * q - curve, curve);
          });
        });
      }),
      {seed: 6, numRuns: 60}
    );
  });

  it("is the same of groups as of the customers in them", () => {
    fc.assert(
      fc.property(parameters, fc.array(history, {minLength: 1, maxLength: 6}), (theta, rows) => {
        const single = rows.flatMap((row, i) => Array.from({length: i + 1}, () => row));
        const grouped = objective(model, groupsFrom(rows.map(([x, t, T], i) => [x, t, T, i + 1])))(theta).value;
        expect(objective(model, groupsFrom(single))(theta).value).toBeCloseTo(grouped, 7);
      }),
      {seed: 7, numRuns: 50}
    );
  });

  it("is a number wherever bounds let parameters go, up to x = 5,000 and T = t_x", () => {
    const far = fc.tuple(
      ...[1e-4, 1e-4, 1e-4, 1e-4].map((low) =>
        fc.double({min: Math.log(low), max: Math.log(1e3), noNaN: true}).map(Math.exp)
      )
    );
    const odd = fc
      .tuple(fc.constantFrom(0, 1, 2, 50, 5000), fc.constantFrom(1e-6, 0.5, 1), fc.constantFrom(0, 1 / 7, 30, 3000))
      .map(([x, share, T]) => (T === 0 ? [0, 0, 0] : [x, x ? share * T : 0, T]));
    fc.assert(
      fc.property(far, odd, (theta, row) => {
        const {value, gradient, hessian} = objective(model, groupsFrom([row]))(theta);
        expect([value, ...gradient, ...hessian].every(Number.isFinite)).toBe(true);
      }),
      {seed: 8, numRuns: 2000}
    );
  });
});

// Fader & Hardie (2005): A₀ as a difference of Gauss hypergeometric functions, for α ≥ β.
it("Pareto/NBD has the likelihood of the papers' hypergeometric form", () => {
  const [r, alpha, s, beta] = [0.55, 12, 0.61, 9];
  for (const [x, t, T] of [
    [0, 0, 38],
    [3, 20, 39],
    [26, 30.857, 31],
    [12, 1, 150]
  ] as const) {
    const f = (y: number) =>
      hypergeometric(r + s + x, s + 1, r + s + x + 1, (alpha - beta) / (alpha + y)) / (alpha + y) ** (r + s + x);
    const whole = 1 / ((alpha + T) ** (r + x) * (beta + T) ** s) + (s / (r + s + x)) * (f(t) - f(T));
    let log = r * Math.log(alpha) + s * Math.log(beta) + Math.log(whole);
    for (let k = 0; k < x; k++) log += Math.log(r + k);
    expect(paretoNbd(oneOf(x, t, T))([r, alpha, s, beta]).value).toBeCloseTo(log, 9);
  }
});
