import type {Context} from "../../context.ts";
import type {TakenTable} from "../../live/takeTable.ts";
import {withheldParts} from "../../withheld.ts";
import type {MonthRow, TierRow} from "./rows.ts";

/** What the page's browser code starts with: the tables to take away. */
export interface LoyaltyStart {
  asOf: string;
  months: TakenTable;
  tiers: TakenTable;
}

const monthColumns = [
  "opening_points",
  "earned_points",
  "redeemed_points",
  "expired_points",
  "lapsed_points",
  "adjusted_points",
  "closing_points",
  "is_partial"
] as const;
const tierColumns = [
  "tier",
  "from_points",
  "from_revenue",
  "members",
  "active_members",
  "outstanding_points",
  "earned_points_365d",
  "redeemed_points_365d",
  "net_revenue_365d"
] as const;

/** Months in order, and tiers highest first; tiers of too few members are left out. */
export function loyaltyStart(
  {months, tiers}: {months: readonly MonthRow[]; tiers: readonly TierRow[]},
  {f, asOf, minCell}: Context
): LoyaltyStart {
  const inOrder = tiers.toSorted((a, b) => b.position - a.position);
  const hidden = withheldParts(
    inOrder.map(({members}) => members),
    minCell
  );
  return {
    asOf: f.iso(asOf),
    months: {
      columns: ["points_month", ...monthColumns],
      rows: months
        .toSorted((a, b) => +a.points_month - +b.points_month)
        .map((row) => [f.iso(row.points_month), ...monthColumns.map((name) => row[name])])
    },
    tiers: {
      columns: [...tierColumns],
      rows: inOrder.filter((_, i) => !hidden[i]).map((row) => tierColumns.map((name) => row[name]))
    }
  };
}
