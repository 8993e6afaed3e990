import {expect, it} from "vitest";
import {openLedger} from "../../ingest/ledger.ts";
import {models} from "../../models/index.ts";
import {check} from "../../models/check.ts";
import {identities} from "../../models/identities.ts";
import {emptyTableSql} from "../../warehouse/ddl.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {enterLoad} from "./enterLoad.ts";

it("an identity that does not hold fails with both numbers, and the ledger keeps the outcome", async () => {
  const warehouse = await Warehouse.open(":memory:");
  await openLedger(warehouse);
  await enterLoad(warehouse, {
    load_id: "1",
    kind: "orders",
    rows_read: 10,
    rows_loaded: 7,
    rows_rejected: 1,
    rows_set_aside: 1
  });
  for (const model of models) await warehouse.run(emptyTableSql(model));
  const checks = await check(warehouse, []);
  expect(checks.length).toBe(identities.length);
  expect(checks.filter(({is_passed}) => !is_passed)).toEqual([
    {name: "every row read is loaded, rejected or set aside", subject: "identity", is_passed: false, detail: "10 ≠ 9"}
  ]);
  expect(await warehouse.row("select count(*) as n from ledger.checks where not is_passed")).toEqual({n: 1});
  warehouse.close();
});
