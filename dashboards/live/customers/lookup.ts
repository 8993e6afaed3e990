import type {Manifest, Profile, ProfileShard} from "../../pages/customers/shape.ts";

/** A profile, or the keys most like the one that was asked for. */
export type Found = {profile: Profile} | {near: string[]};

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

/** Finds a customer in the shard of their key. */
export function find({fields, customers}: ProfileShard, key: string): Found {
  const place = fields.indexOf("key");
  const row = customers.find((customer) => customer[place] === key);
  if (!row)
    return {
      near: nearKeys(
        customers.map((customer) => String(customer[place])),
        key
      )
    };
  return {profile: Object.fromEntries(fields.map((field, i) => [field, row[i]])) as unknown as Profile};
}
