import {group} from "d3";
import {withheldParts} from "../../withheld.ts";
import {cellSize} from "./cellSize.ts";
import type {Dimension, GroupRow} from "./rows.ts";

/** The groups of one dimension, most tickets first. */
export interface Grouped {
  dimension: Dimension;
  rows: GroupRow[];
  /** All tickets, as the line to compare with. */
  all: GroupRow | undefined;
  withheld: boolean;
}

/** In which order the ways to group are offered. */
const order: readonly Dimension[] = ["channel", "team", "category", "tier", "product", "priority", "agent"];

/** Groups that a table shows at most; the rest is in the CSV. */
export const LONGEST = 8;

/** Groups of a dimension that travel with the page and stand in the CSV. */
const TAKEN = 200;

/** Every dimension with two groups and more that may be shown. */
export function groupsOf(rows: readonly GroupRow[], minCell: number): Grouped[] {
  const by = group(rows, ({dimension}) => dimension);
  const all = by.get("all")?.[0];
  return order.flatMap((dimension) => {
    const own = by.get(dimension) ?? [];
    const hidden = withheldParts(own.map(cellSize), minCell);
    const shown = own.filter((_, i) => !hidden[i]);
    return shown.length < 2
      ? []
      : [
          {
            dimension,
            rows: shown.toSorted((a, b) => b.tickets - a.tickets).slice(0, TAKEN),
            all,
            withheld: shown.length < own.length
          }
        ];
  });
}
