import type {Profile, ProfileShard} from "../../pages/customers/profileShape.ts";
import type {Manifest} from "../../pages/customers/shape.ts";

/** A profile, the key that it became, or the keys most like the one that was asked for. */
export type Found = {profile: Profile} | {into: string} | {near: string[]};

/** A key as it is stored: "c-4f19…" and "4F19…" are "C-4F19…". */
export function normalKey(text: string): string {
  const upper = text.trim().toUpperCase();
  return /^[0-9A-F]{12}$/.test(upper) ? `C-${upper}` : upper;
}

/** Whether a text is a whole key. */
export const isKey = (text: string): boolean => /^C-[0-9A-F]{12}$/.test(normalKey(text));

/** The file that holds a key if any does; null without customers. */
export function shardOf(profiles: Manifest["profiles"], key: string): string | null {
  let [low, high] = [0, profiles.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (profiles[middle]!.from <= key) low = middle + 1;
    else high = middle;
  }
  return profiles[Math.max(0, low - 1)]?.file ?? null;
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Up to five keys of a shard that begin most like `key`; at least one character behind the "C-" must be the same. */
export const nearKeys = (keys: readonly string[], key: string): string[] =>
  keys
    .map((known) => ({known, shared: sharedLength(known, key)}))
    .filter(({shared}) => shared > 2)
    .sort((a, b) => b.shared - a.shared || (a.known < b.known ? -1 : 1))
    .slice(0, 5)
    .map(({known}) => known);

/** Finds a customer, or what became of them, in the shard of their key. */
export function find({fields, customers, moved}: ProfileShard, key: string): Found {
  const place = fields.indexOf("key");
  const row = customers.find((customer) => customer[place] === key);
  if (!row) {
    const into = Object.hasOwn(moved, key) && moved[key];
    if (into) return {into};
    const keys = customers.map((customer) => String(customer[place]));
    return {near: nearKeys(keys, key)};
  }
  return {profile: Object.fromEntries(fields.map((field, i) => [field, row[i]])) as unknown as Profile};
}

/** Follows a key through every merge to its customer; `near` keys are those of the last shard. @throws what `shard` throws */
export async function follow(
  profiles: Manifest["profiles"],
  key: string,
  shard: (file: string) => Promise<ProfileShard>
): Promise<Exclude<Found, {into: string}>> {
  const seen = new Set<string>();
  for (let next = key; !seen.has(next);) {
    seen.add(next);
    const file = shardOf(profiles, next);
    const found: Found = file === null ? {near: []} : find(await shard(file), next);
    if (!("into" in found)) return found;
    next = found.into;
  }
  return {near: []};
}
