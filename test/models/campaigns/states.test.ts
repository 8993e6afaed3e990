import {expect, it} from "vitest";
import type {Settings} from "../../../models/settings.ts";
import {
  asOf,
  campaignWarehouse,
  given,
  intCustomerOrders,
  known,
  stgCampaigns,
  stgTouches,
  who
} from "./campaignWarehouse.ts";

const customers = 400;

interface Asked {
  campaign?: Record<string, unknown>;
  touches: readonly Record<string, unknown>[];
  orders?: readonly Record<string, unknown>[];
  settings?: Settings["campaigns"];
}

/** What the marts say of one campaign, m1, of 1 March 2026, seen from 30 June. */
async function told({campaign = {}, touches, orders = [], settings}: Asked) {
  const warehouse = await campaignWarehouse(
    [
      asOf("2026-06-30"),
      ...known(Array(customers).keys()),
      ...given(stgCampaigns, [
        {campaign_id: "m1", started_at: "2026-03-01 09:00:00", started_on: "2026-03-01", ...campaign}
      ]),
      ...given(
        stgTouches,
        touches.map((touch, load_row) => ({load_id: "1", load_row, campaign_id: "m1", arm: "treated", ...touch}))
      ),
      ...given(intCustomerOrders, orders)
    ],
    settings
  );
  const [row] = await warehouse.rows("from mart_campaign where campaign_id = 'm1'");
  const faults = await warehouse.rows(
    "select fault, unit, found, of_all, is_left_out from mart_campaign_fault order by fault"
  );
  const segments = await warehouse.rows("from mart_campaign_segment");
  const tenths = await warehouse.rows("from mart_uplift_tenth");
  const arms = await warehouse.rows("from mart_campaign_arm order by arm, version");
  const [summary] = await warehouse.rows("from mart_campaign_summary");
  warehouse.close();
  return {row: row!, faults, segments, tenths, arms, summary};
}

/** Customers from one to before another. */
const people = (from: number, to: number, rest: Record<string, unknown> = {}) =>
  Array.from({length: to - from}, (_, i) => ({customer_key: `k${from + i}`, ...rest}));
const order = (customer: number, at: string, net_revenue = 20) => ({
  order_id: `o${customer}-${at}`,
  customer_id: who(customer),
  ordered_at: at,
  ordered_on: at.slice(0, 10),
  net_revenue
});
const nothingTold = {
  share_difference: null,
  revenue_difference: null,
  adjusted_difference: null,
  is_share_clear: false,
  is_revenue_clear: false,
  incremental_revenue: null
};

it("without a control group orders are a response, never an effect", async () => {
  const {row, segments, tenths, arms, faults, summary} = await told({
    touches: people(0, 100),
    orders: Array.from({length: 40}, (_, i) => order(i, "2026-03-05 10:00:00")),
    campaign: {cost: 25}
  });
  expect(row).toMatchObject({
    ...nothingTold,
    state: "response",
    treated: 100,
    control: 0,
    ordered: 40,
    response_share: 0.4,
    ratio_p: null
  });
  expect(row).toMatchObject({control_ordered_share: null, revenue_per_cost: null, detectable_after: null});
  expect(Number(row.net_revenue)).toBe(800);
  expect([segments, tenths, arms, faults]).toEqual([[], [], [], []]);
  expect(summary).toMatchObject({campaigns: 1, measured: 0, responses: 1, without_cost: 0});
});

it("a control group of three is too few", async () => {
  const {row, segments, tenths} = await told({touches: [...people(0, 97), ...people(97, 100, {arm: "control"})]});
  expect(row).toMatchObject({...nothingTold, state: "too_few", treated: 97, control: 3});
  expect([segments, tenths]).toEqual([[], []]);
});

it("arms that are not of the planned sizes have no effect, arms without a plan do", async () => {
  const touches = [...people(0, 350), ...people(350, 400, {arm: "control"})];
  const planned = await told({touches, settings: {windowDays: 30, controlShare: 0.3}});
  expect(planned.row).toMatchObject({...nothingTold, state: "mismatch", planned_share: 0.3});
  expect(planned.row.ratio_p).toBeLessThan(0.001);
  expect(planned.summary).toMatchObject({measured: 0, mismatched: 1});
  const unplanned = await told({touches});
  expect(unplanned.row).toMatchObject({state: "effect", planned_share: null, ratio_p: null, share_difference: 0});
});

