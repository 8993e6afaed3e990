import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {tableFromIPC, type Table} from "apache-arrow";
import {loading} from "../../../../dashboards/live/customers/loading.ts";
import type {Base} from "../../../../dashboards/live/customers/base.ts";
import {find, shardOf, type Found} from "../../../../dashboards/live/customers/lookup.ts";
import {writeFiles} from "../../../../dashboards/pages/customers/writeFiles.ts";
import type {Manifest, ProfileShard} from "../../../../dashboards/pages/customers/shape.ts";
import type {Warehouse} from "../../../../warehouse/warehouse.ts";

/** What the page's files hold, read as the browser reads them. */
export interface Published {
  folder: string;
  manifest: Manifest;
  base: Base;
  profile: (key: string) => Found;
  read: (file: string) => Buffer;
  remove: () => void;
}

/** Writes the files of a warehouse's customers and loads all of them. */
export async function published(warehouse: Warehouse, personal: readonly string[] = []): Promise<Published> {
  const data = mkdtempSync(join(tmpdir(), "perennial-customers-"));
  await writeFiles(warehouse, data, {personal, minCell: 10, callsPerDay: 12});
  const folder = join(data, "customers");
  const read = (file: string): Buffer => readFileSync(join(folder, file));
  const manifest = JSON.parse(read("manifest.json").toString()) as Manifest;
  const shards = loading(manifest, async (file): Promise<Table> => tableFromIPC(read(file)));
  await shards.more(Infinity);
  const parsed = new Map<string, ProfileShard>();
  const shardIn = (file: string): ProfileShard => {
    const shard = parsed.get(file) ?? (JSON.parse(read(file).toString()) as ProfileShard);
    parsed.set(file, shard);
    return shard;
  };
  return {
    folder,
    manifest,
    base: shards.base,
    profile: (key) => {
      const file = shardOf(manifest.profiles, key);
      return file === null ? {near: []} : find(shardIn(file), key);
    },
    read,
    remove: () => rmSync(data, {recursive: true})
  };
}
