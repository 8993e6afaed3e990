import {join} from "node:path";
import {martCustomerValue} from "../../../models/marts/mart_customer_value.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {csvName} from "../../live/csv.ts";
import {asOfDay, writeMartCsv} from "../../martCsv.ts";
import {folderName} from "./takeAway.ts";

/** Writes every customer of whom something is foretold as one CSV file, the most valuable first. */
export async function writeFiles(warehouse: Warehouse, data: string): Promise<void> {
  const asOf = await asOfDay(warehouse);
  await writeMartCsv(warehouse, martCustomerValue, {
    file: join(data, folderName, csvName("value", asOf)),
    asOf,
    rest: "where expected_days is not null order by clv desc nulls last, expected_days desc, customer_id"
  });
}
