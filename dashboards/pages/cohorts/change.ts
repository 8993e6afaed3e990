import type {martCohortChange} from "../../../models/marts/mart_cohort_change.ts";
import type {RowOf} from "../../../models/model.ts";
import type {Locale} from "../../format/locale.ts";
import {difference, newcombe, wilson, type Difference, type Share} from "./intervals.ts";

export type ChangeRow = RowOf<typeof martCohortChange>;

/** Fewer customers than this give no rate. */
export const enough = 50;

/** Newer against earlier customers in one elapsed month. */
export interface Change {
  row: ChangeRow;
  month: number;
  recent: Share;
  earlier: Share;
  change: Difference;
}

/** The elapsed month that the page speaks of: 3, or 1 where no cohort outside the first has completed month 3. */
export const focusMonth = (rows: readonly ChangeRow[]): number =>
  rows.some((row) => row.dimension === "all" && row.months_since_first === 3 && row.recent_customers > 0) ? 3 : 1;

/** The change of all customers in the focus month; undefined where either side has under 50 customers. */
export function overallChange(rows: readonly ChangeRow[]): Change | undefined {
  const month = focusMonth(rows);
  const row = rows.find((row) => row.dimension === "all" && row.months_since_first === month);
  return row && changeOf(row);
}

/** The change of one group; undefined where either side has under 50 customers. */
export function changeOf(row: ChangeRow): Change | undefined {
  if (row.recent_customers < enough || row.earlier_customers < enough) return undefined;
  return {
    row,
    month: row.months_since_first,
    recent: {value: row.recent_share!, low: row.recent_low!, high: row.recent_high!, n: row.recent_customers},
    earlier: {value: row.earlier_share!, low: row.earlier_low!, high: row.earlier_high!, n: row.earlier_customers},
    change: difference(row.change_share!, row.change_low!, row.change_high!)
  };
}

/** The recent cohorts in words: "Dec 2025 to Feb 2026". */
export function recentMonths({row}: Pick<Change, "row">, {t, f}: Locale): string {
  const [from, to] = [f.month(row.recent_from_month), f.month(row.recent_to_month)];
  return from === to ? from : t(`${from} to ${to}`, `${from}至${to}`);
}

/** A group of the newer customers against all other newer ones. */
export interface Standing {
  row: ChangeRow;
  own: Share;
  others: Share;
  change: Difference;
}

/** How the newer customers of each group return against the other newer ones, the lowest first; groups of 50 and more. */
export function standings(rows: readonly ChangeRow[], groups: readonly ChangeRow[]): Standing[] {
  const all = rows.find((row) => row.dimension === "all" && row.months_since_first === focusMonth(rows));
  if (!all) return [];
  return groups
    .filter((row) => row.recent_customers >= enough && all.recent_customers - row.recent_customers >= enough)
    .map((row) => {
      const own = wilson(row.recent_active, row.recent_customers);
      const others = wilson(all.recent_active - row.recent_active, all.recent_customers - row.recent_customers);
      return {row, own, others, change: newcombe(own, others)};
    })
    .toSorted((a, b) => a.change.value - b.change.value);
}
