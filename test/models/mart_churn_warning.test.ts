import {describe, expect, it, test} from "vitest";
import {wilson} from "../../dashboards/pages/cohorts/intervals.ts";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {intChurnFeatures} from "../../models/intermediate/int_churn_features.ts";
import {intChurnGroup} from "../../models/intermediate/int_churn_group.ts";
import {martChurnRule} from "../../models/marts/mart_churn_rule.ts";
import {martChurnWarning} from "../../models/marts/mart_churn_warning.ts";
import {martChurnWarningTest} from "../../models/marts/mart_churn_warning_test.ts";
import {askModel} from "./askModel.ts";
import {usual} from "./retention.ts";

const asOf = "2026-06-24";
const today = [intAsOf, [{as_of_on: asOf, horizon_days: 91}]] as const;

const warned = async (features: Record<string, unknown>, warnings: Partial<typeof usual.churn.warnings> = {}) => {
  const churn = {...usual.churn, warnings: {...usual.churn.warnings, ...warnings}};
  const rows = await askModel(
    martChurnWarning,
    [today, [intChurnFeatures, [{customer_id: "C-1", snapshot_on: asOf, purchase_days: 5, ...features}]]],
    {churn}
  );
  return rows.map(({warning, value, usual, severity}) => [warning, value, usual, severity]);
};

describe("a customer is warned of", () => {
  test.each<[string, Record<string, unknown>, unknown[]]>([
    ["silent for twice the own gap", {recency_days: 60, median_gap_days: 30}, ["silence", 60, 30, 1]],
    [
      "whose last gap was three times the usual one",
      {last_gap_days: 90, median_gap_days: 30},
      ["slowing", 90, 30, 1.5]
    ],
    [
      "whose orders are worth a quarter of those before",
      {last_orders_value: 25, earlier_orders_value: 100},
      ["value_fall", 25, 100, 1.5]
    ],
    ["whose last orders came back in full", {last_orders_value: 0, earlier_orders_value: 80}, ["value_fall", 0, 80, 2]],
    [
      "with three complaints in 60 days, usual 0",
      {complaints: 3, tickets_365d: 3, tenure_days: 400},
      ["complaints", 3, 0, 1.5]
    ],
    [
      "with two, usual 1.2 of 6 in 305 days",
      {complaints: 2, tickets_365d: 8, tenure_days: 900},
      ["complaints", 2, (6 * 60) / 305, 1]
    ],
    [
      "with two when new, usual not known",
      {complaints: 2, tickets_365d: 2, tenure_days: 50},
      ["complaints", 2, null, 1]
    ],
    [
      "whose last answer was 4, before 9",
      {last_nps_score: 4, previous_nps_score: 9, last_nps_days: 365},
      ["low_score", 4, 9, 1.4]
    ]
  ])("%s", async (_, features, expected) => {
    const rows = await warned(features);
    expect(rows).toHaveLength(1);
    const [warning, ...numbers] = rows[0]!;
    expect(warning).toBe(expected[0]);
    numbers.forEach((value, i) => {
      const wanted = expected[i + 1] as number | null;
      if (wanted === null) expect(value).toBeNull();
      else expect(value).toBeCloseTo(wanted, 8);
    });
  });

  test.each<[string, Record<string, unknown>]>([
    ["silent for a little less than twice the own gap", {recency_days: 59, median_gap_days: 30}],
    ["silent for long without a rhythm", {recency_days: 900, purchase_days: 1}],
    ["with fewer than three gaps", {last_gap_days: 90, median_gap_days: 30, purchase_days: 3}],
    ["whose orders are worth 51 % of those before", {last_orders_value: 51, earlier_orders_value: 100}],
    ["whose earlier orders were worth nothing", {last_orders_value: -5, earlier_orders_value: 0}],
    ["without earlier orders", {last_orders_value: 1}],
    ["with one complaint", {complaints: 1, tickets_365d: 9, tenure_days: 900}],
    ["whose last answer was 7", {last_nps_score: 7, last_nps_days: 3}],
    ["whose low answer is older than a year", {last_nps_score: 0, last_nps_days: 366}]
  ])("not %s", async (_, features) => {
    expect(await warned(features)).toEqual([]);
  });

  test("by the configured limits", async () => {
    expect(await warned({last_orders_value: 70, earlier_orders_value: 100}, {valueFall: 0.3})).toHaveLength(1);
    expect(await warned({recency_days: 45, median_gap_days: 30}, {silenceTimes: 1.5})).toHaveLength(1);
    expect(await warned({last_nps_score: 8, last_nps_days: 1}, {lowScoreNps: 8})).toHaveLength(1);
    expect(await warned({complaints: 2}, {complaints: 3})).toEqual([]);
  });
});

/** Customers of one combination of warnings at a closed snapshot. */
const group = (
  warned_of: string,
  customers: number,
  churned: number,
  judged_by: string,
  snapshot_on = "2026-01-31"
) => ({
  snapshot_on,
  warned_of,
  judged_by,
  is_horizon_closed: true,
  customers,
  churned
});
const groups = [
  group("silence", 60, 48, "silence,complaints"),
  group("silence,complaints", 20, 15, "silence,complaints"),
  group("", 100, 30, "silence,complaints"),
  group("", 220, 200, "complaints"),
  group("silence", 60, 48, "silence,complaints", "2026-02-28"),
  group("complaints", 8, 1, "complaints", "2026-02-28"),
  {...group("silence", 7, 0, "silence,complaints", asOf), is_horizon_closed: false}
];

