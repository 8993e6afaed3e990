import {describe, expect, it} from "vitest";
import {themeMeasures, type ThemeCounts} from "../../../models/text/themeMeasures.ts";

const voices = ([now, before]: number[], [allNow, allBefore]: number[] = [200, 200]) => ({
  now: {successes: now!, n: allNow!},
  before: {successes: before!, n: allBefore!}
});
const counts = (changes: Partial<ThemeCounts> = {}): ThemeCounts => ({
  strata: [voices([30, 30])],
  isDiscovered: false,
  answers: [40, 160],
  detractors: [20, 40],
  ...changes
});
const one = (changes: Partial<ThemeCounts> = {}) => themeMeasures([counts(changes)])[0]!;

describe("association with detraction", () => {
  it("is the log odds ratio with half a case added, and its interval", () => {
    const {detraction_log_odds, detraction_low, detraction_high} = one();
    const byHand = Math.log((20.5 * 120.5) / (20.5 * 40.5));
    const error = Math.sqrt(1 / 20.5 + 1 / 20.5 + 1 / 40.5 + 1 / 120.5);
    expect(detraction_log_odds).toBeCloseTo(byHand, 12);
    expect(detraction_low).toBeCloseTo(byHand - 1.959964 * error, 6);
    expect(detraction_high).toBeCloseTo(byHand + 1.959964 * error, 6);
  });

  it("is finite where all who name it are detractors, and null where fewer than ten do", () => {
    expect(Number.isFinite(one({detractors: [40, 0]}).detraction_log_odds)).toBe(true);
    expect(one({answers: [9, 160], detractors: [9, 0]}).detraction_log_odds).toBeNull();
    expect(one({answers: [40, 0], detractors: [9, 0]}).detraction_log_odds).toBeNull();
  });

  it("is flagged less readily the more themes are tested", () => {
    const lone = counts({answers: [40, 160], detractors: [17, 40]});
    expect(themeMeasures([lone])[0]!.is_detracting).toBe(true);
    const many = Array.from({length: 40}, () => counts({detractors: [10, 40]}));
    expect(themeMeasures([lone, ...many])[0]!.is_detracting).toBe(false);
  });
});

describe("what is marked", () => {
  const two = {answers: [40, 160], detractors: [2, 80]} as const;

  it("is adjusted on either side of even odds", () => {
    const alone = one(two);
    expect(alone.detraction_high).toBeLessThan(0);
    expect(alone.is_detracting).toBe(false);
    const many = themeMeasures(Array.from({length: 40}, () => counts(two)));
    expect(many[0]!.detraction_p_adjusted).toBeCloseTo(40 * alone.detraction_p_adjusted!, 10);
    expect(themeMeasures([counts(), counts({answers: [9, 1]})])[1]!.detraction_p_adjusted).toBeNull();
  });

  it("is no discovered theme: it was found in the answers that would test it, and takes no part in the others' adjustment", () => {
    expect(one({isDiscovered: true})).toMatchObject({is_detracting: null, detraction_p_adjusted: null});
    const found = Array.from({length: 40}, () => counts({isDiscovered: true}));
    expect(themeMeasures([counts(two), ...found])[0]!.detraction_p_adjusted).toBe(one(two).detraction_p_adjusted);
  });
});

describe("a theme", () => {
  it("does not emerge because a survey wave takes the place of tickets", () => {
    const tickets = voices([10, 80], [100, 800]);
    const answers = voices([400, 50], [800, 100]);
    expect(one({strata: [tickets, answers]})).toMatchObject({change_share: 0, is_emerging: false});
    expect(one({strata: [tickets, voices([60, 0], [100, 0])]}).is_emerging).toBe(false);
  });

  it("emerges where the rise is clear, and where ten voices name it", () => {
    expect(one({strata: [voices([60, 20])]}).is_emerging).toBe(true);
    expect(one({strata: [voices([60, 20])]}).change_share).toBeCloseTo(0.2, 12);
    expect(one({strata: [voices([32, 28])]}).is_emerging).toBe(false);
    expect(one({strata: [voices([20, 60])]}).is_emerging).toBe(false);
    expect(one({strata: [voices([9, 1], [10, 400])]}).is_emerging).toBe(false);
  });

  it("has no change where there is nothing to compare with", () => {
    expect(one({strata: [voices([30, 0], [200, 0])]})).toMatchObject({
      change_share: null,
      change_low: null,
      is_emerging: false
    });
    expect(one({strata: [voices([0, 0])]}).change_share).toBeNull();
  });
});

it("no theme has no measures", () => {
  expect(themeMeasures([])).toEqual([]);
});
