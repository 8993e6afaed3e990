import {otherGroups} from "../../../models/cohortDimensions.ts";
import {isWithheld} from "../../withheld.ts";
import {enough, type ChangeRow} from "./change.ts";
import {newcombe, wilson} from "./intervals.ts";

/** The most groups that fit the paper. */
const most = 8;

/** The name under which small groups are counted together. */
export const others = otherGroups;

/**
 * The groups with 50 customers on either side, at most eight; the others as one, where there are several.
 *
 * Where those others are too few to be published, even all together, the smallest large group is counted with them.
 */
export function foldedSmall(groups: readonly ChangeRow[], minCell: number): ChangeRow[] {
  const large = groups
    .filter((row) => row.group_name !== others && (row.recent_customers >= enough || row.earlier_customers >= enough))
    .slice(0, most);
  const small = groups.filter((row) => !large.includes(row));
  const total = small.reduce((sum, row) => sum + row.recent_customers + row.earlier_customers, 0);
  if (large.length && isWithheld(total, minCell)) small.unshift(large.pop()!);
  return small.length > 1 ? [...large, together(small)] : [...large, ...small];
}

function together(rows: readonly ChangeRow[]): ChangeRow {
  const total = (key: `${"recent" | "earlier" | "whole"}_${"customers" | "active"}`) =>
    rows.reduce((sum, row) => sum + row[key], 0);
  const [recent, earlier] = [total("recent_customers"), total("earlier_customers")];
  const now = recent > 0 ? wilson(total("recent_active"), recent) : null;
  const before = earlier > 0 ? wilson(total("earlier_active"), earlier) : null;
  const change = now && before ? newcombe(now, before) : null;
  return {
    ...rows[0]!,
    group_name: others,
    recent_customers: recent,
    recent_active: total("recent_active"),
    recent_share: now?.value ?? null,
    recent_low: now?.low ?? null,
    recent_high: now?.high ?? null,
    earlier_customers: earlier,
    earlier_active: total("earlier_active"),
    earlier_share: before?.value ?? null,
    earlier_low: before?.low ?? null,
    earlier_high: before?.high ?? null,
    change_share: change?.value ?? null,
    change_low: change?.low ?? null,
    change_high: change?.high ?? null,
    whole_customers: total("whole_customers"),
    whole_active: total("whole_active"),
    whole_share: total("whole_active") / total("whole_customers")
  };
}
