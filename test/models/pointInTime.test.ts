import {expect, it} from "vitest";
import {models} from "../../models/index.ts";
import {addMonths, lastDay, snapshotDays} from "./oracle.ts";
import {daylong, isoDay, randomCompany, zone} from "./randomCompany.ts";
import {ModelledWarehouse} from "./warehouseOf.ts";

const churn = {horizonDays: 60, snapshots: 12};
const features = "* exclude (is_horizon_closed, has_churned)";

it("altering the future changes no feature of the past", async () => {
  const company = randomCompany(11);
  const cut = snapshotDays(lastDay(company), 12, 0)[6]!;
  const after = new Date((cut + 1) * daylong - 8 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
  const future = [
    `delete from raw_orders where ordered_at >= '${after}' and hash(order_id) % 2 = 0`,
    `delete from raw_order_lines where order_id not in (select order_id from raw_orders)`,
    `update raw_orders set is_cancelled = not is_cancelled, refunded = 1 where ordered_at >= '${after}'`,
    `update raw_tickets set opened_at = '${after}' where opened_at >= '${after}'`,
    `update raw_feedback set score = 10 - score where answered_at >= '${after}'`
  ];
  const asOf = new Date(lastDay(company) * daylong).toISOString();
  const past = `select ${features} from mart_churn_features where snapshot_on <= '${isoDay(cut)}' order by customer_id, snapshot_on`;
  const before = await (await ModelledWarehouse.of(company.fill, {zone, churn, asOf})).rows(past);
  const altered = await (await ModelledWarehouse.of([...company.fill, ...future], {zone, churn, asOf})).rows(past);
  expect(before.length).toBeGreaterThan(200);
  expect(altered).toEqual(before);
});

it("a warehouse built as of a past day is the warehouse of that day", async () => {
  const company = randomCompany(12);
  const day = addMonths(lastDay(company), -5);
  const asOf = new Date((day + 1) * daylong - 8 * 3_600_000 - 1).toISOString();
  const then = `'${asOf.slice(0, 23).replace("T", " ")}'`;
  const forget = [
    `delete from raw_orders where ordered_at > ${then}`,
    `delete from raw_order_lines where order_id not in (select order_id from raw_orders)`,
    `delete from raw_tickets where opened_at > ${then}`,
    `delete from raw_feedback where answered_at > ${then}`
  ];
  const whole = await ModelledWarehouse.of(company.fill, {zone, asOf});
  const only = await ModelledWarehouse.of([...company.fill, ...forget], {zone, asOf});
  for (const mart of ["mart_cohort_retention", "mart_rfm", "mart_churn_risk", "mart_revenue_bridge", "mart_ledger"]) {
    const rows = (warehouse: ModelledWarehouse) => warehouse.rows(`select * from ${mart} order by all`);
    expect(await rows(whole)).toEqual(await rows(only));
  }
});

it("the number of threads changes no bit of any mart", async () => {
  const company = randomCompany(13);
  const one = await ModelledWarehouse.of(["set threads = 1", ...company.fill], {zone});
  const four = await ModelledWarehouse.of(["set threads = 4", ...company.fill], {zone});
  for (const {name} of models) {
    const rows = (warehouse: ModelledWarehouse) => warehouse.rows(`select * from "${name}" order by all`);
    expect({name, rows: await rows(four)}).toEqual({name, rows: await rows(one)});
  }
});
