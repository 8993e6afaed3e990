import {describe, expect, it} from "vitest";
import {rawLeads, rawOpportunities, rawOpportunityStages} from "../../../ingest/contracts/kinds.ts";
import {pipeline} from "../../../dashboards/pages/pipeline.ts";
import type {Model} from "../../../models/model.ts";
import {insert, ModelledWarehouse, settings} from "../warehouseOf.ts";
import {randomPipeline} from "./randomPipeline.ts";

const marts = [...pipeline.marts, ...(pipeline.streams ?? [])] as Model[];
const asOf = "2025-03-31T12:00:00Z";
type Given = Record<string, unknown>;
const of = (deals: Given[], stages: Given[] = [], change: Partial<typeof settings> = {}) =>
  ModelledWarehouse.of(
    [
      ...(deals.length ? [insert(rawOpportunities, deals)] : []),
      ...(stages.length ? [insert(rawOpportunityStages, stages)] : [])
    ],
    {asOf, ...change},
    marts
  );
const deal = (opportunity_id: string, given: Given = {}): Given => ({
  opportunity_id,
  stage: "Talk",
  created_at: "2025-01-10 10:00:00",
  ...given
});
const won = {stage: "Closed Won", closed_at: "2025-02-10 10:00:00"};
const lost = {stage: "Closed Lost", closed_at: "2025-02-10 10:00:00"};

/** No number of any mart is anything but a number or nothing. */
async function isSound(warehouse: ModelledWarehouse): Promise<void> {
  for (const {name} of marts)
    for (const row of await warehouse.rows(`from ${name}`))
      for (const value of Object.values(row))
        if (typeof value === "number") expect([name, Number.isFinite(value)]).toEqual([name, true]);
}

describe("a pipeline of which little is known", () => {
  it("no opportunity: one row of noughts and nothing else", async () => {
    const warehouse = await of([]);
    expect(await warehouse.row("from mart_pipeline_summary")).toMatchObject({
      opportunities: 0,
      open: 0,
      win_share: null,
      median_cycle_days: null,
      velocity: null
    });
    await isSound(warehouse);
  });

  it("all open: no rate, no cycle, no forecast", async () => {
    const warehouse = await of([deal("a", {amount: 10}), deal("b")]);
    expect(await warehouse.row("from mart_pipeline_summary")).toMatchObject({
      open: 2,
      open_worth: 0,
      amount_state: "none",
      win_share: null,
      velocity: null,
      tested_forecasts: 0
    });
    expect(await warehouse.rows("select distinct chance from mart_open_opportunity where chance <> 0")).toEqual([]);
    await isSound(warehouse);
  });

  it("none won: a rate of nought with its interval, no velocity", async () => {
    const warehouse = await of([deal("a", lost), deal("b", lost)]);
    const {win_share, win_low, win_high, velocity} = await warehouse.row("from mart_pipeline_summary");
    expect([win_share, win_low, velocity]).toEqual([0, 0, null]);
    expect(win_high).toBeCloseTo(0.657619, 5);
    await isSound(warehouse);
  });

  it("won on the day it was created: a cycle of nought and no velocity, not an infinite one", async () => {
    const warehouse = await of([deal("a", {...won, created_at: "2025-02-10 09:00:00", amount: 5}), deal("b")]);
    expect(await warehouse.row("select median_cycle_days, velocity from mart_pipeline_summary")).toEqual({
      median_cycle_days: 0,
      velocity: null
    });
    await isSound(warehouse);
  });

  it("ended before it was created: counted from its end, without a cycle", async () => {
    const warehouse = await of([deal("a", {...won, created_at: "2025-02-12 09:00:00"})]);
    expect(await warehouse.row("select closed_before_created, median_cycle_days from mart_pipeline_summary")).toEqual({
      closed_before_created: 1,
      median_cycle_days: null
    });
    expect(await warehouse.row("select opened_on, cycle_days from int_opportunity")).toEqual({
      opened_on: "2025-02-10",
      cycle_days: null
    });
    expect(await warehouse.row("select opened, won, open_at_end from mart_pipeline_month where won = 1")).toEqual({
      opened: 1,
      won: 1,
      open_at_end: 0
    });
  });
});

