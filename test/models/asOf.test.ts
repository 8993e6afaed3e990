import {expect, it} from "vitest";
import {rawActivities, rawOrders} from "../../ingest/contracts/kinds.ts";
import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {instantOf} from "../../models/settingsOf.ts";
import {stgOrders} from "../../models/staging/stg_orders.ts";
import {insert, ModelledWarehouse} from "./warehouseOf.ts";

const orders = (...instants: string[]) => [
  insert(
    rawOrders,
    instants.map((ordered_at) => ({order_id: ordered_at, ordered_at, total: 1}))
  )
];
const found = async (fill: string[], asOf: string, zone: string) => {
  const warehouse = await ModelledWarehouse.of(fill, {zone, asOf: instantOf(asOf, zone)}, [stgOrders]);
  return (await warehouse.rows("select order_id from stg_orders order by all")).map(({order_id}) => order_id as string);
};

it("the machine's clock is in another zone than the companies", () => {
  expect(new Date("2026-06-30T00:00:00").getTimezoneOffset()).not.toBe(0);
});

it.each([
  ["UTC", "2026-06-30", "2026-06-30 23:59:59", "2026-07-01 00:00:00"],
  ["Europe/London", "2026-06-30", "2026-06-30 22:59:59", "2026-06-30 23:00:00"],
  ["Europe/London", "2026-01-31", "2026-01-31 23:59:59", "2026-02-01 00:00:00"],
  ["Asia/Shanghai", "2026-06-30T12:00:00+08:00", "2026-06-30 04:00:00", "2026-06-30 04:00:01"]
])("in %s, %s ends after %s and before %s", async (zone, asOf, last, first) => {
  expect(await found(orders(last, first), asOf, zone)).toEqual([last]);
});

it("is the last order, ticket or answer; the last event of another kind only where there is none of those", async () => {
  const visits = insert(rawActivities, [
    {activity_id: "v", activity_type: "visit", happened_at: "2026-07-09 10:00:00"}
  ]);
  const asOf = async (fill: string[]) =>
    (await (await ModelledWarehouse.of(fill, {}, [intAsOf])).rows("select as_of_at from int_as_of"))[0]?.as_of_at;
  expect(await asOf([visits])).toEqual(new Date("2026-07-09T10:00:00Z"));
  expect(await asOf([visits, ...orders("2026-06-30 09:00:00")])).toEqual(new Date("2026-06-30T09:00:00Z"));
});
