import {describe, expect, it} from "vitest";
import {random} from "../../../../models/statistics/learning/random.ts";
import {sigmoid} from "../../../../models/statistics/learning/logistic.ts";
import {logisticDual} from "../../../../models/statistics/text/logisticDual.ts";
import type {Sparse} from "../../../../models/statistics/text/sparse.ts";

const columns = 6;

/** Dense rows of few cells and their outcomes, drawn from a logistic model. */
function drawn(rows: number, seed: number) {
  const next = random(seed);
  const truth = Array.from({length: columns}, () => 4 * next() - 2);
  const dense = Array.from({length: rows}, () =>
    Array.from({length: columns}, () => (next() < 0.5 ? 0 : 2 * next() - 1))
  );
  const outcome = Uint8Array.from(dense, (row) =>
    next() < sigmoid(row.reduce((sum, x, c) => sum + x * truth[c]!, 0)) ? 1 : 0
  );
  return {dense, outcome};
}

function sparse(dense: readonly (readonly number[])[]): Sparse {
  const cells = dense.map((row) => row.flatMap((value, column) => (value ? [{column, value}] : [])));
  const starts = new Int32Array(dense.length + 1);
  cells.forEach((row, i) => (starts[i + 1] = starts[i]! + row.length));
  return {
    rows: dense.length,
    starts,
    columns: Int32Array.from(cells.flat(), ({column}) => column),
    values: Float32Array.from(cells.flat(), ({value}) => value)
  };
}

describe("the regression", () => {
  it("has the loss of gradient descent, and nearly its weights", () => {
    const {dense, outcome} = drawn(300, 7);
    const rows = sparse(dense);
    const C = 2;
    const float = dense.map((row) => row.map(Math.fround));
    const w = new Array<number>(columns).fill(0);
    for (let step = 0; step < 4000; step++) {
      const gradient = [...w];
      float.forEach((row, i) => {
        const y = outcome[i] ? 1 : -1;
        const margin = row.reduce((sum, x, c) => sum + x * w[c]!, 0);
        row.forEach((x, c) => (gradient[c]! -= C * y * sigmoid(-y * margin) * x));
      });
      gradient.forEach((g, c) => (w[c]! -= 0.01 * g));
    }
    const loss = (weights: ArrayLike<number>) =>
      Array.from(weights).reduce((sum, x) => sum + (x * x) / 2, 0) +
      float.reduce((sum, row, i) => {
        const margin = row.reduce((total, x, c) => total + x * weights[c]!, 0);
        return sum + C * Math.log1p(Math.exp(outcome[i] ? -margin : margin));
      }, 0);
    const learnt = logisticDual(rows, outcome, columns, C);
    expect(loss(learnt) / loss(w)).toBeGreaterThan(1 - 1e-9);
    expect(loss(learnt) / loss(w)).toBeLessThan(1.001);
    w.forEach((weight, c) => expect(Math.abs(learnt[c]! - weight)).toBeLessThan(0.15));
  });

  it("is the same in every run", () => {
    const {dense, outcome} = drawn(200, 3);
    expect(logisticDual(sparse(dense), outcome, columns, 4)).toEqual(logisticDual(sparse(dense), outcome, columns, 4));
  });

  it("stays finite where the sides can be told apart wholly", () => {
    const dense = Array.from({length: 40}, (_, i) => [i % 2 ? 1 : -1, 0, 0, 0, 0, 1]);
    const w = logisticDual(
      sparse(dense),
      Uint8Array.from(dense, ([x]) => (x! > 0 ? 1 : 0)),
      columns,
      1000
    );
    expect(w[0]).toBeGreaterThan(1);
    expect([...w].every(Number.isFinite)).toBe(true);
  });
});
