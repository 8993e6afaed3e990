import type {Table} from "apache-arrow";
import {cohortTraits, type CohortDimension} from "../../../models/cohortDimensions.ts";
import type {Manifest} from "../../pages/customers/shape.ts";
import {quarterIndex, weekIndex} from "./cohortText.ts";

/** How many shards are under way at once. */
const AT_ONCE = 4;

/** When customers ordered and which groups they are of, in the order of the list. */
export interface Trails {
  /** Day of the first order, in days since 1970; −1 without one. */
  first: Int32Array;
  /** Days since it with an order: those of a row lie between two offsets. */
  days: Uint16Array;
  offsets: Uint32Array;
  groups: Record<Exclude<CohortDimension, "all">, {numbers: Uint8Array; names: string[]}>;
}

/** A way of counting the periods from a first order to a later day. */
export const elapsedIn = {
  week: (first: number, days: number) => weekIndex(first + days) - weekIndex(first),
  quarter: (first: number, days: number) => quarterIndex(first + days) - quarterIndex(first),
  rolling: (_: number, days: number) => Math.floor(days / 30)
};

/** Loads the trails of all customers. @throws when the server refuses */
export async function loadTrails(manifest: Manifest, fetchTable: (file: string) => Promise<Table>): Promise<Trails> {
  const tables: Table[] = [];
  for (let i = 0; i < manifest.trails.length; i += AT_ONCE)
    tables.push(...(await Promise.all(manifest.trails.slice(i, i + AT_ONCE).map(({file}) => fetchTable(file)))));
  const trails = empty(manifest, tables);
  let [row, day] = [0, 0];
  for (const table of tables) {
    const data = (name: string) => table.getChild(name)!.data[0]!;
    const [days, child] = [data("days"), data("days").children[0]!];
    const count = days.valueOffsets[table.numRows] as number;
    trails.first.set((data("first").values as Int32Array).subarray(0, table.numRows), row);
    trails.days.set((child.values as Uint16Array).subarray(0, count), day);
    for (let i = 1; i <= table.numRows; i++) trails.offsets[row + i] = day + (days.valueOffsets[i] as number);
    for (const trait of cohortTraits)
      trails.groups[trait].numbers.set((data(trait).values as Uint8Array).subarray(0, table.numRows), row);
    row += table.numRows;
    day += count;
  }
  return trails;
}

function empty({groups}: Manifest, tables: readonly Table[]): Trails {
  const customers = tables.reduce((sum, table) => sum + table.numRows, 0);
  const daysOf = (table: Table) => table.getChild("days")!.data[0]!.valueOffsets[table.numRows] as number;
  return {
    first: new Int32Array(customers),
    days: new Uint16Array(tables.reduce((sum, table) => sum + daysOf(table), 0)),
    offsets: new Uint32Array(customers + 1),
    groups: Object.fromEntries(
      cohortTraits.map((trait) => [trait, {numbers: new Uint8Array(customers), names: groups[trait]}])
    ) as Trails["groups"]
  };
}
