import {beforeAll, describe, expect, it} from "vitest";
import {martCustomer360} from "../../models/marts/mart_customer_360.ts";
import {martCustomerTimeline} from "../../models/marts/mart_customer_timeline.ts";
import {daylong} from "./randomCompany.ts";
import {asOf as today, randomRelations} from "./randomRelations.ts";
import {ModelledWarehouse} from "./warehouseOf.ts";

const asOf = new Date(today - 200 * daylong).toISOString().slice(0, 19);
const then = `timestamp '${asOf.replace("T", " ")}'`;

/** Rows that did not exist yet, and what was not known yet of those that did. */
const forget = [
  ...Object.entries({
    orders: "ordered_at",
    refunds: "refunded_at",
    tickets: "opened_at",
    feedback: "answered_at",
    activities: "happened_at",
    campaigns: "started_at",
    touches: "touched_at",
    consents: "recorded_at",
    loyalty_ledger: "happened_at",
    subscriptions: "started_at",
    opportunities: "created_at"
  }).map(([kind, at]) => `delete from raw_${kind} where ${at} > ${then}`),
  `update raw_tickets set solved_at = null, reopens = null where solved_at > ${then}`,
  `update raw_activities set completed_at = null, activity_status = null where completed_at > ${then}`,
  ...["opened_at", "clicked_at", "unsubscribed_at"].map(
    (at) => `update raw_touches set ${at} = null where ${at} > ${then}`
  ),
  ...["cancelled_at", "ended_at"].map(
    (at) => `update raw_subscriptions set ${at} = null, subscription_status = null where ${at} > ${then}`
  ),
  `update raw_opportunities set closed_at = null, is_won = false, is_lost = false where closed_at > ${then}`
];

describe("customers as of a past day are the customers of that day, with every kind of event", () => {
  const {fill} = randomRelations(31, 90);
  const build = (changes: string[] = []) =>
    ModelledWarehouse.of([...fill, ...changes], {asOf}, [martCustomer360, martCustomerTimeline]);
  let [whole, forgotten]: ModelledWarehouse[] = [];
  beforeAll(async () => {
    [whole, forgotten] = [await build(), await build(forget)];
  });

  it.each(["mart_customer_360", "mart_customer_timeline"])("%s", async (name) => {
    const rows = (warehouse: ModelledWarehouse) =>
      warehouse.rows(
        `select * from ${name} where customer_id in (select customer_id from mart_customer_timeline) order by all`
      );
    expect(await rows(whole!)).toEqual(await rows(forgotten!));
    expect((await rows(whole!)).length).toBeGreaterThan(60);
  });
});
