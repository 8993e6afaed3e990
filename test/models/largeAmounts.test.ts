import {afterEach, beforeEach, expect, it} from "vitest";
import {exposeRaw, openLedger} from "../../ingest/ledger.ts";
import {build} from "../../models/build.ts";
import type {Model} from "../../models/model.ts";
import {stgOrderLines} from "../../models/staging/stg_order_lines.ts";
import {stgOrders} from "../../models/staging/stg_orders.ts";
import {UserError} from "../../warehouse/error.ts";
import {emptyTableSql} from "../../warehouse/ddl.ts";
import {rawOrderLines} from "../../ingest/contracts/kinds.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {settings} from "./warehouseOf.ts";
import {enterLoad} from "./enterLoad.ts";

const asked = [stgOrderLines, stgOrders] as unknown as Model[];

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await Warehouse.open(":memory:");
  await openLedger(warehouse);
});
afterEach(() => warehouse.close());

/** Builds staging over lines of one order, of which each is [quantity, unit price]. */
async function buildLines(...lines: readonly (readonly [string, string])[]) {
  await warehouse.run(emptyTableSql(rawOrderLines, "delivered", "create temp table"));
  for (const [quantity, price] of lines) {
    await warehouse.run(
      `insert into delivered by name select 'o1' as order_id, ${quantity} as quantity, ${price} as unit_price,
       timestamp '2026-03-01' as ordered_at, '' as load_id, 1 as load_rank, 0 as load_row`
    );
  }
  await warehouse.run(
    "create table store.load_1 as select * exclude (load_id, load_rank, load_row), 0::bigint as problems, 0::smallint as rule from delivered"
  );
  await enterLoad(warehouse, {load_id: "1", kind: "order_lines"});
  await exposeRaw(warehouse, ["order_lines"]);
  await build(warehouse, asked, settings);
  return {
    lines: await warehouse.rows("select line_revenue::varchar as revenue from stg_order_lines order by load_row"),
    order: await warehouse.row("select units::varchar as units, net_revenue::varchar as revenue from stg_orders")
  };
}

it.each([
  ["1000", "12000000", "12000000000.0000"],
  ["5901234123457", "10", "59012341234570.0000"],
  ["90000.0001", "100000.0001", "9000000019.0000"],
  ["89999.9999", "99999.9999", "8999999981.0000"],
  ["0.0001", "0.5", "0.0001"],
  ["99999999999999.9999", "1", "99999999999999.9999"]
])("%s units at %s are %s, to the last digit", async (quantity, price, revenue) => {
  const {lines, order} = await buildLines([quantity, price], ["0", "0"]);
  expect(lines).toEqual([{revenue}, {revenue: "0.0000"}]);
  expect(order.revenue).toBe(revenue);
});

it.each([
  ["a line", "stg_order_lines", [["5901234123457", "100"]]],
  ["the sum of an order's lines", "stg_orders", [...Array<[string, string]>(12).fill(["5901234123457", "2"])]],
  ["the units of an order", "stg_orders", [...Array<[string, string]>(2).fill(["99999999999999", "0"])]]
] as const)("%s beyond 14 digits is named, and the marts before stay", async (_, model, lines) => {
  const failure = await buildLines(...lines).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UserError);
  expect((failure as Error).message).toMatch(
    new RegExp(
      `^build: ${model}: an amount has more than 14 digits before the point: .*the last good marts stay in place$`
    )
  );
});
