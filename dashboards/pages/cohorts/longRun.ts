import {enough, type ChangeRow} from "./change.ts";
import {others} from "./foldedSmall.ts";

/** Return of groups after a long time, over all cohorts that have completed it. */
export interface LongRun {
  /** 12, or 6 where no cohort has completed 12; undefined before that. */
  month: 6 | 12 | undefined;
  /** Share of a shown group; null under 50 customers. */
  shareOf: (row: ChangeRow) => number | null;
}

/** The long run of the groups that are shown, those folded into one together. */
export function longRun(rows: readonly ChangeRow[], shown: readonly ChangeRow[]): LongRun {
  const month = ([12, 6] as const).find((month) => rows.some((row) => row.months_since_first === month));
  const named = new Set(shown.flatMap((row) => (row.group_name === others ? [] : [row.group_name])));
  const shareOf = ({dimension, group_name: name}: ChangeRow): number | null => {
    const own = rows.filter(
      (row) =>
        row.dimension === dimension &&
        row.months_since_first === month &&
        (name === others ? !named.has(row.group_name) : row.group_name === name)
    );
    const customers = own.reduce((sum, row) => sum + row.whole_customers, 0);
    return customers < enough ? null : own.reduce((sum, row) => sum + row.whole_active, 0) / customers;
  };
  return {month, shareOf};
}
