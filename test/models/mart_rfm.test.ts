import {describe, expect, it} from "vitest";
import {rawOrders} from "../../ingest/contracts/kinds.ts";
import {usualSegments} from "../../ingest/rfmConfig.ts";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {intCustomerOrders} from "../../models/intermediate/int_customer_orders.ts";
import {martRfm} from "../../models/marts/mart_rfm.ts";
import {martRfmGrid} from "../../models/marts/mart_rfm_grid.ts";
import {martRfmScore} from "../../models/marts/mart_rfm_score.ts";
import type {Settings} from "../../models/settings.ts";
import {askModel} from "./askModel.ts";
import {randomCompany, zone} from "./randomCompany.ts";
import {usual} from "./retention.ts";
import {lastDay} from "./oracle.ts";
import {scoredOn} from "./rfmOracle.ts";
import {insert, ModelledWarehouse} from "./warehouseOf.ts";

type Rfm = Settings["rfm"];

/** Days before as_of, orders and their sum, of one customer each. */
type Bought = readonly [days: number, orders: number, sum: number];

/** `R F M` of customers who bought so, in that order. */
async function scoresOf(bought: readonly Bought[], thresholds: Rfm["thresholds"] = {}): Promise<string[]> {
  const orders = bought.flatMap(([days, count, sum], i) =>
    Array.from({length: count}, (_, n) => ({
      order_id: `${i}-${n}`,
      customer_id: `C-${String(i).padStart(3, "0")}`,
      ordered_on: new Date(Date.UTC(2026, 5, 24 - days)),
      first_order_on: new Date(Date.UTC(2026, 5, 24 - days)),
      net_revenue: n ? 0 : sum,
      is_first_of_day: n === 0
    }))
  );
  const rows = await askModel(
    martRfm,
    [
      [intAsOf, [{as_of_on: "2026-06-24"}]],
      [intCustomerOrders, orders]
    ],
    {rfm: {...usual.rfm, thresholds}}
  );
  return rows.map((row) => [row.recency_score, row.frequency_score, row.monetary_score].join(" "));
}

describe("scores by limits", () => {
  it("a limit itself still belongs to the score before it: 5 at most the first, 1 beyond the last", async () => {
    const limits = {recency: [7, 30, 60, 90], frequency: [1, 2, 4, 8], monetary: [0, 50, 100.5, 200]};
    const bought: Bought[] = [
      [7, 1, 0],
      [8, 2, 50],
      [31, 3, 50.01],
      [61, 5, 100.51],
      [91, 9, 200.01]
    ];
    expect(await scoresOf(bought, limits)).toEqual(["5 1 1", "4 2 2", "3 3 3", "2 4 4", "1 5 5"]);
  });

  it("hold for one measure while the others stay with fifths", async () => {
    const bought: Bought[] = [1, 2, 3, 4, 5].map((n) => [n, n, 10 * n] as const);
    expect(await scoresOf(bought, {monetary: [25, 1000, 2000, 3000]})).toEqual([
      "5 1 1",
      "4 2 1",
      "3 3 2",
      "2 4 2",
      "1 5 2"
    ]);
  });

  it("and by fifths side by side are those of brute force, with the segment they name", async () => {
    const company = randomCompany(8);
    const by = (rfm: Rfm) => scoredOn(company, lastDay(company), rfm);
    const rows = await (
      await ModelledWarehouse.of(
        company.fill,
        {
          zone,
          rfm: {
            ...usual.rfm,
            windowDays: null,
            thresholds: {frequency: [1.5, 3, 5, 8.25], monetary: [-20, 35, 80, 400]}
          }
        },
        [martRfm]
      )
    ).rows("select recency_score, frequency_score, monetary_score, segment from mart_rfm order by all");
    const told = by({
      ...usual.rfm,
      windowDays: null,
      thresholds: {frequency: [1.5, 3, 5, 8.25], monetary: [-20, 35, 80, 400]}
    })
      .map((row) => [row.recency_score, row.frequency_score, row.monetary_score, row.segment])
      .sort();
    expect(rows.map(Object.values).sort()).toEqual(told);
  });

  it("say so beside what they stand for", async () => {
    const score = {customer_id: "C-1", recency_score: 5, frequency_score: 1, monetary_score: 1};
    const rows = await askModel(martRfmScore, [[martRfm, [score]]], {
      rfm: {...usual.rfm, thresholds: {recency: [7, 30, 60, 90]}}
    });
    expect(rows.map(({measure, has_limits}) => [measure, has_limits])).toEqual([
      ["frequency", false],
      ["monetary", false],
      ["recency", true]
    ]);
  });
});

describe("scores by fifths", () => {
  it("one customer is the most recent, least frequent and least valuable at once", async () => {
    expect(await scoresOf([[100, 3, 50]])).toEqual(["5 1 1"]);
  });

  it("of equal customers are equal", async () => {
    expect(new Set(await scoresOf(Array.from({length: 7}, () => [9, 2, 12.5] as const)))).toEqual(new Set(["5 1 1"]));
  });

  it("nobody who ordered is nobody to score", async () => {
    expect(await scoresOf([])).toEqual([]);
  });

  it("money paid back beyond what was bought stands below nothing", async () => {
    const bought: Bought[] = [-30, -10, 0, 10, 30].map((sum) => [1, 1, sum] as const);
    expect((await scoresOf(bought)).map((row) => row.at(-1))).toEqual(["1", "2", "3", "4", "5"]);
  });
});

describe("a table of segments with the monetary score", () => {
  const segments = [
    {...usualSegments[0]!, monetary: [5]},
    {...usualSegments[0]!, segment: "frequent_small", monetary: [1, 2, 3, 4]},
    ...usualSegments.slice(1)
  ];
  const rfm: Rfm = {windowDays: null, thresholds: {frequency: [0, 1, 2, 3], monetary: [10, 20, 30, 40]}, segments};

  it("tells customers of one cell apart by it", async () => {
    const orders = ["a", "b"].flatMap((customer_key) =>
      [1, 2, 3, 4].map((n) => ({
        order_id: `${customer_key}${n}`,
        customer_key,
        ordered_at: `2026-01-0${n} 12:00:00`,
        total: customer_key === "a" ? 5 : 50
      }))
    );
    const warehouse = await ModelledWarehouse.of([insert(rawOrders, orders)], {rfm}, [martRfm, martRfmGrid]);
    expect(await warehouse.rows("select monetary, segment from mart_rfm order by monetary")).toEqual([
      {monetary: 20, segment: "frequent_small"},
      {monetary: 200, segment: "champions"}
    ]);
    expect(await warehouse.rows("select segment from mart_rfm_grid where customers > 0")).toEqual([{segment: null}]);
  });

  it("leaves the cells that it does not divide their name", async () => {
    const rows = await askModel(martRfmGrid, [[intAsOf, [{}]]], {rfm});
    const divided = rows.filter(({segment}) => segment === null);
    expect(divided.map((row) => [row.recency_score, row.frequency_score])).toEqual([
      [4, 4],
      [4, 5],
      [5, 4],
      [5, 5]
    ]);
    const usualRows = await askModel(martRfmGrid, [[intAsOf, [{}]]]);
    for (const row of usualRows) {
      const [one] = usualSegments.filter(
        ({recency, frequency}) => recency.includes(row.recency_score) && frequency.includes(row.frequency_score)
      );
      expect(row.segment).toBe(one!.segment);
    }
  });
});
