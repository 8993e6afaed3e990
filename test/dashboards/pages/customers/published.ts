import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {tableFromIPC, type Table} from "apache-arrow";
import {loading} from "../../../../dashboards/live/customers/loading.ts";
import {loadTrails} from "../../../../dashboards/live/customers/trails.ts";
import type {Base} from "../../../../dashboards/live/customers/base.ts";
import {follow} from "../../../../dashboards/live/customers/lookup.ts";
import {takeAway} from "../../../../dashboards/live/customers/takeAway.ts";
import {writeFiles} from "../../../../dashboards/pages/customers/writeFiles.ts";
import type {ProfileShard} from "../../../../dashboards/pages/customers/profileShape.ts";
import type {Manifest} from "../../../../dashboards/pages/customers/shape.ts";
import type {Warehouse} from "../../../../warehouse/warehouse.ts";

/** What the page's files hold, read as the browser reads them. */
export interface Published {
  folder: string;
  manifest: Manifest;
  base: Base;
  profile: (key: string) => ReturnType<typeof follow>;
  /** The CSV of rows of the list, and the files that it took. */
  csv: (rows: Uint32Array, filter?: string) => Promise<{text: string; files: string[]}>;
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
  const fetchTable = (file: string): Promise<Table> => Promise.resolve(tableFromIPC(read(file)));
  const shards = loading(manifest, fetchTable);
  await shards.more(Infinity);
  shards.base.trails = await loadTrails(manifest, fetchTable);
  const parsed = new Map<string, ProfileShard>();
  const shardIn = (file: string): Promise<ProfileShard> => {
    const shard = parsed.get(file) ?? (JSON.parse(read(file).toString()) as ProfileShard);
    parsed.set(file, shard);
    return Promise.resolve(shard);
  };
  return {
    folder,
    manifest,
    base: shards.base,
    profile: (key) => follow(manifest.profiles, key, shardIn),
    csv: async (rows, filter = "") => {
      const files: string[] = [];
      const lines = (file: string) => {
        files.push(file);
        return Promise.resolve(JSON.parse(read(file).toString()) as string[]);
      };
      const text = (await takeAway(manifest, lines, rows, {asOf: "2026-06-24", filter})).join("");
      return {text, files};
    },
    read,
    remove: () => rmSync(data, {recursive: true})
  };
}
