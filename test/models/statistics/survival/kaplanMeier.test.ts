import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {kaplanMeier} from "../../../../models/statistics/survival/kaplanMeier.ts";
import {lifeTable} from "../../../../models/statistics/survival/lifeTable.ts";
import {medianSurvival} from "../../../../models/statistics/survival/medianSurvival.ts";
import {restrictedMean} from "../../../../models/statistics/survival/restrictedMean.ts";
import {survivalAt} from "../../../../models/statistics/survival/survivalAt.ts";
import {aml, exitsOf, freireich, type Group} from "./published.ts";

const curve = (group: Group) => kaplanMeier(lifeTable(exitsOf(group)));
const ends = (group: Group) => curve(group).filter(({ended}) => ended > 0);
const rounded = (values: readonly (number | null)[], digits: number) =>
  values.map((value) => value && Number(value.toFixed(digits)));

describe("6-MP against placebo", () => {
  // REFERENCE, Survival.
  it("has the published survival and standard errors", () => {
    const found = ends(freireich.treated);
    expect(found.map(({time}) => time)).toEqual([6, 7, 10, 13, 16, 22, 23]);
    expect(
      rounded(
        found.map(({survival}) => survival),
        3
      )
    ).toEqual([0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448]);
    expect(
      rounded(
        found.map(({standardError: error}) => error),
        4
      )
    ).toEqual([0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346]);
  });

  // Stata, sts list (log–log), as printed by Kleinbaum & Klein.
  it("has the published log–log intervals", () => {
    const found = ends(freireich.treated);
    expect(
      rounded(
        found.map(({low}) => low),
        4
      )
    ).toEqual([0.6197, 0.5631, 0.5032, 0.4316, 0.3675, 0.2678, 0.1881]);
    expect(
      rounded(
        found.map(({high}) => high),
        4
      )
    ).toEqual([0.9516, 0.9228, 0.8894, 0.8491, 0.8049, 0.7468, 0.6801]);
  });

  // SAS, PROC LIFETEST (log–log).
  it("has the published medians and their intervals", () => {
    expect(medianSurvival(curve(freireich.treated))).toEqual({median: 23, low: 13, high: null});
    expect(medianSurvival(curve(freireich.control))).toEqual({median: 8, low: 4, high: 11});
  });
});

describe("acute myelogenous leukaemia", () => {
  it("has the published survival", () => {
    const found = ends(aml.maintained);
    expect(
      rounded(
        found.map(({survival}) => survival),
        3
      )
    ).toEqual([0.909, 0.818, 0.716, 0.614, 0.491, 0.368, 0.184]);
    // R's survival 3.8: std.err of survfit.
    expect(
      rounded(
        found.map(({standardError: error}) => error),
        10
      )
    ).toEqual([0.0866784172, 0.1162912998, 0.1396649706, 0.152632331, 0.1641932672, 0.1626688858, 0.1534927458]);
  });

  // R: print(survfit(…), print.rmean = TRUE), common upper limit 161; restricted means at 30 and 48 generated with survival 3.8.
  it("has the published restricted means", () => {
    const [maintained, others] = [curve(aml.maintained), curve(aml.nonmaintained)];
    expect(rounded(Object.values(restrictedMean(maintained, 161)), 2)).toEqual([52.65, 19.83]);
    expect(rounded(Object.values(restrictedMean(others, 161)), 2)).toEqual([22.71, 4.18]);
    expect(restrictedMean(maintained, 30).mean).toBeCloseTo(24.6022727273, 9);
    expect(restrictedMean(maintained, 48).mean).toBeCloseTo(31.8431818182, 9);
    expect(restrictedMean(others, 30).mean).toBeCloseTo(19.6944444444, 9);
  });
});

describe("edges", () => {
  it("once nobody is left there is no spread to tell", () => {
    const last = curve({ended: [5, 5, 5], left: []}).at(-1)!;
    expect(last).toMatchObject({time: 5, survival: 0, standardError: null, low: null, high: null});
    expect(medianSurvival([last])).toEqual({median: 5, low: 5, high: null});
  });

  it("where nobody has ended everybody survives, without interval and median", () => {
    const found = curve({ended: [], left: [3, 9]});
    expect(found.map(({survival, low, high}) => [survival, low, high])).toEqual([
      [1, null, null],
      [1, null, null]
    ]);
    expect(medianSurvival(found)).toEqual({median: null, low: null, high: null});
    expect(restrictedMean(found, 9)).toEqual({mean: 9, standardError: 0});
  });

  it("nothing gives nothing", () => {
    expect(curve({ended: [], left: []})).toEqual([]);
    expect(survivalAt([], 1)).toBeNull();
  });

  it("the curve holds until the next time, is 1 before the first and unknown past the last", () => {
    const found = curve({ended: [2, 4], left: [6]});
    expect([0, 2, 3, 4, 6, 7].map((time) => survivalAt(found, time)?.survival ?? null)).toEqual([
      1,
      expect.closeTo(2 / 3, 12),
      expect.closeTo(2 / 3, 12),
      expect.closeTo(1 / 3, 12),
      expect.closeTo(1 / 3, 12),
      null
    ]);
    expect(survivalAt(curve({ended: [2], left: []}), 99)?.survival).toBe(0);
  });

  it("a curve that lies exactly at one half has its median in the middle of that stretch", () => {
    expect(medianSurvival(curve({ended: [1, 2, 5, 8], left: []})).median).toBe(3.5);
  });
});

const exits = fc.array(fc.record({time: fc.nat(40), ended: fc.nat(3), left: fc.nat(3)}), {minLength: 1, maxLength: 30});

it("without censoring survival is the share that lasts longer", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), {minLength: 1, maxLength: 60}), (times) => {
      for (const {time, survival} of curve({ended: times, left: []}))
        expect(survival).toBeCloseTo(times.filter((other) => other > time).length / times.length, 10);
    })
  );
});

it("one by one or in groups, the estimate is the same, falls, and lies in its interval", () => {
  fc.assert(
    fc.property(exits, (rows) => {
      const grouped = kaplanMeier(lifeTable(rows));
      const single = rows.flatMap(({time, ended, left}) => [
        ...Array.from({length: ended}, () => ({time, ended: 1, left: 0})),
        ...Array.from({length: left}, () => ({time, ended: 0, left: 1}))
      ]);
      expect(kaplanMeier(lifeTable(single))).toEqual(grouped);
      grouped.forEach(({survival, low, high, atRisk, ended, left}, i) => {
        expect(survival).toBeLessThanOrEqual(grouped[i - 1]?.survival ?? 1);
        expect(atRisk - ended - left).toBe(grouped[i + 1]?.atRisk ?? 0);
        if (low !== null) expect(low).toBeLessThanOrEqual(survival);
        if (high !== null) expect(high).toBeGreaterThanOrEqual(survival);
      });
    })
  );
});

it("the restricted mean is the mean of what was observed up to the horizon where nobody left", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({min: 1, max: 30}), {minLength: 1, maxLength: 40}),
      fc.integer({min: 1, max: 40}),
      (times, horizon) => {
        const mean = times.reduce((sum, time) => sum + Math.min(time, horizon), 0) / times.length;
        expect(restrictedMean(curve({ended: times, left: []}), horizon).mean).toBeCloseTo(mean, 9);
      }
    )
  );
});
