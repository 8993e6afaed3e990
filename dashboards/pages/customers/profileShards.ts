import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {contentFile} from "./contentFile.ts";
import {profileFields, profileSql} from "./profileSql.ts";
import type {Manifest} from "./shape.ts";

/** Characters of a shard. Rows of profiles compress to about a quarter, so a shard stays under 60 KB on the wire. */
const shardCharacters = 200_000;

/**
 * Writes the profiles by key into shards of about equal size, and returns the first key of each.
 *
 * Memory holds one batch and one shard. A customer is never split: one with very many events has a shard to themselves.
 */
export async function profileShards(
  warehouse: Warehouse,
  folder: string,
  personal: readonly string[]
): Promise<Manifest["profiles"]> {
  const head = `{"fields":${JSON.stringify(profileFields(personal))},"customers":[\n`;
  const shards: Manifest["profiles"] = [];
  let from = "";
  let rows: string[] = [];
  let characters = 0;
  const close = async () => {
    if (rows.length === 0) return;
    shards.push({from, file: await contentFile(folder, "profiles", "json", `${head}${rows.join(",\n")}\n]}`)});
    rows = [];
    characters = 0;
  };
  for await (const batch of warehouse.batches<{key: string; fields: string; events: string}>(profileSql(personal))) {
    for (const {key, fields, events} of batch) {
      const row = `${fields.slice(0, -1)},[${events}]]`;
      if (characters + row.length > shardCharacters) await close();
      if (rows.length === 0) from = key;
      rows.push(row);
      characters += row.length;
    }
  }
  await close();
  return shards;
}
