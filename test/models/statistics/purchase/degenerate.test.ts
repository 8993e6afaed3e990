import {describe, expect, it} from "vitest";
import {fitPurchase, purchaseModels} from "../../../../models/statistics/purchase/fitPurchase.ts";
import {fitSpend} from "../../../../models/statistics/purchase/gammaGamma.ts";
import {groupsFrom} from "./histories.ts";

const numbers = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : Array.isArray(value)
      ? value.flatMap(numbers)
      : value && typeof value === "object"
        ? Object.values(value).flatMap(numbers)
        : [];

describe.each(purchaseModels)("%s", (model) => {
  const cases = {
    "everybody bought once": [
      [0, 0, 10, 500],
      [0, 0, 30, 500]
    ],
    "five customers": [
      [0, 0, 10],
      [1, 3, 10],
      [2, 5, 12],
      [0, 0, 3],
      [4, 9, 9]
    ],
    "everybody alike": [[3, 20, 30, 1000]],
    "one age": [
      [0, 0, 30, 700],
      [1, 3, 30, 100],
      [2, 20, 30, 80],
      [5, 29, 30, 20]
    ],
    "nobody ever leaves": Array.from({length: 40}, (_, i) => [10, 30, 30 + i / 70, 10]),
    "first purchase today": [
      [0, 0, 0, 400],
      [1, 1 / 7, 1 / 7, 3]
    ]
  };

  it.each(Object.entries(cases))("%s: a named state, and no number that is none", (_, rows) => {
    const fit = fitPurchase(model, groupsFrom(rows));
    expect(numbers(fit).every(Number.isFinite)).toBe(true);
    expect(["fitted", "bound", "not_converged", "one_time_only"]).toContain(fit.state);
    expect(fit.isConverged).toBe(fit.state === "fitted");
  });

  it("names what was not tried: nobody, nobody who came back, too few, ages that cannot be", () => {
    expect(fitPurchase(model, groupsFrom([])).state).toBe("too_few");
    expect(fitPurchase(model, groupsFrom([[0, 0, 10, 500]])).state).toBe("one_time_only");
    expect(fitPurchase(model, groupsFrom([[1, 2, 10, 50]]), {minCustomers: 100}).state).toBe("too_few");
    expect(
      fitPurchase(
        model,
        groupsFrom([
          [1, 2, 10, 5],
          [0, 0, 10, 500]
        ]),
        {minRepeatBuyers: 30}
      ).state
    ).toBe("too_few");
    expect(fitPurchase(model, groupsFrom([[1, 11, 10, 500]])).state).toBe("impossible");
    expect(fitPurchase(model, groupsFrom([[0, 3, 10, 500]])).state).toBe("impossible");
    expect(fitPurchase(model, groupsFrom([[1, NaN, 10, 500]])).state).toBe("impossible");
    expect(fitPurchase(model, groupsFrom([[2, 5, 10, 500]]), {}).parameters.every((p) => p > 0)).toBe(true);
  });
});

describe("spend", () => {
  const spend = (rows: readonly (readonly number[])[]) =>
    fitSpend({
      repeats: Float64Array.from(rows, ([x]) => x!),
      meanSpend: Float64Array.from(rows, ([, mean]) => mean!),
      customers: Float64Array.from(rows, ([, , n]) => n ?? 1)
    });

  it("refuses what nobody can have spent, and nobody", () => {
    expect(spend([[1, 0]]).state).toBe("impossible");
    expect(spend([[1, -5]]).state).toBe("impossible");
    expect(spend([[0, 5]]).state).toBe("impossible");
    expect(spend([]).state).toBe("too_few");
  });

  it("has a named state and no number that is none where everybody spends alike", () => {
    const fit = spend([[3, 20, 500]]);
    expect(numbers(fit).every(Number.isFinite)).toBe(true);
    expect(["fitted", "bound", "not_converged", "infinite_mean"]).toContain(fit.state);
  });

  it("does not care for the currency: in yen for euros γ grows alike, the rest stays", () => {
    const rows = Array.from({length: 300}, (_, i) => [1 + (i % 7), 5 + ((i * 37) % 100) + (i % 3)]);
    const [euros, yen] = [spend(rows), spend(rows.map(([x, mean]) => [x!, mean! * 16_000]))];
    expect(yen.parameters[0]! / euros.parameters[0]!).toBeCloseTo(1, 6);
    expect(yen.parameters[1]! / euros.parameters[1]!).toBeCloseTo(1, 6);
    expect(yen.parameters[2]! / euros.parameters[2]! / 16_000).toBeCloseTo(1, 6);
    expect(yen.logLikelihood! + 300 * Math.log(16_000)).toBeCloseTo(euros.logLikelihood!, 5);
  });
});
