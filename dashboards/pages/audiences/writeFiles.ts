import {join} from "node:path";
import {martAudienceMember} from "../../../models/marts/mart_audience_member.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {asOfDay, writeMartCsv} from "../../martCsv.ts";
import type {Publish} from "../../page.ts";
import {isWithheld} from "../../withheld.ts";
import {folderName, memberFile} from "./memberFile.ts";

/** Writes the members of each audience as one CSV file under their pseudonyms, the greatest revenue first; none of too few customers. */
export async function writeFiles(warehouse: Warehouse, folder: string, {minCell}: Publish): Promise<void> {
  const audiences = await warehouse.rows<{audience: string; customers: number}>(
    "select audience, customers from mart_audience where customers > 0 order by position"
  );
  if (!audiences.length) return;
  const asOf = await asOfDay(warehouse);
  for (const {audience, customers} of audiences) {
    if (isWithheld(customers, minCell)) continue;
    await writeMartCsv(warehouse, martAudienceMember, {
      file: join(folder, folderName, memberFile(audience, asOf)),
      asOf,
      // A name of the configuration: lower-case letters, digits and underscores.
      rest: `where audience = '${audience}' order by net_revenue_365d desc, customer_id`
    });
  }
}
