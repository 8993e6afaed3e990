import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {holm} from "../../../../models/statistics/survival/holm.ts";
import {logRank} from "../../../../models/statistics/survival/logRank.ts";
import {coxFit} from "../../../../models/statistics/survival/cox/coxFit.ts";
import {aml, exitsOf, freireich, ovarian} from "./published.ts";

describe("published tests", () => {
  // REFERENCE, Survival; R: survdiff(…).
  it("6-MP: χ² 16.8", () => {
    const test = logRank([exitsOf(freireich.treated), exitsOf(freireich.control)]);
    expect(test).toMatchObject({state: "tested", observed: [9, 21], degrees: 1});
    if (test.state !== "tested") return;
    expect(test.expected.map((n) => Number(n.toFixed(1)))).toEqual([19.3, 10.7]);
    expect(test.chiSquare).toBeCloseTo(16.793, 3);
    expect(test.p).toBeCloseTo(4.17e-5, 7);
  });

  it("aml: χ² 3.4", () => {
    const test = logRank([exitsOf(aml.maintained), exitsOf(aml.nonmaintained)]);
    expect(test).toMatchObject({
      observed: [7, 11],
      expected: [expect.closeTo(10.6893359923, 9), expect.closeTo(7.3106640077, 9)],
      chiSquare: expect.closeTo(3.396388699, 8),
      p: expect.closeTo(0.065339322041, 9)
    });
  });

  it("ovarian: χ² 1.06", () => {
    const of = (treatment: number) =>
      ovarian.flatMap(([time, died, by]) => (by === treatment ? [{time, ended: died, left: 1 - died}] : []));
    expect(logRank([of(1), of(2)])).toMatchObject({
      observed: [7, 5],
      expected: [expect.closeTo(5.2335310171, 9), expect.closeTo(6.7664689829, 9)],
      chiSquare: expect.closeTo(1.0627398613, 8),
      p: expect.closeTo(0.30259111699, 8)
    });
  });
});

const group = fc.array(fc.record({time: fc.nat(25), ended: fc.nat(3), left: fc.nat(2)}), {minLength: 3, maxLength: 12});

it("without equal times, the score test of Cox's model with one column a group is the log-rank test", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2), fc.boolean()), {minLength: 12, maxLength: 40}), (subjects) => {
      const groups = [0, 1, 2].map((g) =>
        subjects.flatMap(([of, isEnd], time) => (of === g ? [{time, ended: Number(isEnd), left: Number(!isEnd)}] : []))
      );
      const test = logRank(groups);
      const fit = coxFit(
        subjects.map(([g, ended], time) => ({time, ended, count: 1, covariates: [Number(g === 1), Number(g === 2)]}))
      );
      if (fit.state !== "fitted" || test.state !== "tested" || test.degrees !== 2) return;
      expect(test.chiSquare).toBeCloseTo(fit.score.chiSquare, 7);
    })
  );
});

it("the order of groups changes nothing, observed and expected ends agree in sum, groups alike give no χ²", () => {
  fc.assert(
    fc.property(group, group, group, (a, b, c) => {
      const [one, other] = [logRank([a, b, c]), logRank([c, a, b])];
      expect(one.state).toBe(other.state);
      if (one.state !== "tested" || other.state !== "tested") return;
      expect(other.chiSquare).toBeCloseTo(one.chiSquare, 6);
      const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
      expect(sum(one.expected)).toBeCloseTo(sum(one.observed), 8);
      const same = logRank([a, a]);
      if (same.state === "tested") expect(same.chiSquare).toBeCloseTo(0, 9);
    })
  );
});

it("names what cannot be tested", () => {
  expect(logRank([[{time: 3, ended: 0, left: 4}], [{time: 5, ended: 0, left: 4}]])).toEqual({state: "none_ended"});
  expect(logRank([[{time: 3, ended: 2, left: 4}]])).toEqual({state: "one_group"});
  expect(logRank([])).toEqual({state: "none_ended"});
  // Nobody of the second group was there any more when the first end came.
  expect(logRank([[{time: 9, ended: 2, left: 4}], [{time: 2, ended: 0, left: 3}]])).toEqual({state: "one_group"});
});

// Holm (1979): .01 .02 .03 .04 become .04 .06 .06 .06; R: p.adjust(…, "holm").
it("adjusts for several tests", () => {
  const rounded = (values: number[]) => holm(values).map((value) => Number(value.toFixed(10)));
  expect(rounded([0.01, 0.02, 0.03, 0.04])).toEqual([0.04, 0.06, 0.06, 0.06]);
  expect(rounded([0.04, 0.5, 0.01])).toEqual([0.08, 0.5, 0.03]);
  expect(holm([0.9, 0.8])).toEqual([1, 1]);
  expect(holm([])).toEqual([]);
});
