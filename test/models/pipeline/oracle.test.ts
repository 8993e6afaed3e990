import {expect, it} from "vitest";
import {rawOpportunities} from "../../../ingest/contracts/kinds.ts";
import {martLossReason} from "../../../models/marts/mart_loss_reason.ts";
import {martPipelineGroup} from "../../../models/marts/mart_pipeline_group.ts";
import {martPipelineMonth} from "../../../models/marts/mart_pipeline_month.ts";
import {martPipelinePast} from "../../../models/marts/mart_pipeline_past.ts";
import {martPipelineSummary} from "../../../models/marts/mart_pipeline_summary.ts";
import {settings} from "../warehouseOf.ts";
import {insert, ModelledWarehouse} from "../warehouseOf.ts";
import {passing, stageOn, staysOf} from "./pipelineOracle.ts";
import {asOf, randomPipeline, stages} from "./randomPipeline.ts";

const changes = {asOf, pipeline: {...settings.pipeline, stages: {Trade: stages}}};
const asked = [martLossReason, martPipelineGroup, martPipelineMonth, martPipelinePast, martPipelineSummary];
const DAY = 86_400_000;

it.each([3, 11, 29])(
  "whatever the deals, stays, stages and past days are those of a plain count: seed %i",
  async (seed) => {
    const {deals, fill} = randomPipeline(seed, 260);
    const warehouse = await ModelledWarehouse.of(fill, changes, asked);

    const stays = await warehouse.rows("from int_opportunity_stay order by opportunity_id, position");
    const at = (value: unknown) => (value === null ? null : (value as Date).getTime());
    expect(
      stays.map((row) => [
        row.opportunity_id,
        row.stage,
        at(row.entered_at),
        at(row.left_at),
        row.exit,
        row.is_reopened,
        row.is_logged
      ])
    ).toEqual(
      deals.flatMap((deal) =>
        staysOf(deal).map((stay) => [
          deal.id,
          stay.stage,
          stay.entered,
          stay.left,
          stay.exit,
          stay.isReopened,
          stay.isLogged
        ])
      )
    );

    for (const stage of stages) {
      const row = await warehouse.row(
        `select entered, advanced, lost_here, still_here from mart_pipeline_stage where stage = '${stage}'`
      );
      expect([stage, row]).toEqual([stage, passing(deals, stage)]);
      expect(row.advanced + row.lost_here + row.still_here).toBe(row.entered);
    }

    const past = await warehouse.rows("from mart_pipeline_past where as_of_month < '2025-06-01'");
    expect(past.length).toBeGreaterThan(60);
    const days = [...new Set(past.map(({believed_on}) => believed_on as string))];
    for (const day of days) {
      const counts: Record<string, number> = {};
      for (const deal of deals) {
        const stage = stageOn(deal, Date.parse(day) / DAY);
        if (stage) counts[stage] = (counts[stage] ?? 0) + 1;
      }
      const rows = past.filter(({believed_on}) => believed_on === day);
      expect([day, Object.fromEntries(rows.map((row) => [row.stage, row.open_opportunities]))]).toEqual([day, counts]);
    }
  }
);

