import {join} from "node:path";
import {martItemPair} from "../../../models/marts/mart_item_pair.ts";
import {martItemRule} from "../../../models/marts/mart_item_rule.ts";
import {martNextProduct} from "../../../models/marts/mart_next_product.ts";
import {martReplenishmentDue} from "../../../models/marts/mart_replenishment_due.ts";
import type {Relation} from "../../../models/model.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {csvName} from "../../live/csv.ts";
import {asOfDay, writeMartCsv} from "../../martCsv.ts";
import type {Publish} from "../../page.ts";
import {folderName, type fileNames} from "./takeAway.ts";

/**
 * Writes all pairs and rules, every customer's three first new products and first of all, and who is due again for what, each as one CSV file. Pairs and rules of too
 * few customers are left out.
 */
export async function writeFiles(warehouse: Warehouse, data: string, {minCell}: Publish): Promise<void> {
  const asOf = await asOfDay(warehouse);
  const write = (mart: Relation, name: (typeof fileNames)[number], rest: string) =>
    writeMartCsv(warehouse, mart, {file: join(data, folderName, csvName(name, asOf)), asOf, rest});
  const shown = `where customers = 0 or customers >= ${minCell} order by place`;
  await write(martItemPair, "item-pairs", shown);
  await write(martItemRule, "item-rules", shown);
  await write(martNextProduct, "next-products", "where rank = 1 or new_rank <= 3 order by customer_id, rank");
  await write(martReplenishmentDue, "replenishment", "order by place");
}
