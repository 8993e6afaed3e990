import {describe, expect, test} from "vitest";
import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {overallChange} from "../../../dashboards/pages/cohorts/change.ts";
import {riskOf} from "../../../dashboards/pages/overview/risk.ts";
import {servedOf} from "../../../dashboards/pages/overview/service.ts";
import {usualRange} from "../../../dashboards/pages/overview/usualRange.ts";
import {npsOf, type NpsRow} from "../../../dashboards/pages/overview/waves.ts";
import {whatChanged, type ChangesData} from "../../../dashboards/pages/overview/whatChanged.ts";
import {changeRow, words} from "./cohortRows.ts";
import {risk, service, wave} from "./overviewRows.ts";

const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
const en = pageContext("/", "en", company);
const quiet: ChangesData = {change: undefined, rows: [], risk: undefined, nps: undefined, served: []};
const listed = (data: Partial<ChangesData>) =>
  whatChanged({...quiet, ...data}, en).map(({size, tone, title, text}) =>
    [size, tone, title, text].map(words).join(" | ")
  );

describe("what changed lists only what clears its interval", () => {
  test("nothing", () => expect(listed({})).toEqual([]));

  test("return of newer customers", () => {
    const [same, falls] = [changeRow("all", [70, 315], [261, 1066]), changeRow("all", [60, 400], [300, 1200])];
    expect(listed({change: overallChange([same])})).toEqual([]);
    expect(listed({change: overallChange([falls])})).toEqual([
      "−10.0 pts | bad | Fewer newer customers come back in month 3 | First order Dec 2025 to Feb 2026; 95% interval −14.1 to −5.5."
    ]);
  });

  test("a group that grew among newer customers and returns clearly less than the others", () => {
    const rows = [changeRow("all", [70, 315], [261, 1066]), changeRow("paid social", [21, 136], [26, 117])];
    expect(listed({change: overallChange(rows), rows})).toEqual([
      "+32.2 pts | bad | Paid social brings 43% of newer customers, 11% before | They return less: 15.4% in month 3, the others 27.4% (difference −20.6 to −2.7)."
    ]);
    const fresh = [rows[0]!, changeRow("paid social", [21, 136], [1, 3])];
    expect(listed({change: overallChange(fresh), rows: fresh})[0]).toMatch(
      /^↑ \| bad \| Paid social brings 43% of newer customers, fewer than 10 customers before/
    );
    const shrank = [rows[0]!, changeRow("paid social", [21, 136], [100, 600])];
    expect(listed({change: overallChange(shrank), rows: shrank})).toEqual([]);
  });

  test("NPS against the wave before: margins add in squares", () => {
    // ±√(6² + 8²) = 10.
    const of = (last: number) => npsOf([wave("Q1", "2026-03-10", 30, 6), wave("Q2", "2026-06-10", last, 8)], en);
    expect(listed({nps: of(20.5)})).toEqual([]);
    expect(listed({nps: of(19)})).toEqual(["−11 | bad | NPS fell | +19 in Q2, +30 in Q1; 95% interval −21 to −1."]);
  });

  test("service outside the usual range of the twelve months before", () => {
    const calm = Array.from({length: 12}, (_, i) => service(i, 22 + (i % 2)));
    expect(listed({served: servedOf([...calm, service(12, 25)], en)})).toEqual([]);
    expect(listed({served: servedOf([...calm, service(12, 26)], en)})).toEqual([
      "26 hours | bad | First reply, median: outside its usual range | May 2026; usual 19.8 to 25.2 over the months before."
    ]);
    expect(listed({served: servedOf([...calm, service(12, 9)], en)})[0]).toContain("9 hours | good");
  });
});

describe("value at risk", () => {
  const history = new Date("2024-06-01");
  const year = [risk("2025-07-31", 4000, 0.65)];
  const now = [risk("2026-06-24", 4000, 0.35, true)];

  test("its share of the usual revenue, with the doubt of both ends", () => {
    const read = riskOf([...year, ...now], history)!;
    expect(read.now).toMatchObject({expected: 4000, value: 1400});
    expect(read.share!.points.value).toBeCloseTo(0.35 - 0.65, 12);
    expect(read.share!.points.high - read.share!.points.value).toBeCloseTo(Math.hypot(0.02, 0.02), 12);
    expect(listed({risk: read})).toEqual([
      "−30.0 pts | good | Less of the usual revenue is at risk | 35.0% against 65.0% on 31 Jul 2025; 95% interval −32.8 to −27.2."
    ]);
  });

  test("is not compared with a snapshot that has less than a year of history, or that is recent", () => {
    expect(riskOf([...year, ...now], new Date("2024-08-01"))!.share).toBeNull();
    const may = year.map((row) => ({...row, snapshot_on: new Date("2026-05-31")}));
    expect(riskOf([...may, ...now], history)!.share).toBeNull();
    expect(riskOf([...may, ...now], history)!.change!.amount.value).toBeCloseTo(1400 - 2600, 9);
  });

  test("is unknown where nothing tells who leaves, and has no change at the first snapshot", () => {
    expect(riskOf([], history)).toBeUndefined();
    expect(riskOf(year, history)).toBeUndefined();
    expect(riskOf(now, history)).toMatchObject({change: null, share: null});
  });
});

describe("rounds of answers", () => {
  const period = (dimension: "quarter" | "month", iso: string, answers: number, is_partial = false): NpsRow => ({
    ...wave(iso, iso, dimension === "month" ? 12 : 20, 5, answers),
    dimension,
    is_partial
  });

  test("under thirty answers give no score; without waves complete quarters count", () => {
    expect(npsOf([wave("Q1", "2026-03-10", 30, 6, 29)], en)).toBeUndefined();
    const quarters = [period("quarter", "2026-01-01", 50), period("quarter", "2026-04-01", 80, true)];
    const months = [period("month", "2026-06-01", 29), period("month", "2026-05-01", 40)];
    expect(npsOf([...quarters, ...months], en)).toMatchObject({
      last: {name: "Q1 2026", answers: 50},
      before: undefined,
      change: null,
      course: {values: [12], running: false}
    });
  });
});

test("a usual range is mean ± 2.66 × mean moving range, never below zero, of six values or more", () => {
  const range = usualRange([10, 12, 10, 12, 10, 12])!;
  expect(range.mean).toBe(11);
  expect(range.high).toBeCloseTo(11 + 2.66 * 2, 12);
  expect(usualRange([0, 9, 0, 9, 0, 9])!.low).toBe(0);
  expect(usualRange([1, 2, 3, 4, 5])).toBeUndefined();
});
