import {join} from "node:path";
import {martOpenTicket} from "../../../models/marts/mart_open_ticket.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {csvName} from "../../live/csv.ts";
import {asOfDay, writeMartCsv} from "../../martCsv.ts";
import {folderName} from "./takeAway.ts";

/** Writes every open ticket as one CSV file, the most overdue first, those without a promise last. */
export async function writeFiles(warehouse: Warehouse, data: string): Promise<void> {
  const asOf = await asOfDay(warehouse);
  await writeMartCsv(warehouse, martOpenTicket, {
    file: join(data, folderName, csvName("open-tickets", asOf)),
    asOf,
    rest: "order by remaining_minutes nulls last, age_days desc, ticket_id"
  });
}
