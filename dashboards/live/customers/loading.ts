import type {Table} from "apache-arrow";
import type {Manifest} from "../../pages/customers/shape.ts";
import {append, emptyBase, type Base} from "./base.ts";

/** How many shards are under way at once. */
const AT_ONCE = 4;

/** The customers, and a way to have more of them. */
export interface Loading {
  base: Base;
  isComplete: () => boolean;
  /** Loads the next shard, or all that are missing. `arrived` is called after each, in order. @throws when the server refuses */
  more: (count: number, arrived?: () => void) => Promise<void>;
}

/** Loads list shards in their order, a few at a time; calls wait for each other, and a shard that failed is asked for again. */
export function loading(manifest: Manifest, fetchTable: (file: string) => Promise<Table>): Loading {
  const {lists, customers, personal} = manifest;
  const base = emptyBase(customers, personal);
  const underWay = new Map<number, Promise<Table>>();
  let next = 0;
  let queue = Promise.resolve();
  const fetching = (shard: number): Promise<Table> => {
    const table = underWay.get(shard) ?? fetchTable(lists[shard]!.file);
    underWay.set(shard, table);
    table.catch(() => underWay.delete(shard));
    return table;
  };
  const load = async (count: number, arrived?: () => void) => {
    const end = Math.min(lists.length, next + count);
    while (next < end) {
      for (let ahead = next; ahead < Math.min(end, next + AT_ONCE); ahead++) void fetching(ahead);
      const table = await fetching(next);
      underWay.delete(next);
      append(base, table);
      next += 1;
      arrived?.();
    }
  };
  return {
    base,
    isComplete: () => next === lists.length,
    more(count, arrived) {
      const done = queue.then(() => load(count, arrived));
      queue = done.catch(() => undefined);
      return done;
    }
  };
}
