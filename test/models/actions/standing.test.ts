import {expect, it} from "vitest";
import {rawActivities, rawFeedback, rawOpportunities} from "../../../ingest/contracts/kinds.ts";
import {intAsOf} from "../../../models/intermediate/int_as_of.ts";
import {martActionDue} from "../../../models/marts/mart_action_due.ts";
import {martChurnWatch} from "../../../models/marts/mart_churn_watch.ts";
import {martReplenishmentDue} from "../../../models/marts/mart_replenishment_due.ts";
import {askModel} from "../askModel.ts";
import {insert} from "../warehouseOf.ts";
import {build, due} from "./actionWarehouse.ts";

it("detractors nobody called, until somebody does", async () => {
  const scores = insert(
    rawFeedback,
    ["a", "b"].map((key) => ({
      response_id: key,
      customer_key: key,
      answered_at: "2026-06-20 09:00:00",
      instrument: "nps",
      score: 3
    }))
  );
  const called = insert(rawActivities, [
    {activity_id: "1", customer_key: "b", activity_type: "call", happened_at: "2026-06-22 09:00:00"},
    {activity_id: "2", customer_key: "a", activity_type: "visit", due_at: "2026-07-03 09:00:00"},
    {activity_id: "3", customer_key: "c", activity_type: "task", due_at: "2026-06-18 09:00:00"},
    {
      activity_id: "4",
      customer_key: "c",
      activity_type: "call",
      due_at: "2026-06-25 09:00:00",
      activity_status: "Open"
    },
    {
      activity_id: "5",
      customer_key: "c",
      activity_type: "call",
      due_at: "2026-06-10 09:00:00",
      activity_status: "Done"
    },
    {activity_id: "6", customer_key: "c", activity_type: "call", due_at: "2026-03-10 09:00:00"},
    {
      activity_id: "7",
      customer_key: "d",
      activity_type: "task",
      due_at: "2026-06-18 09:00:00",
      completed_at: "2026-06-19 09:00:00"
    }
  ]);
  const deal = insert(rawOpportunities, [
    {
      opportunity_id: "1",
      customer_key: "a",
      created_at: "2026-06-01 09:00:00",
      amount: 1000,
      stage: "Proposal",
      is_won: false,
      is_lost: false
    },
    ...[2, 3, 4].map((n) => ({
      opportunity_id: String(n),
      customer_key: "z",
      stage: "Closed",
      created_at: "2026-01-01 09:00:00",
      closed_at: "2026-02-01 09:00:00",
      amount: 100,
      is_won: n > 2,
      is_lost: n === 2
    }))
  ]);
  const built = await build([scores, called, deal]);
  expect(await due(built, "detractor")).toMatchObject([{key: "a", reason_count: 3, reason_days: 10}]);
  const [followUp, late, ...others] = await due(built, "follow_up");
  // Of four the oldest that is not too old and not done; the fourth was due before what is listed.
  expect(late).toMatchObject({key: "c", due_on: "2026-06-18", items: 2, reason_text: "task", value: null});
  expect(others).toEqual([]);
  expect(followUp).toMatchObject({
    key: "a",
    due_on: "2026-07-03",
    reason_text: "visit",
    reason_count: 1,
    amount: 1000
  });
  // Two of three are won.
  expect(followUp!.value).toBeCloseTo(666.6667, 3);
});

it("the reason of a refill is of the product that is due first", async () => {
  const rows = await askModel(martActionDue, [
    [intAsOf, [{as_of_on: "2026-06-30"}]],
    [
      martReplenishmentDue,
      [
        {customer_id: "a", item_id: "1", product_name: "Board", due_on: "2026-07-03", place: 1, usual_gap_days: 131},
        {customer_id: "a", item_id: "2", product_name: "Corkscrew", due_on: "2026-06-26", place: 2, usual_gap_days: 60}
      ]
    ]
  ]);
  expect(rows).toMatchObject([{action: "replenishment", items: 2, reason_text: "Corkscrew", reason_days: 60}]);
});

it("whose risk is low is not called to be kept", async () => {
  const bands = ["low", "medium", "high", null];
  const rows = await askModel(martActionDue, [
    [intAsOf, [{as_of_on: "2026-06-30"}]],
    [martChurnWatch, bands.map((risk_band, i) => ({place: i + 1, customer_id: String(risk_band), risk_band}))]
  ]);
  expect(rows.map(({customer_id}) => customer_id).toSorted()).toEqual(["high", "medium", "null"]);
});
