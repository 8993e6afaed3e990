import {join} from "node:path";
import {martClosedLoop} from "../../../../models/marts/mart_closed_loop.ts";
import type {Warehouse} from "../../../../warehouse/warehouse.ts";
import {csvName} from "../../../live/csv.ts";
import {asOfDay, writeMartCsv} from "../../../martCsv.ts";
import {folderName} from "../files.ts";

/** Writes every case as one CSV file: those that nobody came back to first, then those unhappy again; highest revenue first. */
export async function writeFiles(warehouse: Warehouse, data: string): Promise<void> {
  const asOf = await asOfDay(warehouse);
  await writeMartCsv(warehouse, martClosedLoop, {
    file: join(data, folderName, csvName("closed-loop", asOf)),
    asOf,
    rest: `order by case when state in ('overdue', 'open') then 0 when state = 'repeated' then 1 else 2 end,
      net_revenue_365d desc, happened_on desc, case_id`
  });
}