describe("a rule is tested by who left", () => {
  test("against those it could have warned of, with the doubt of one snapshot", async () => {
    const rows = await askModel(martChurnWarningTest, [today, [intChurnGroup, groups]]);
    const silence = rows.find(({warning}) => warning === "silence")!;
    expect(silence).toMatchObject({
      warned_now: 7,
      snapshots: 2,
      warned: 140,
      churned: 111,
      unwarned: 100,
      unwarned_churned: 30,
      unwarned_share: 0.3,
      threshold: 2,
      within_days: null,
      is_useful: true
    });
    expect(silence.churn_share).toBeCloseTo(111 / 140, 12);
    expect(silence.lift).toBeCloseTo(111 / 140 / (141 / 240), 12);
    // Of two snapshots the mean one had 70 warned, 55.5 of whom left.
    const interval = wilson(55.5, 70);
    expect(silence.low).toBeCloseTo(interval.low, 9);
    expect(silence.high).toBeCloseTo(interval.high, 9);
    const complaints = rows.find(({warning}) => warning === "complaints")!;
    expect(complaints).toMatchObject({warned: 28, churned: 16, unwarned: 440, within_days: 60, is_useful: false});
    expect(rows.find(({warning}) => warning === "low_score")).toMatchObject({
      warned: 0,
      churn_share: null,
      low: null,
      unwarned_share: null,
      lift: null,
      is_useful: false
    });
  });

  test("and is of no use with few warned, hardly more leavers, or a doubtful difference", async () => {
    const useful = async (warned: [number, number], spared: [number, number]) => {
      const rows = await askModel(martChurnWarningTest, [
        today,
        [intChurnGroup, [group("silence", ...warned, "silence"), group("", ...spared, "silence")]]
      ]);
      return rows.find(({warning}) => warning === "silence")!.is_useful;
    };
    expect(await useful([100, 80], [100, 40])).toBe(true);
    expect(await useful([10, 10], [100, 40])).toBe(true);
    expect(await useful([9, 9], [100, 40])).toBe(false);
    expect(await useful([9000, 8900], [9000, 8000])).toBe(false);
    expect(await useful([20, 12], [200, 100])).toBe(false);
    expect(await useful([100, 100], [100, 100])).toBe(false);
    expect(await useful([100, 0], [100, 0])).toBe(false);
  });

  test("before any horizon is over it has shares of nothing", async () => {
    const rows = await askModel(martChurnWarningTest, [today]);
    expect(rows).toHaveLength(5);
    for (const row of rows)
      expect(row).toMatchObject({warned: 0, unwarned: 0, churn_share: null, unwarned_share: null, is_useful: false});
    expect(await askModel(martChurnWarningTest, [])).toEqual([]);
  });
});

it("a combination foretells what its strongest useful warning does, else what came of those without one", async () => {
  const rule = (warning: string, churn_share: number, is_useful: boolean) => ({
    warning,
    churn_share,
    low: churn_share - 0.1,
    high: churn_share + 0.1,
    is_useful
  });
  const rows = await askModel(martChurnRule, [
    [intChurnGroup, groups],
    [martChurnWarningTest, [rule("silence", 0.8, true), rule("complaints", 0.5, false), rule("slowing", 0.9, true)]]
  ]);
  const spared = (30 + 200 + 1) / (100 + 220 + 8);
  expect(rows.map(({warned_of, is_warned, risk_share}) => [warned_of, is_warned, risk_share])).toEqual([
    ["", false, spared],
    ["complaints", false, spared],
    ["silence", true, 0.8],
    ["silence,complaints", true, 0.8]
  ]);
  expect(rows.every(({risk_low, risk_share, risk_high}) => risk_low! <= risk_share! && risk_share! <= risk_high!)).toBe(
    true
  );
  const open = groups.map((row) => ({...row, is_horizon_closed: false, churned: 0}));
  const unknown = await askModel(martChurnRule, [[intChurnGroup, open]]);
  expect(unknown.every(({risk_share}) => risk_share === null)).toBe(true);
});

it("customers of a snapshot are counted once, by the warnings they gave", async () => {
  const customer = (customer_id: string, has_churned: boolean, net_revenue_365d: number, more: object) => ({
    customer_id,
    snapshot_on: "2026-01-31",
    is_horizon_closed: true,
    has_churned,
    net_revenue_365d,
    purchase_days: 1,
    ...more
  });
  const silent = {recency_days: 90, median_gap_days: 30, purchase_days: 3};
  const rows = await askModel(intChurnGroup, [
    [
      intChurnFeatures,
      [
        customer("a", true, 10, silent),
        customer("b", false, -20, silent),
        customer("c", true, 5, {...silent, complaints: 2}),
        customer("d", true, 7, {})
      ]
    ]
  ]);
  expect(rows.map(({snapshot_on: _, is_horizon_closed: __, ...row}) => Object.values(row))).toEqual([
    ["", "complaints", 1, 0, 1, 7],
    ["silence", "silence,complaints", 2, 2, 1, 10],
    ["silence,complaints", "silence,complaints", 1, 1, 1, 5]
  ]);
});
