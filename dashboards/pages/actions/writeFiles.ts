import {join} from "node:path";
import {martAction} from "../../../models/marts/mart_action.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {asOfDay, writeMartCsv} from "../../martCsv.ts";
import type {Publish} from "../../page.ts";
import {showsBirthdays} from "./listed.ts";
import {actionsFile, folderName} from "./takeAway.ts";

/** Writes every action as one CSV file in the order of the list; birthdays only where names may be published, and without their day. */
export async function writeFiles(warehouse: Warehouse, folder: string, {personal}: Publish): Promise<void> {
  const [known] = await warehouse.rows("select as_of_on from int_as_of");
  if (!known) return;
  const asOf = await asOfDay(warehouse);
  await writeMartCsv(warehouse, martAction, {
    file: join(folder, folderName, actionsFile(asOf)),
    asOf,
    rest: `where action <> 'birthday' or ${showsBirthdays({personal})} order by overall_place, due_on nulls last, action`
  });
}
