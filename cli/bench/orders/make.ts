import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {ordersSql, shop} from "./company.ts";
import {loadRows} from "./load.ts";
import {campaignRows, people} from "./people.ts";
import {events, sales} from "./sales.ts";

/** Fills the loads of a new warehouse with about so many orders, in the order in which they were placed, and what belongs to them, by SQL alone. */
export async function makeShop(warehouse: Warehouse, orders: number): Promise<void> {
  const customers = Math.round(orders / shop.ordersPerCustomer);
  await warehouse.run(`create table placed as select * from (${ordersSql(customers)}) order by placed_at`);
  await loadRows(warehouse, [...people(customers), ...campaignRows(customers), ...sales, ...events]);
  await warehouse.run("drop table placed");
  await warehouse.run("checkpoint");
}
