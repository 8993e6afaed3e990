import {mkdtempSync, readFileSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {intAsOf} from "../../../models/intermediate/int_as_of.ts";
import {martCustomerValue} from "../../../models/marts/mart_customer_value.ts";
import {takeAway} from "../../../dashboards/pages/value/takeAway.ts";
import {writeFiles} from "../../../dashboards/pages/value/writeFiles.ts";
import {emptyTableSql} from "../../../warehouse/ddl.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";

let warehouse: Warehouse;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "perennial-value-"));
  warehouse = await Warehouse.open(":memory:");
  for (const relation of [intAsOf, martCustomerValue]) await warehouse.run(emptyTableSql(relation));
  await warehouse.run(`
    insert into int_as_of by name
    select '2026-06-24 12:00:00'::timestamp as as_of_at, '2026-06-24'::date as as_of_on, '2026-06-01'::date as as_of_month,
      false as is_month_complete, '2026-05-01'::date as last_complete_month, 91 as horizon_days`);
  await warehouse.run(`
    insert into mart_customer_value by name
    select 'C-' || lpad(n::varchar, 12, '0') as customer_id, n % 4 as repeat_days, 30 as last_age_days, 90 as age_days, if(n = 7, null, n / 3.0) as expected_days,
      if(n % 5 = 0, null, 10.25 * (n % 50)) as clv, 365 as horizon_days, 'mbg_nbd' as model
    from range(1, 5001) as r(n)`);
});
afterAll(() => {
  warehouse.close();
  rmSync(folder, {recursive: true});
});

test("every customer of whom something is foretold is a line of the file that the page names, the most valuable first", async () => {
  await writeFiles(warehouse, folder);
  const file = takeAway("2026-06-24").replace("/data/", "");
  expect(readdirSync(join(folder, "value"))).toEqual([file.replace("value/", "")]);
  const [head, ...lines] = readFileSync(join(folder, file), "utf8").trimEnd().split("\r\n");
  expect(head).toMatch(/^\ufeffcustomer_id,.*,as_of,filter$/);
  expect(lines).toHaveLength(4999);
  expect(lines.every((line) => line.endsWith(",2026-06-24,"))).toBe(true);
  const at = head!.split(",").indexOf("clv");
  const clv = lines.map((line) => line.split(",")[at]!);
  const known = clv.filter((text) => text !== "").map(Number);
  expect(known).toEqual(known.toSorted((a, b) => b - a));
  expect(clv.slice(known.length).every((text) => text === "")).toBe(true);
});