it("an effect is what the reached do more, with cost and return", async () => {
  const {row} = await told({
    touches: [...people(0, 200), ...people(200, 400, {arm: "control"})],
    orders: [
      ...Array.from({length: 50}, (_, i) => order(i, "2026-03-05 10:00:00")),
      ...Array.from({length: 40}, (_, i) => order(200 + i, "2026-03-05 10:00:00"))
    ],
    campaign: {cost: 100}
  });
  // By hand: 1.96 √(0.25 × 0.75 ÷ 200 + 0.2 × 0.8 ÷ 200) = 0.0817, and z = 0.05 ÷ √(0.225 × 0.775 ÷ 100) = 1.1974.
  expect(row.share_difference).toBeCloseTo(0.05, 12);
  expect(row.share_low).toBeCloseTo(-0.0317, 3);
  expect(row.share_high).toBeCloseTo(0.1317, 3);
  expect(row.share_p).toBeCloseTo(0.2312, 4);
  expect(row.is_share_clear).toBe(false);
  // Nobody bought before, so that nothing is to be adjusted by: £1 a customer.
  expect(row.adjusted_difference).toBeCloseTo(1, 12);
  expect(row.incremental_revenue).toBeCloseTo(200, 9);
  expect(row.revenue_per_cost).toBeCloseTo(2, 9);
  expect(row.balance_p).toBe(1);
  // R's power.prop.test(p1 = .20, p2 = .25, power = .8): 1093.739.
  expect(row.needed_per_arm).toBe(1094);
});

it("an unknown cost is not zero, and a cost of zero divides nothing", async () => {
  const touches = [...people(0, 40), ...people(40, 80, {arm: "control"})];
  expect((await told({touches})).row).toMatchObject({state: "effect", cost: null, revenue_per_cost: null});
  expect((await told({touches, campaign: {cost: 0}})).row.revenue_per_cost).toBeNull();
});

it("who is in both arms is left out and counted", async () => {
  const {row, faults} = await told({
    touches: [...people(0, 60), ...people(50, 100, {arm: "control"})],
    orders: [order(55, "2026-03-05 10:00:00")]
  });
  expect(row).toMatchObject({treated: 50, control: 40, both_arms: 10, ordered: 0, control_ordered: 0});
  expect(faults).toEqual([{fault: "both_arms", unit: "customers", found: 10, of_all: 100, is_left_out: true}]);
});

it("a control that got the message stays where it was put, and is counted", async () => {
  const {row, faults} = await told({
    touches: [
      ...people(0, 50),
      ...people(50, 90, {arm: "control"}),
      ...people(90, 100, {arm: "control", opened_at: "2026-03-02 10:00:00"})
    ]
  });
  expect(row).toMatchObject({treated: 50, control: 50, opened: 0});
  expect(faults).toEqual([{fault: "control_reached", unit: "customers", found: 10, of_all: 100, is_left_out: false}]);
});

it("without any date there is no window, and nothing is counted as not answered", async () => {
  const {row, faults} = await told({
    campaign: {started_at: null, started_on: null},
    touches: [...people(0, 50), ...people(50, 100, {arm: "control"})],
    orders: [order(1, "2026-03-05 10:00:00")]
  });
  expect(row).toMatchObject({
    ...nothingTold,
    state: "undated",
    treated: 0,
    control: 0,
    response_share: null,
    started_on: null
  });
  expect(faults).toEqual([{fault: "undated", unit: "customers", found: 100, of_all: 100, is_left_out: true}]);
});

it("answers before the sending do not count; touches before the campaign, of nobody known and after as_of are named", async () => {
  const {row, faults} = await told({
    touches: [
      ...people(0, 5, {touched_at: "2026-03-02 09:00:00", opened_at: "2026-02-20 09:00:00"}),
      ...people(5, 10, {touched_at: "2026-02-01 09:00:00"}),
      ...people(10, 14, {touched_at: "2026-07-01 09:00:00"}),
      {customer_key: "nobody"}
    ]
  });
  expect(row).toMatchObject({treated: 10, opened: 0});
  expect(faults.map(({fault, found, is_left_out}) => [fault, found, is_left_out])).toEqual([
    ["ahead", 4, true],
    ["answer_before_sending", 5, false],
    ["sent_before_campaign", 5, false],
    ["unknown_customer", 1, true]
  ]);
});