describe("stages", () => {
  const log = (id: string, ...stages: string[]) =>
    stages.map((stage, i) => ({opportunity_id: id, stage, entered_at: `2025-01-${10 + i} 10:00:00`}));

  it("stand in the order in which most deals went, also where one skipped or came back", async () => {
    const deals = ["a", "b", "c", "d"].map((id) => deal(id));
    const stages = [
      ...log("a", "Talk", "Show", "Sign"),
      ...log("b", "Talk", "Show", "Talk", "Show", "Sign"),
      ...log("c", "Show", "Sign"),
      ...log("d", "Talk", "Sign")
    ];
    const warehouse = await of(deals, stages);
    expect(await warehouse.rows("select stage, place, order_from from int_pipeline_stage order by place")).toEqual(
      ["Talk", "Show", "Sign"].map((stage, i) => ({stage, place: i + 1, order_from: "history"}))
    );
    expect(
      await warehouse.rows("select from_stage, to_stage, moves from mart_pipeline_move where is_backward")
    ).toEqual([{from_stage: "Show", to_stage: "Talk", moves: 1}]);
    expect(await warehouse.row("select backward_moves, unordered_stages from mart_pipeline_summary")).toEqual({
      backward_moves: 1,
      unordered_stages: 0
    });
  });

  it("have no place where neither history nor a chance tells it, and are counted", async () => {
    const warehouse = await of([deal("a"), deal("b", {stage: "Show"})]);
    expect(await warehouse.rows("select place, order_from from int_pipeline_stage")).toEqual(
      [1, 2].map(() => ({place: null, order_from: "unknown"}))
    );
    expect(await warehouse.row("select unordered_stages, has_history from mart_pipeline_summary")).toEqual({
      unordered_stages: 2,
      has_history: false
    });
  });

  it("stand as configured, whatever the history", async () => {
    const warehouse = await of([deal("a")], log("a", "Talk", "Show"), {
      pipeline: {...settings.pipeline, stages: {Any: ["show", "talk"]}}
    });
    expect(await warehouse.rows("select stage from int_pipeline_stage order by place")).toEqual([
      {stage: "Show"},
      {stage: "Talk"}
    ]);
  });
});

it("a deal is overdue the day after it was to close, and quiet once its days are over", async () => {
  const given = [
    deal("due", {expected_close_on: "2025-03-31"}),
    deal("over", {expected_close_on: "2025-03-30", created_at: "2025-01-30 10:00:00"}),
    deal("fresh", {created_at: "2025-01-30 10:00:00"})
  ];
  const warehouse = await of(given);
  expect(
    await warehouse.rows(
      "select opportunity_id as id, slipped_days, quiet_days, is_stale from mart_open_opportunity order by 1"
    )
  ).toEqual([
    {id: "due", slipped_days: null, quiet_days: 80, is_stale: true},
    {id: "fresh", slipped_days: null, quiet_days: 60, is_stale: false},
    {id: "over", slipped_days: 1, quiet_days: 60, is_stale: false}
  ]);
  expect(await warehouse.rows("select opportunity_id as id from mart_pipeline_slipped order by place")).toEqual(
    ["over", "due", "fresh"].map((id) => ({id}))
  );
});

it("deals that the history or a lead names and the list does not have are counted once", async () => {
  const warehouse = await ModelledWarehouse.of(
    [
      insert(rawOpportunities, [deal("a")]),
      insert(rawOpportunityStages, [
        {opportunity_id: "a", stage: "Talk", entered_at: "2025-01-10 10:00:00"},
        {opportunity_id: "gone", stage: "Talk", entered_at: "2025-01-10 10:00:00"},
        {opportunity_id: "gone", stage: "Show", entered_at: "2025-01-12 10:00:00"}
      ]),
      insert(rawLeads, [
        {lead_id: "1", opportunity_id: "gone", is_converted: true, converted_at: "2025-01-10 10:00:00"},
        {lead_id: "2", opportunity_id: "lost", is_converted: true, converted_at: "2025-01-10 10:00:00"},
        {lead_id: "3", opportunity_id: "a", is_converted: true, converted_at: "2025-01-10 10:00:00"},
        {lead_id: "4"}
      ])
    ],
    {asOf},
    marts
  );
  expect(await warehouse.row("select opportunities, undelivered from mart_pipeline_summary")).toEqual({
    opportunities: 1,
    undelivered: 2
  });
});

it("a target is expected of only where the forecast covers the whole of what is left", async () => {
  const {fill} = randomPipeline(8, 240);
  const targets = ["2025-Q2", "2025-07", "2025-08", "2025-09", "2025-Q3"].map((period) => ({
    period,
    team: null,
    amount: 1000
  }));
  const warehouse = await ModelledWarehouse.of(
    fill,
    {asOf: "2025-06-20T12:00:00Z", pipeline: {...settings.pipeline, targets}},
    marts
  );
  const expected = await warehouse.rows(
    "select period, expected_value as of, foretold_ratio as ratio from mart_pipeline_target order by period"
  );
  expect(expected.map(({period, of, ratio}) => [period, of !== null, ratio !== null])).toEqual([
    ["2025-07", true, true],
    ["2025-08", true, true],
    ["2025-09", false, false],
    ["2025-Q2", true, true],
    ["2025-Q3", false, false]
  ]);
});

it("targets count what was won in their months, of all or of a team", async () => {
  const deals = [
    deal("a", {...won, amount: 300, team: "North"}),
    deal("b", {...won, amount: 200, closed_at: "2025-03-31 10:00:00"}),
    deal("c", {...lost, amount: 900})
  ];
  const targets = [
    {period: "2025-Q1", team: null, amount: 1000},
    {period: "2025-02", team: "North", amount: 200},
    {period: "2026-01", team: null, amount: 50}
  ];
  const warehouse = await of(deals, [], {pipeline: {...settings.pipeline, targets}});
  expect(
    await warehouse.rows("select period, team, state, won_value, reached_ratio from mart_pipeline_target order by 1")
  ).toEqual([
    {period: "2025-02", team: "North", state: "over", won_value: 300, reached_ratio: 1.5},
    {period: "2025-Q1", team: "all", state: "over", won_value: 500, reached_ratio: 0.5},
    {period: "2026-01", team: "all", state: "ahead", won_value: 0, reached_ratio: 0}
  ]);
});
