import {attributes} from "../../../models/marts/mart_attribute_segment.ts";
import {withheldParts} from "../../withheld.ts";
import type {AttributeRow} from "./rows.ts";

export type Attribute = (typeof attributes)[number];

/** An attribute with its values that may be shown, most customers first, and how many others there are. */
export interface Attributed {
  dimension: Attribute;
  rows: AttributeRow[];
  withheld: number;
  /** The values of whose buyers nothing is said: too few, or they would give such away. */
  few: ReadonlySet<string>;
}

/** The attributes that divide customers: two values at least that may be shown, of which one at least is known. */
export function attributesOf(given: readonly AttributeRow[], minCell: number): Attributed[] {
  return attributes.flatMap((dimension) => {
    const all = given
      .filter((row) => row.dimension === dimension)
      .toSorted((a, b) => b.customers - a.customers || (a.value < b.value ? -1 : 1));
    const withheld = withheldParts(
      all.map(({customers}) => customers),
      minCell
    );
    const rows = all.filter((_, i) => !withheld[i]);
    const isFew = withheldParts(
      all.map(({buyers}) => buyers),
      minCell
    );
    const few = new Set(all.flatMap(({value}, i) => (isFew[i] ? [value] : [])));
    const isTold = rows.length > 1 && rows.some(({value}) => value !== "unknown");
    return isTold ? [{dimension, rows, withheld: all.length - rows.length, few}] : [];
  });
}