it("while the window of all runs, numbers are of so far; once that of some is over, the others wait", async () => {
  const running = await told({touches: people(0, 40, {touched_at: "2026-06-20 09:00:00"})});
  expect(running.row).toMatchObject({is_partial: true, treated: 40, running: 0});
  const some = await told({
    touches: [
      ...people(0, 40, {touched_at: "2026-06-20 09:00:00"}),
      ...people(40, 100, {touched_at: "2026-05-20 09:00:00"})
    ]
  });
  expect(some.row).toMatchObject({is_partial: false, treated: 60, running: 40});
});

it("the window opens with the sending and ends with its last day", async () => {
  const at = (i: number, time: string) => order(i, time);
  const {row} = await told({
    touches: people(0, 40, {touched_at: "2026-03-10 09:00:00"}),
    orders: [
      at(0, "2026-03-10 08:59:59"),
      at(1, "2026-03-10 09:00:00"),
      at(2, "2026-04-09 23:59:59"),
      at(3, "2026-04-10 00:00:00")
    ]
  });
  expect(row.ordered).toBe(2);
});

it("several versions are held against the control and adjusted together; who got two is in none", async () => {
  const {arms, row, faults} = await told({
    touches: [
      ...people(0, 100, {variant: "A"}),
      ...people(100, 200, {variant: "B"}),
      ...people(95, 100, {variant: "B"}),
      ...people(200, 300, {arm: "control"})
    ],
    orders: Array.from({length: 40}, (_, i) => order(100 + i, "2026-03-05 10:00:00"))
  });
  expect(row).toMatchObject({treated: 200, control: 100});
  expect(arms.map(({arm, version, customers, compared_with}) => [arm, version, customers, compared_with])).toEqual([
    ["control", "", 100, "nothing"],
    ["treated", "A", 95, "control"],
    ["treated", "B", 100, "control"]
  ]);
  expect(arms.map(({is_clear}) => is_clear)).toEqual([false, false, true]);
  expect(arms[2]!.share_p_adjusted).toBeCloseTo(2 * Number(arms[2]!.share_p), 12);
  expect(faults).toEqual([{fault: "several_versions", unit: "customers", found: 5, of_all: 300, is_left_out: false}]);
});

it("versions without a control group are held against the largest: a difference, and no effect of the campaign", async () => {
  const {arms, row} = await told({
    touches: [...people(0, 100, {variant: "A"}), ...people(100, 220, {variant: "B"})],
    orders: Array.from({length: 40}, (_, i) => order(i, "2026-03-05 10:00:00"))
  });
  expect(row).toMatchObject({...nothingTold, state: "response"});
  expect(arms.map(({version, compared_with}) => [version, compared_with])).toEqual([
    ["A", "version"],
    ["B", "nothing"]
  ]);
  expect(arms[0]!.share_difference).toBeCloseTo(0.4, 12);
});

it("a campaign of which nobody knows whom it reached is one of the list alone", async () => {
  const {row} = await told({touches: [], campaign: {recipients: 812, opens: 200}});
  expect(row).toMatchObject({...nothingTold, state: "no_list", recipients: 812, treated: 0, control: 0});
});

it("a segment in which the campaign works is told from one in which it does not", async () => {
  const orders = [
    ...Array.from({length: 100}, (_, i) => order(i, "2026-02-20 10:00:00")),
    ...Array.from({length: 100}, (_, i) => order(200 + i, "2026-02-20 10:00:00")),
    ...Array.from({length: 50}, (_, i) => order(i, "2026-03-05 10:00:00")),
    ...Array.from({length: 10}, (_, i) => order(200 + i, "2026-03-05 10:00:00")),
    ...Array.from({length: 10}, (_, i) => order(100 + i, "2026-03-05 10:00:00")),
    ...Array.from({length: 10}, (_, i) => order(300 + i, "2026-03-05 10:00:00"))
  ];
  const {segments, tenths} = await told({touches: [...people(0, 200), ...people(200, 400, {arm: "control"})], orders});
  const recency = segments.filter(({dimension}) => dimension === "recency");
  expect(recency.map(({group_name, is_clear, share_difference}) => [group_name, is_clear, share_difference])).toEqual([
    ["days_0_90", true, 0.4],
    ["never", false, 0]
  ]);
  expect(recency[0]!.interaction_p_adjusted).toBeLessThan(0.001);
  expect(
    tenths.map(({tenth, last_tenth, treated, control}) => [tenth, last_tenth, Number(treated) + Number(control)])
  ).toEqual([
    [1, 5, 200],
    [6, 10, 200]
  ]);
  expect(tenths[1]!.gained_orderers).toBeCloseTo(40, 9);
});
