import {expect, test} from "vitest";
import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {basePanel} from "../../../dashboards/pages/overview/basePanel.ts";
import {bridgePanel} from "../../../dashboards/pages/overview/bridgePanel.ts";
import {foldedSteps} from "../../../dashboards/pages/overview/foldedSteps.ts";
import {takeAways} from "../../../dashboards/pages/overview/takeAway.ts";
import {twelveMonths} from "../../../dashboards/pages/overview/twelveMonths.ts";
import {asOf, words} from "./cohortRows.ts";
import {bridge, months, retention} from "./overviewRows.ts";

const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
const [en, zh] = [pageContext("/", "en", company), pageContext("/", "zh", company)];
const few = bridge.map((row) => (row.step === "reactivated" ? {...row, customers: 3} : row));

test("steps of too few customers are one with the smallest other, and the bridge still adds up", () => {
  const steps = foldedSteps(few, 10);
  expect(steps.map(({step}) => step)).toEqual(["start", "new", "expansion", "churned", "folded", "end"]);
  expect(steps.find(({step}) => step === "folded")).toMatchObject({customers: 253, net_revenue: -13_000});
  const [start, ...moves] = steps;
  expect(moves.slice(0, -1).reduce((sum, row) => sum + row.net_revenue, start!.net_revenue)).toBe(150_000);
  expect(foldedSteps(bridge, 10)).toEqual(bridge);
});

test("neither the bridge nor its file says how many of too few there are", () => {
  const year = twelveMonths(few, [retention()], {...asOf, history_from_on: new Date("2024-06-01")});
  for (const c of [en, zh]) {
    const panel = words(bridgePanel(year, few, c));
    expect(panel).toContain(c.t("Other steps253", "其余步骤253"));
    expect(panel).not.toMatch(/Reactivated|回流/);
    const [file] = takeAways(few, [], c).files;
    expect(file!.rows.map(([step, , customers]) => [step, customers])).toContainEqual(["folded", 253]);
    expect(file!.rows.map(([step]) => step)).not.toContain("reactivated");
  }
});

test("a month whose new or returning customers are too few is not split, nor counted where all are too few", () => {
  const rows = [
    {...months[0]!, active_customers: 8, new_customers: 8, returning_customers: 0},
    {...months[1]!, active_customers: 60, new_customers: 4, returning_customers: 56},
    months[2]!
  ];
  for (const c of [en, zh]) {
    const panel = words(basePanel(rows, c));
    expect(panel).toContain(c.t("Apr 2026–––", "2026年4月–––"));
    expect(panel).toContain(c.t("May 2026––60", "2026年5月––60"));
    expect(panel).toContain(c.t("Not split", "未拆分"));
    expect(panel).not.toMatch(/56|93%/);
  }
  expect(words(basePanel(months, en))).not.toContain("Not split");
});
