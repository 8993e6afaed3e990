import {join} from "node:path";
import {martChurnWarning} from "../../../models/marts/mart_churn_warning.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {csvName} from "../../live/csv.ts";
import {asOfDay, writeMartCsv} from "../../martCsv.ts";
import type {Publish} from "../../page.ts";
import {cardFolder} from "./cardLinks.ts";
import {writeCard} from "./writeCard.ts";

/** Writes the model card of this build, and every warning of every customer as one CSV file, the most severe first. */
export async function writeFiles(warehouse: Warehouse, folder: string, publish: Publish): Promise<void> {
  await writeCard(warehouse, folder, publish);
  const [known] = await warehouse.rows("select as_of_on from int_as_of");
  if (!known) return;
  const asOf = await asOfDay(warehouse);
  await writeMartCsv(warehouse, martChurnWarning, {
    file: join(folder, cardFolder, csvName("warnings", asOf)),
    asOf,
    rest: "order by severity desc, customer_id, warning"
  });
}
