import {beforeAll, describe, expect, it} from "vitest";
import {models} from "../../models/index.ts";
import {addMonths, lastDay, snapshotDays} from "./oracle.ts";
import {daylong, isoDay, randomCompany, zone} from "./randomCompany.ts";
import {ModelledWarehouse} from "./warehouseOf.ts";
import {usual} from "./retention.ts";

const churn = {...usual.churn, horizonDays: 60, snapshots: 12};
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
  const past = `select ${features} from int_churn_features where snapshot_on <= '${isoDay(cut)}' order by customer_id, snapshot_on`;
  const before = await (await ModelledWarehouse.of(company.fill, {zone, churn, asOf})).rows(past);
  const altered = await (await ModelledWarehouse.of([...company.fill, ...future], {zone, churn, asOf})).rows(past);
  expect(before.length).toBeGreaterThan(200);
  expect(altered).toEqual(before);
});

describe("a warehouse built as of a past day is the warehouse of that day", () => {
  const company = randomCompany(12);
  const day = addMonths(lastDay(company), -5);
  const asOf = new Date((day + 1) * daylong - 8 * 3_600_000 - 1).toISOString();
  const then = `timestamp '${asOf.slice(0, 23).replace("T", " ")}'`;
  const hours = (salt: string, most: number) => `to_hours((hash(ticket_id || '${salt}') % ${most})::bigint)`;
  const served = [
    `update raw_customers set registered_at = timestamp '2024-01-01' + to_days((hash(customer_key) % 900)::integer)`,
    `update raw_customers set updated_at = registered_at + to_days((hash(customer_key || 'changed') % 300)::integer)`,
    `update raw_tickets set solved_at = opened_at + ${hours("solved", 5000)}, ticket_status = 'solved', reopens = hash(ticket_id) % 3 where hash(ticket_id) % 4 > 0`,
    `update raw_tickets set ticket_status = 'closed' where hash(ticket_id) % 8 = 0`,
    `update raw_tickets set first_replied_at = opened_at + ${hours("replied", 2000)} where hash(ticket_id) % 3 = 0`,
    `update raw_tickets set first_reply_minutes = 60 * (hash(ticket_id) % 5000) where hash(ticket_id) % 3 > 0`
  ];
  const forget = [
    `delete from raw_orders where ordered_at > ${then}`,
    `delete from raw_order_lines where order_id not in (select order_id from raw_orders)`,
    `delete from raw_tickets where opened_at > ${then}`,
    `delete from raw_feedback where answered_at > ${then}`,
    `delete from raw_customers where registered_at > ${then}`,
    `update raw_customers set updated_at = null where updated_at > ${then}`,
    `update raw_tickets set solved_at = null, ticket_status = 'open', reopens = 0 where solved_at > ${then}`,
    `update raw_tickets set first_replied_at = null where first_replied_at > ${then}`,
    `update raw_tickets set first_reply_minutes = null where opened_at + to_minutes(first_reply_minutes::bigint) > ${then}`
  ];
  const alter = [
    `update raw_tickets set ticket_status = if(hash(ticket_id) % 3 = 0, 'merged', 'open'), solved_at = solved_at + interval 9 days where solved_at > ${then}`,
    `update raw_tickets set first_replied_at = first_replied_at + interval 9 days where first_replied_at > ${then}`
  ];
  const build = (...changes: string[][]) =>
    ModelledWarehouse.of([...company.fill, ...served, ...changes.flat()], {zone, asOf});
  let whole: ModelledWarehouse;
  beforeAll(async () => {
    whole = await build();
  });

  it("holds tickets that were solved, answered or closed later", async () => {
    expect(
      await whole.row(
        `select count(*) filter (solved_at > ${then} and opened_at <= ${then}) > 4 as solved,
                count(*) filter (opened_at <= ${then} and opened_at + to_minutes(first_reply_minutes::bigint) > ${then}) > 2 as replied
         from raw_tickets`
      )
    ).toEqual({solved: true, replied: true});
  });

  it.each([
    ["what came later is not there", forget],
    ["what came later is another", alter]
  ])("%s", async (_, changes) => {
    const other = await build(changes);
    for (const name of models.map(({name}) => name).filter((name) => name.startsWith("mart_"))) {
      const rows = (warehouse: ModelledWarehouse) => warehouse.rows(`select * from ${name} order by all`);
      expect({name, rows: await rows(other)}).toEqual({name, rows: await rows(whole)});
    }
  });
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
