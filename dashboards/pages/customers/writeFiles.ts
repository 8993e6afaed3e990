import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {martCustomer360} from "../../../models/marts/mart_customer_360.ts";
import type {TimelineKind} from "../../../models/marts/timelineKinds.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import type {Publish} from "../../page.ts";
import {publishedPersonal} from "../../publishedColumns.ts";
import {listShards, offered, vocabulary} from "./listShards.ts";
import {profileShards} from "./profileShards.ts";
import {rowColumns, rowShards} from "./rowShards.ts";
import {folderName, type Loaded, type Manifest} from "./shape.ts";
import {groupNames, trailShards} from "./trailShards.ts";

/** The kinds of events that tell which data there is. */
const telling: Record<Exclude<keyof Loaded, "organisations">, TimelineKind[]> = {
  tickets: ["ticket"],
  feedback: ["feedback"],
  marketing: ["sent", "consent", "refusal"],
  loyalty: ["points", "subscribed"],
  activities: ["activity"],
  deals: ["opportunity"]
};

/** Which kinds of data the company has loaded. */
async function loaded(warehouse: Warehouse): Promise<Loaded> {
  const happened = (kinds: TimelineKind[]) =>
    `coalesce(bool_or(kind in (${kinds.map((kind) => `'${kind}'`).join(", ")})), false)`;
  const parts = Object.entries(telling).map(([name, kinds]) => `${happened(kinds)} as "${name}"`);
  const events = await warehouse.row<Loaded>(`select ${parts.join(", ")} from mart_customer_timeline`);
  const {parties} = await warehouse.row<{parties: number}>(
    "select count(distinct party) as parties from mart_customer_360"
  );
  return {...events, organisations: parties > 1};
}

/** Writes all customers for the browser: shards of the list, of when they ordered, of the full rows and of the profiles, and the manifest that names them. */
export async function writeFiles(warehouse: Warehouse, data: string, publish: Publish): Promise<void> {
  const personal = publishedPersonal(martCustomer360, publish.personal);
  const folder = join(data, folderName);
  await mkdir(folder, {recursive: true});
  const words = await vocabulary(warehouse);
  const lists = await listShards(warehouse, folder, personal, words);
  const trails = await trailShards(warehouse, folder);
  const rows = await rowShards(warehouse, folder, personal);
  const profiles = await profileShards(warehouse, folder, publish.personal);
  const manifest: Manifest = {
    customers: lists.reduce((sum, shard) => sum + shard.customers, 0),
    lists,
    trails,
    groups: await groupNames(warehouse),
    rows,
    columns: rowColumns(personal),
    profiles,
    personal,
    words: offered(words),
    has: await loaded(warehouse)
  };
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
}
