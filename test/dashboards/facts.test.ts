import {expect, test} from "vitest";
import {siteFacts} from "../../dashboards/facts.ts";
import {configSchema} from "../../ingest/config.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";

async function privacy(publish: object): Promise<{en: string; zh: string}> {
  const warehouse = await Warehouse.open(":memory:");
  await warehouse.run("create table int_as_of as select date '2026-06-24' as as_of_on");
  await warehouse.run("create schema if not exists ledger");
  await warehouse.run("create table ledger.loads (loaded_at timestamp, rows_read bigint, rows_rejected bigint)");
  const config = configSchema.parse({
    company: {name: "Toy", zone: "Europe/London", currency: "GBP"},
    sources: {shop: {kind: "orders", files: "x.csv"}},
    publish
  });
  const facts = await siteFacts(warehouse, config, []);
  warehouse.close();
  return facts.privacy as {en: string; zh: string};
}

test("every page says what it holds and what it withholds, in both languages", async () => {
  expect(await privacy({})).toEqual({
    en: "Pages hold pseudonymous keys only; groups under 10 customers are withheld.",
    zh: "页面只含假名化编号；少于 10 位客户的分组不予显示。"
  });
  expect(await privacy({personal: ["email"], min_cell: 0})).toEqual({
    en: "Pages hold personal columns: email.",
    zh: "页面含个人信息列：email。"
  });
});
