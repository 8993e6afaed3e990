import {afterAll, beforeAll, expect, test} from "vitest";
import {z} from "zod";
import {publishedPersonal} from "../../dashboards/publishedColumns.ts";
import {readMart} from "../../dashboards/readMart.ts";
import * as c from "../../warehouse/columns.ts";
import {emptyTableSql} from "../../warehouse/ddl.ts";
import type {Relation} from "../../warehouse/relation.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";

const mart: Relation = {
  name: "mart_watch",
  title: {en: "Who is watched.", zh: "关注对象。"},
  grain: ["customer_id"],
  columns: z.strictObject({
    customer_id: c.id("Key.", "编号。"),
    owner: c.text("Who looks after them.", "负责人。", "personal").nullable(),
    email: c.text("Address.", "邮箱。", "personal").nullable(),
    orders: c.count("Orders.", "订单数。")
  })
} as Relation;

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open(":memory:");
  await warehouse.run(emptyTableSql(mart));
  await warehouse.run("insert into mart_watch values ('C-2', 'Chen Y.', 'b@example.org', 2), ('C-1', null, null, 1)");
});
afterAll(() => warehouse.close());

test("a page never sees a personal column that the operator does not publish", async () => {
  expect(await readMart(warehouse)(mart)).toEqual([
    {customer_id: "C-1", orders: 1},
    {customer_id: "C-2", orders: 2}
  ]);
});

test("a personal column that the operator names is there, and no other", async () => {
  expect(await readMart(warehouse, ["owner"])(mart)).toEqual([
    {customer_id: "C-1", owner: null, orders: 1},
    {customer_id: "C-2", owner: "Chen Y.", orders: 2}
  ]);
  expect(publishedPersonal(mart, ["orders", "owner"])).toEqual(["owner"]);
});
