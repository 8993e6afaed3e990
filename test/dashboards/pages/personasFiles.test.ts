import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {customerFile, folderName} from "../../../dashboards/pages/personas/files.ts";
import {writeFiles} from "../../../dashboards/pages/personas/writeFiles.ts";
import {intAsOf} from "../../../models/intermediate/int_as_of.ts";
import {martAttributeSegment} from "../../../models/marts/mart_attribute_segment.ts";
import {martPersonaCustomer} from "../../../models/marts/mart_persona_customer.ts";
import {emptyTableSql} from "../../../warehouse/ddl.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";

let warehouse: Warehouse;
let folder: string;
const publish = {personal: [], minCell: 10, callsPerDay: 12};

/** Three personas of 40, 30 and 5 customers. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "perennial-personas-"));
  warehouse = await Warehouse.open(":memory:");
  for (const relation of [intAsOf, martAttributeSegment, martPersonaCustomer])
    await warehouse.run(emptyTableSql(relation));
  await warehouse.run(`
    insert into int_as_of by name
    select '2026-06-24 12:00:00'::timestamp as as_of_at, '2026-06-24'::date as as_of_on, '2026-06-01'::date as as_of_month,
      false as is_month_complete, '2026-05-01'::date as last_complete_month, 91 as horizon_days`);
  await warehouse.run(`
    insert into mart_persona_customer by name
    select 'C-' || n as customer_id, case when n <= 40 then 1 when n <= 70 then 2 else 3 end as persona, n as place,
      n / 10 as distance, true as is_core, false as is_example, 3 as orders, 10 as net_revenue, 5 as net_revenue_365d
    from range(1, 76) as r(n)`);
});
afterAll(() => {
  warehouse.close();
  rmSync(folder, {recursive: true});
});

test("the customers of each persona are one file, typical ones first; too few are in none, nor those that give them away", async () => {
  await writeFiles(warehouse, folder, publish);
  const files = readdirSync(join(folder, folderName));
  expect(files.toSorted()).toEqual(["perennial-attributes-2026-06-24.csv", "perennial-persona-1-2026-06-24.csv"]);
  const lines = readFileSync(join(folder, folderName, customerFile(1, "2026-06-24")), "utf8")
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(41);
  expect(lines[1]).toContain("C-1,");
  expect(lines[40]).toContain("C-40,");
});

test("where the operator withholds nothing, every persona has its file", async () => {
  await writeFiles(warehouse, join(folder, "all"), {...publish, minCell: 0});
  const files = readdirSync(join(folder, "all", folderName));
  expect(files).toHaveLength(4);
});