it.each([3, 11])(
  "everything adds up: opened − closed is open, groups and stages are the summary: seed %i",
  async (seed) => {
    const {fill, deals} = randomPipeline(seed, 260);
    const warehouse = await ModelledWarehouse.of(fill, changes, asked);
    const s = await warehouse.row("from mart_pipeline_summary");
    expect(s.open + s.won + s.lost).toBe(deals.length);
    expect(s.open_undated).toBeGreaterThan(0);
    expect(s.closed_undated).toBeGreaterThan(0);
    expect(s.reopened).toBeGreaterThan(0);
    expect(s.backward_moves).toBeGreaterThan(0);
    const pairs = [
      ["select arg_max(open_at_end, closed_month) from mart_pipeline_month", s.open - s.open_undated],
      ["select sum(won + lost) from mart_pipeline_month", s.won + s.lost - s.closed_undated],
      ["select sum(open) from mart_pipeline_stage", s.open],
      ["select sum(open_opportunities) from mart_pipeline_past where as_of_month = '2025-06-01'", s.open],
      ["select sum(open_value) from mart_pipeline_past where as_of_month = '2025-06-01'", s.open_worth],
      ["select sum(lost) from mart_loss_reason", s.lost_365d],
      [
        "select sum(expected_value) from mart_open_opportunity",
        "select sum(expected_open_value) from mart_pipeline_belief where months_before = 0 and months_ahead <= 2"
      ]
    ] as const;
    for (const [sql, value] of pairs) {
      const found = Object.values(await warehouse.row(sql))[0] as number;
      const wanted = typeof value === "number" ? value : (Object.values(await warehouse.row(value))[0] as number);
      expect([sql, found / wanted]).toEqual([sql, expect.closeTo(1, sql.includes("expected") ? 3 : 12)]);
      expect(found).toBeGreaterThan(0);
    }
    const groups = await warehouse.rows(
      "select dimension, sum(open) as open, sum(won) as won, sum(lost) as lost, sum(won_value) as value, sum(open_worth) as worth from mart_pipeline_group group by all"
    );
    expect(groups).toHaveLength(8);
    for (const {dimension, ...sums} of groups)
      expect([dimension, sums]).toEqual([
        dimension,
        {open: s.open, won: s.won_365d, lost: s.lost_365d, value: s.won_value_365d, worth: s.open_worth}
      ]);
  }
);

it("the chance of a past day is learned from what was over by then, by hand", async () => {
  const {fill, deals} = randomPipeline(5, 200);
  const warehouse = await ModelledWarehouse.of(fill, changes, asked);
  const {looked_on} = await warehouse.row("select looked_on from int_pipeline_day where months_before = 6");
  const monthOf = (at: number) => new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth();
  const days = (await warehouse.rows("select months_before, looked_on from int_pipeline_day order by 1")).map(
    (row) => ({before: row.months_before as number, at: Date.parse(row.looked_on as string)})
  );
  for (const ahead of [0, 1, 2]) {
    const tally = {open: 0, won: 0, all: 0, allWon: 0};
    for (const day of days.filter(({before}) => before - 6 > ahead))
      for (const deal of deals) {
        const stage = stageOn(deal, day.at / DAY);
        if (!stage) continue;
        const isWon = deal.state === "won" && monthOf(deal.closed!) - monthOf(day.at) === ahead;
        tally.all++;
        if (isWon) tally.allWon++;
        if (stage !== "Bid") continue;
        tally.open++;
        if (isWon) tally.won++;
      }
    const {chance, base_opportunities} = await warehouse.row(
      `select chance, base_opportunities from int_pipeline_snapshot where months_before = 6 and stage = 'Bid' and months_ahead = ${ahead}`
    );
    expect([looked_on, ahead, base_opportunities]).toEqual([looked_on, ahead, tally.open]);
    expect(chance).toBeCloseTo((tally.won + (10 * tally.allWon) / tally.all) / (tally.open + 10), 12);
    expect(chance).toBeGreaterThan(0);
  }
});

it("what happens later changes no forecast of the past", async () => {
  const {fill} = randomPipeline(8, 240);
  const later = insert(
    rawOpportunities,
    Array.from({length: 40}, (_, i) => ({
      opportunity_id: `later${i}`,
      pipeline: "Trade",
      stage: "Closed Won",
      amount: 9000,
      is_won: true,
      created_at: "2025-03-25 10:00:00",
      closed_at: "2025-04-02 10:00:00"
    }))
  );
  const forecasts = async (extra: string[]) =>
    (await ModelledWarehouse.of([...fill, ...extra], changes, asked)).rows(
      `select as_of_month, closes_month, open_opportunities, open_value, expected_open_value, expected_value, low, high, naive_value
       from mart_pipeline_belief where believed_on < '2025-03-25' order by 1, 2`
    );
  const [before, after] = [await forecasts([]), await forecasts([later])];
  expect(before.filter(({low}) => low !== null).length).toBeGreaterThan(20);
  expect(after).toEqual(before);
});
