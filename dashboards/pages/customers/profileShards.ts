import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {contentFile} from "./contentFile.ts";
import {profileFields, profileSql, type ProfileRow} from "./profileSql.ts";
import type {Manifest} from "./shape.ts";
import {slicesOf} from "./slices.ts";

/** Characters of a shard. Rows of profiles compress to about a quarter, so a shard stays under 60 KB on the wire. */
const shardCharacters = 200_000;

/** The profiles of all customers and the keys of old, by key; gathered slice by slice. */
async function* profilesOf(warehouse: Warehouse, personal: readonly string[]): AsyncGenerator<ProfileRow> {
  for (const slice of await slicesOf(warehouse)) {
    for await (const batch of warehouse.batches<ProfileRow>(profileSql(personal, slice))) yield* batch;
  }
}

/**
 * Writes the profiles by key into shards of about equal size, and returns the first key of each.
 *
 * A key of old stands in the shard in which it would be looked for. Memory holds one slice of the customers and one shard. A customer is never split:
 * one with very many events has a shard to themselves.
 */
export async function profileShards(
  warehouse: Warehouse,
  folder: string,
  personal: readonly string[]
): Promise<Manifest["profiles"]> {
  const head = `{"fields":${JSON.stringify(profileFields(personal))},"customers":[\n`;
  const shards: Manifest["profiles"] = [];
  let from: string | undefined;
  let rows: string[] = [];
  let moved: string[] = [];
  let characters = 0;
  const close = async () => {
    if (from === undefined) return;
    const contents = `${head}${rows.join(",\n")}\n],"moved":{${moved.join(",")}}}`;
    shards.push({from, file: await contentFile(folder, "profiles", "json", contents)});
    [from, rows, moved, characters] = [undefined, [], [], 0];
  };
  for await (const {key, successor, fields, events} of profilesOf(warehouse, personal)) {
    const isOld = successor !== null;
    const row = isOld ? `${JSON.stringify(key)}:${JSON.stringify(successor)}` : `${fields.slice(0, -1)},[${events}]]`;
    if (characters + row.length > shardCharacters) await close();
    from ??= key;
    (isOld ? moved : rows).push(row);
    characters += row.length;
  }
  await close();
  return shards;
}
