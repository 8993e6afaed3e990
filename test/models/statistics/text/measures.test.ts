import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {areaUnderCurve, bestThreshold, toldAt} from "../../../../models/statistics/text/measures.ts";

const scored = fc.array(fc.tuple(fc.integer({min: 0, max: 12}), fc.integer({min: 0, max: 1})), {
  minLength: 2,
  maxLength: 60
});
const columns = (rows: [number, number][]) =>
  [Float64Array.from(rows, ([score]) => score / 12), Uint8Array.from(rows, ([, outcome]) => outcome)] as const;

describe("the area under the curve", () => {
  it("is the chance that a row of outcome 1 scores above one of outcome 0, a tie counting half", () => {
    fc.assert(
      fc.property(scored, (rows) => {
        const pairs = rows
          .filter(([, outcome]) => outcome)
          .flatMap(([one]) =>
            rows.filter(([, outcome]) => !outcome).map(([zero]) => (one > zero ? 1 : one === zero ? 0.5 : 0))
          );
        const area = areaUnderCurve(...columns(rows));
        const won = pairs.reduce((sum: number, pair) => sum + pair, 0) / pairs.length;
        if (pairs.length) expect(area).toBeCloseTo(won, 12);
        else expect(area).toBeNull();
      })
    );
  });
});

describe("accuracy and F1", () => {
  it("are those of the four cells", () => {
    const scores = Float64Array.of(0.9, 0.8, 0.7, 0.2, 0.1);
    const told = toldAt(0.7, scores, Uint8Array.of(1, 0, 1, 1, 0));
    expect(told.accuracy).toBeCloseTo(3 / 5, 12);
    expect(told.f1).toBeCloseTo(4 / 6, 12);
  });

  it("are numbers where outcome 1 never occurs and is never told", () => {
    expect(toldAt(2, Float64Array.of(0.1, 0.2), Uint8Array.of(0, 0))).toEqual({accuracy: 1, f1: 0});
  });
});

describe("the threshold", () => {
  it("promises the greatest F1 of all thresholds", () => {
    fc.assert(
      fc.property(fc.array(fc.double({min: 0.01, max: 0.99, noNaN: true}), {minLength: 1, maxLength: 40}), (drawn) => {
        const p = Float64Array.from(drawn);
        const all = drawn.reduce((sum, x) => sum + x, 0);
        const promised = (threshold: number) => {
          const told = drawn.filter((x) => x >= threshold);
          return told.length ? (2 * told.reduce((sum, x) => sum + x, 0)) / (told.length + all) : 0;
        };
        const greatest = Math.max(...drawn.map(promised));
        expect(bestThreshold(p)).toBeCloseTo(greatest / 2, 10);
        expect(promised(bestThreshold(p))).toBeCloseTo(greatest, 10);
      })
    );
  });
});
