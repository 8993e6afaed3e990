import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {martCustomer360} from "../../../models/marts/mart_customer_360.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import type {Publish} from "../../page.ts";
import {publishedPersonal} from "../../publishedColumns.ts";
import {listShards} from "./listShards.ts";
import {profileShards} from "./profileShards.ts";
import {folderName, type Manifest} from "./shape.ts";

/** Writes all customers for the browser: shards of the list and of the profiles, and the manifest that names them. */
export async function writeFiles(warehouse: Warehouse, data: string, publish: Publish): Promise<void> {
  const personal = publishedPersonal(martCustomer360, publish.personal);
  const folder = join(data, folderName);
  await mkdir(folder, {recursive: true});
  const has = await warehouse.row<Manifest["has"]>(
    `select coalesce(bool_or(kind = 'ticket'), false) as tickets, coalesce(bool_or(kind = 'feedback'), false) as feedback
     from mart_customer_timeline`
  );
  const lists = await listShards(warehouse, folder, personal);
  const profiles = await profileShards(warehouse, folder, personal);
  const customers = lists.reduce((sum, shard) => sum + shard.customers, 0);
  const manifest: Manifest = {customers, lists, profiles, personal, has};
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
}
