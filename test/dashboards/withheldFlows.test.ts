import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {withheldFlows, type Flow} from "../../dashboards/withheldFlows.ts";

const least = 5;

/** The flows of a matrix whose totals are all published. */
const flowsOf = (matrix: readonly (readonly number[])[]): Flow[] =>
  matrix.flatMap((row, i) =>
    row.map((customers, j) => ({
      from: `row ${i}`,
      to: `column ${j}`,
      customers,
      isWithheld: customers > 0 && customers < least
    }))
  );

/** Every matrix of whole numbers that agrees with the totals and with what is published; at most two for each withheld cell. */
function readings(matrix: readonly (readonly number[])[], withheld: readonly boolean[]): Set<number>[] {
  const width = matrix[0]!.length;
  const [rows, columns] = [
    matrix.map((row) => row.reduce((sum, n) => sum + n, 0)),
    matrix[0]!.map((_, j) => matrix.reduce((sum, row) => sum + row[j]!, 0))
  ];
  const found = matrix.flat().map(() => new Set<number>());
  const cells = matrix.flat();
  const lastOf = (line: (at: number) => boolean) =>
    cells.reduce((last, _, at) => (withheld[at] && line(at) ? at : last), -1);
  const chosen: number[] = [];
  const leftRows = rows.map(
    (total, i) => total - cells.reduce((sum, n, at) => sum + (!withheld[at] && Math.floor(at / width) === i ? n : 0), 0)
  );
  const leftColumns = columns.map(
    (total, j) => total - cells.reduce((sum, n, at) => sum + (!withheld[at] && at % width === j ? n : 0), 0)
  );
  const fill = (at: number): void => {
    if (at === cells.length) {
      chosen.forEach((n, i) => found[i]!.add(n));
      return;
    }
    if (!withheld[at]) {
      chosen[at] = cells[at]!;
      return fill(at + 1);
    }
    const [i, j] = [Math.floor(at / width), at % width];
    const isLast = at === lastOf((one) => Math.floor(one / width) === i) || at === lastOf((one) => one % width === j);
    const most = Math.min(leftRows[i]!, leftColumns[j]!);
    const values = isLast
      ? [
          ...new Set([
            ...(at === lastOf((one) => Math.floor(one / width) === i) ? [leftRows[i]!] : []),
            ...(at === lastOf((one) => one % width === j) ? [leftColumns[j]!] : [])
          ])
        ]
      : Array.from({length: most + 1}, (_, n) => n);
    if (isLast && values.length > 1) return;
    for (const n of values) {
      if (n > most) continue;
      chosen[at] = n;
      leftRows[i]! -= n;
      leftColumns[j]! -= n;
      fill(at + 1);
      leftRows[i]! += n;
      leftColumns[j]! += n;
    }
  };
  fill(0);
  return found;
}

describe("withheld flows", () => {
  test("a small one alone takes three others with it, the smallest that close a circle", () => {
    const matrix = [
      [3, 40, 50],
      [60, 20, 30],
      [70, 90, 80]
    ];
    expect(withheldFlows(flowsOf(matrix))).toEqual([true, true, false, true, true, false, false, false, false]);
  });

  test("small ones that hide each other take none, and nothing small withholds nothing", () => {
    const hidden = [
      [3, 4, 50],
      [2, 1, 30],
      [70, 90, 80]
    ];
    expect(withheldFlows(flowsOf(hidden))).toEqual([true, true, false, true, true, false, false, false, false]);
    expect(withheldFlows(flowsOf([[0, 20]]))).toEqual([false, false]);
  });

  test("what cannot be hidden is told: a single row leaves no circle", () => {
    expect(withheldFlows(flowsOf([[3, 40, 50]]))).toBeNull();
  });

  test("a total that is withheld elsewhere stays hidden behind its parts", () => {
    const total = (line: string, customers: number): Flow => ({
      from: line,
      to: "all rows",
      customers,
      isWithheld: true,
      isFixed: true
    });
    const matrix = [
      [3, 4],
      [20, 30],
      [60, 70]
    ];
    const flows = [...flowsOf(matrix), total("row 0", 7), total("row 1", 50)];
    const withheld = withheldFlows(flows)!;
    expect(withheld.slice(0, 2)).toEqual([true, true]);
    expect(withheld.slice(2, 4)).not.toEqual([false, false]);
    expect(withheld.slice(4, 6)).toEqual([false, false]);
  });

  test("no withheld cell has only one value that agrees with all that is published", () => {
    const cell = fc.oneof(fc.constant(0), fc.integer({min: 1, max: 7}), fc.integer({min: 8, max: 14}));
    const matrices = fc
      .tuple(fc.integer({min: 2, max: 3}), fc.integer({min: 2, max: 3}))
      .chain(([n, m]) => fc.array(fc.array(cell, {minLength: m, maxLength: m}), {minLength: n, maxLength: n}));
    let hidden = 0;
    fc.assert(
      fc.property(matrices, (matrix) => {
        const withheld = withheldFlows(flowsOf(matrix));
        if (!withheld) return;
        const values = readings(matrix, withheld);
        matrix.flat().forEach((n, i) => {
          if (n > 0 && n < least) expect(withheld[i]).toBe(true);
          if (!withheld[i]) return;
          hidden++;
          expect(values[i]!.has(n)).toBe(true);
          expect(values[i]!.size).toBeGreaterThan(1);
        });
      }),
      {seed: 8, numRuns: 200}
    );
    expect(hidden).toBeGreaterThan(100);
  });
});
