import {join} from "node:path";
import {martOpenOpportunity} from "../../../models/marts/mart_open_opportunity.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {csvName} from "../../live/csv.ts";
import {asOfDay, writeMartCsv} from "../../martCsv.ts";
import {folderName} from "./takeAway.ts";

/** Writes every open deal as one CSV file, in the order of the list. */
export async function writeFiles(warehouse: Warehouse, data: string): Promise<void> {
  const asOf = await asOfDay(warehouse);
  await writeMartCsv(warehouse, martOpenOpportunity, {
    file: join(data, folderName, csvName("open-deals", asOf)),
    asOf,
    rest: "order by is_slipped desc, is_stale desc, is_slow desc, worth desc, opportunity_id"
  });
}
