import fc from "fast-check";
import {expect, it} from "vitest";
import {binOf, binsOf, cutsOf} from "../../../../models/statistics/learning/cuts.ts";

const values = fc.array(
  fc.oneof(fc.integer({min: -5, max: 5}), fc.double({noNaN: true, min: -1e6, max: 1e6}), fc.constant(NaN)),
  {
    maxLength: 200
  }
);

it("a value is in the bin after the last cut at or below it, an unknown one in bin 0", () => {
  expect([-1, 0, 1, 1.5, 2, 9, NaN].map((x) => binOf(x, [0, 1, 2]))).toEqual([1, 2, 3, 3, 4, 4, 0]);
  expect([...binsOf(Float64Array.of(3, NaN, -3), [0])]).toEqual([2, 0, 1]);
});

it("cuts rise, are values that occur but not the least, and part equal counts where values differ", () => {
  fc.assert(
    fc.property(values, fc.integer({min: 1, max: 40}), (list, most) => {
      const cuts = cutsOf(Float64Array.from(list), most);
      const known = list.filter((x) => !Number.isNaN(x));
      expect(cuts.length).toBeLessThanOrEqual(most);
      cuts.forEach((cut, i) => {
        expect(known).toContain(cut);
        expect(cut).toBeGreaterThan(i ? cuts[i - 1]! : Math.min(...known));
      });
    })
  );
  expect(
    cutsOf(
      Float64Array.from({length: 100}, (_, i) => i),
      3
    )
  ).toEqual([25, 50, 75]);
});

it("a constant or unknown feature has no cut", () => {
  expect(cutsOf(Float64Array.of(7, 7, 7, NaN), 8)).toEqual([]);
  expect(cutsOf(Float64Array.of(NaN, NaN), 8)).toEqual([]);
});
