import {describe, expect, it} from "vitest";
import type {PastLoadRow} from "../../../dashboards/pages/health/rows.ts";
import {context, healthText, load} from "./healthRows.ts";

const past = (change: Partial<PastLoadRow>): PastLoadRow => ({
  load_id: "7",
  source: "shop",
  kind: "orders",
  file: "exports/orders_7.csv",
  status: "failed",
  rows_loaded: 0,
  loaded_at: new Date("2026-06-24T23:00:00Z"),
  ...change
});
const passed = [{name: "x keeps its contract and grain", subject: "x", is_passed: true, detail: ""}];

describe("files that do not count", () => {
  it("are named with why, failed ones first, and the finding says that files failed", () => {
    const rows = [
      past({load_id: "8", status: "retired", file: "people_1.csv", rows_loaded: 12}),
      past({}),
      past({load_id: "9", status: "undone", file: "wrong.csv", rows_loaded: 3})
    ];
    const text = healthText({ledger_loads: [load()], ledger_checks: passed, ledger_past_loads: rows}, context("en"));
    expect(text).toContain("All 1 checks passed, but 1 file could not be loaded.");
    expect(text).toMatch(
      /Which files do not count\?.*orders_7\.csv shop, .* could not be loaded .*people_1\.csv .*retired by a later full export 12 .*wrong\.csv .*taken back 3/
    );
    const zh = healthText({ledger_loads: [load()], ledger_checks: passed, ledger_past_loads: rows}, context("zh"));
    expect(zh).toContain("但有 1 个文件载入失败");
  });

  it("are no panel where there are none", () => {
    expect(healthText({ledger_loads: [load()], ledger_checks: passed}, context("en"))).not.toContain("do not count");
  });
});
