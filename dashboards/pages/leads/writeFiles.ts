import {join} from "node:path";
import {martLeadScore} from "../../../models/marts/mart_lead_score.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {csvName} from "../../live/csv.ts";
import {asOfDay, writeMartCsv} from "../../martCsv.ts";
import {folderName} from "./takeAway.ts";

/** Writes every open lead as one CSV file, the likeliest first. */
export async function writeFiles(warehouse: Warehouse, folder: string): Promise<void> {
  const [known] = await warehouse.rows("select as_of_on from int_as_of");
  if (!known) return;
  const asOf = await asOfDay(warehouse);
  await writeMartCsv(warehouse, martLeadScore, {
    file: join(folder, folderName, csvName("leads", asOf)),
    asOf,
    rest: "order by place"
  });
}
