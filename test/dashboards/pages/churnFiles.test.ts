import {existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, expect, test} from "vitest";
import {cardMarts} from "../../../dashboards/pages/churn/churnData.ts";
import {writeCard} from "../../../dashboards/pages/churn/writeCard.ts";
import {columnsOf} from "../../../warehouse/columns.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {data} from "./churnPage.ts";

const folder = mkdtempSync(join(tmpdir(), "perennial-card-"));
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const literal = (value: unknown): string =>
  value instanceof Date
    ? `date '${value.toISOString().slice(0, 10)}'`
    : typeof value === "string"
      ? `'${value.replaceAll("'", "''")}'`
      : String(value);

/** A warehouse that holds these rows of the marts that the card is made of. */
async function warehouseOf(rows: Record<string, readonly object[]>): Promise<Warehouse> {
  const warehouse = await Warehouse.open(":memory:");
  await warehouse.run("create table int_as_of as select date '2026-06-24' as as_of_on");
  for (const mart of cardMarts) {
    const names = columnsOf(mart.columns).map(({name}) => name);
    const select = (row: Record<string, unknown>) =>
      `select ${names.map((name) => `${literal(row[name] ?? null)} as "${name}"`).join(", ")}`;
    const selects = (rows[mart.name] ?? []).map((row) => select(row as Record<string, unknown>));
    await warehouse.run(
      `create table ${mart.name} as ${selects.length ? selects.join(" union all ") : `${select({})} where false`}`
    );
  }
  return warehouse;
}

const publish = {personal: [], minCell: 10, callsPerDay: 12};

test("a build writes the model card for people in both languages, and for programs", async () => {
  await writeCard(await warehouseOf(data), folder, publish);
  const read = (file: string) => readFileSync(join(folder, "churn", file), "utf8");
  expect(read("card-en.md")).toContain("| Boosted trees | 0.743 |");
  expect(read("card-zh.md")).toContain("| 提升树 | 0.743 |");
  const card = JSON.parse(read("card.json"));
  expect(card).toMatchObject({as_of: "2026-06-24", state: {uses: "model", trained_from_on: "2025-06-30"}});
  expect(card.methods.map(({method}: {method: string}) => method).sort()).toEqual([
    "alive",
    "base",
    "logistic",
    "recency",
    "trees"
  ]);
  expect(card.drivers).toHaveLength(5);
});

test("without a state there is no card to write", async () => {
  await writeCard(await warehouseOf({}), folder, publish);
  expect(existsSync(join(folder, "churn"))).toBe(false);
});
