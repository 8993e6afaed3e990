import {group} from "d3";
import {isWithheld, withheldParts} from "../../withheld.ts";
import type {TakenTable} from "../../live/takeTable.ts";
import type {Dimension, GroupRow} from "./rows.ts";

/** The groups of one dimension, most won first. */
export interface Grouped {
  dimension: Dimension;
  rows: GroupRow[];
  /** All opportunities, as the line to compare with. */
  all: GroupRow | undefined;
}

/** In which order the ways to group are offered. */
const order: readonly Dimension[] = ["owner", "team", "source", "product", "type", "segment", "pipeline"];

/** Groups that a table shows at most; the rest is in the CSV. */
export const LONGEST = 10;
/** Groups of a dimension that travel with the page and stand in the CSV. */
const TAKEN = 200;

/** How many stand behind a group: its known customers or, where fewer or nobody knows any, its deals that ended. */
export const sizeOf = ({won, lost, customers}: GroupRow): number =>
  customers > 0 ? Math.min(won + lost, customers) : won + lost;

/** Every dimension with two groups and more that may be shown; owners only where the operator publishes their names. */
export function groupsOf(rows: readonly GroupRow[], minCell: number, personal: readonly string[]): Grouped[] {
  const by = group(rows, ({dimension}) => dimension);
  const all = by.get("all")?.[0];
  return order.flatMap((dimension) => {
    if (dimension === "owner" && !personal.includes("owner")) return [];
    const own = (by.get(dimension) ?? []).filter((row) => row.open + row.won + row.lost > 0);
    const hidden = withheldParts(own.map(sizeOf), minCell);
    const shown = own
      .filter((row, i) => !hidden[i] && !isWithheld(sizeOf(row), minCell))
      .toSorted((a, b) => Number(b.won_value) - Number(a.won_value) || b.open - a.open);
    return shown.length < 2 ? [] : [{dimension, rows: shown.slice(0, TAKEN), all}];
  });
}

const columns = [
  "dimension",
  "value",
  "open",
  "open_worth",
  "expected_value",
  "attention",
  "won",
  "lost",
  "win_share",
  "win_low",
  "win_high",
  "won_value",
  "mean_won_value",
  "median_cycle_days",
  "velocity"
] as const;

/** The groups of a dimension under the mart's names; owners by name. */
export const groupsCsv = ({rows}: Pick<Grouped, "rows">): TakenTable => ({
  columns: [...columns],
  rows: rows.map((row) => columns.map((name) => (name === "value" ? (row.owner ?? row.value) : row[name])))
});
