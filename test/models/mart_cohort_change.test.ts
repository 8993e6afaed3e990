import {describe, expect, it} from "vitest";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {intCohortCell} from "../../models/intermediate/int_cohort_cell.ts";
import {martCohortChange} from "../../models/marts/mart_cohort_change.ts";
import {newcombe, wilson} from "../../dashboards/pages/cohorts/intervals.ts";
import {askModel} from "./askModel.ts";

const asOf = [intAsOf, [{last_complete_month: "2026-05-01", history_from_on: "2024-11-20"}]] as const;
/** A cohort of so many customers, of whom so many order in month 3. */
const cohort = (cohort_on: string, customers: number, active_customers: number, group_name = "all") => {
  const month = new Date(cohort_on);
  const cell = {
    period: "month",
    dimension: group_name === "all" ? "all" : "acquisition_channel",
    group_name,
    cohort_on,
    completed_periods: (2026 - month.getUTCFullYear()) * 12 + 5 - month.getUTCMonth()
  };
  return [
    {...cell, periods_since_first: 0, joining_customers: customers, active_customers: customers},
    {...cell, periods_since_first: 3, active_customers}
  ];
};
const change = async (rows: ReturnType<typeof cohort>[]) =>
  (await askModel(martCohortChange, [asOf, [intCohortCell, rows.flat()]])).filter(
    (row) => row.months_since_first === 3
  );

describe("newer against earlier customers", () => {
  it("recent are the newest three complete cohorts, earlier the twelve before them", async () => {
    const [row] = await change([
      cohort("2024-11-01", 500, 400),
      cohort("2024-12-01", 100, 20),
      cohort("2025-11-01", 100, 30),
      cohort("2025-12-01", 60, 6),
      cohort("2026-02-01", 40, 4)
    ]);
    expect(row).toMatchObject({recent_customers: 100, recent_active: 10, earlier_customers: 200, earlier_active: 50});
    expect(row!.recent_from_month).toEqual(new Date("2025-12-01"));
    expect(row!.recent_to_month).toEqual(new Date("2026-02-01"));
    expect(row!.earlier_from_month).toEqual(new Date("2024-12-01"));
    expect(row!.earlier_to_month).toEqual(new Date("2025-11-01"));
    expect(row!.change_share).toBeCloseTo(-0.15, 12);
  });

  it("the first cohort of the history is in neither, nor are cohorts before the twelve", async () => {
    const [first] = await change([cohort("2024-11-01", 500, 400), cohort("2026-02-01", 40, 4)]);
    expect(first).toMatchObject({earlier_customers: 0, earlier_share: null, earlier_low: null, change_share: null});
    expect(first).toMatchObject({change_low: null, change_high: null});
    expect(first).toMatchObject({whole_customers: 540, whole_active: 404});
  });

  it("intervals are those of the page: Wilson's, and Newcombe's of the difference", async () => {
    const [row] = await change([cohort("2025-11-01", 200, 50), cohort("2026-02-01", 100, 10)]);
    const [recent, earlier] = [wilson(10, 100), wilson(50, 200)];
    const gap = newcombe(recent, earlier);
    expect([row!.recent_low, row!.recent_high]).toEqual([
      expect.closeTo(recent.low, 9),
      expect.closeTo(recent.high, 9)
    ]);
    expect(row!.change_low).toBeCloseTo(gap.low, 9);
    expect(row!.change_high).toBeCloseTo(gap.high, 9);
  });

  it("the page's intervals are the published ones", () => {
    // Newcombe (1998), table II, contrast (a): 56/70 − 48/80 gives 0.0524 to 0.3339 by method 10.
    const gap = newcombe(wilson(56, 70), wilson(48, 80));
    expect(gap.low).toBeCloseTo(0.0524, 4);
    expect(gap.high).toBeCloseTo(0.3339, 4);
    expect(gap.isClear).toBe(true);
  });
});
