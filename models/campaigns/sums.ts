import type {Warehouse} from "../../warehouse/warehouse.ts";
import type {PairedSums} from "../statistics/experiments/means.ts";
import type {CampaignDimension} from "./groups.ts";

/** What the customers of one arm did: how many, and the sums that effects are computed of. */
export interface ArmSums extends PairedSums {
  opened: number;
  clicked: number;
  unsubscribed: number;
  bounced: number;
  overlapping: number;
  ordered: number;
  had_ordered: number;
  orders: number;
}

/** A row of int_campaign_group. */
export interface GroupSums extends ArmSums {
  campaign_id: string;
  group_name: string;
  arm: "treated" | "control" | "both";
  is_over: boolean;
}

const names = [
  "n",
  "y",
  "x",
  "yy",
  "xx",
  "xy",
  "opened",
  "clicked",
  "unsubscribed",
  "bounced",
  "overlapping",
  "ordered",
  "had_ordered",
  "orders"
] as const;

/** The sums of several groups; zeros for none. */
export const added = (rows: readonly ArmSums[]): ArmSums =>
  Object.fromEntries(names.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)])) as unknown as ArmSums;

/** Groups of one dimension, in order. */
export const groupSums = (warehouse: Warehouse, dimension: CampaignDimension): Promise<GroupSums[]> =>
  warehouse.rows<GroupSums>(
    `select campaign_id, group_name, arm, is_over, customers as n, opened, clicked, unsubscribed, bounced, overlapping, ordered, had_ordered, orders,
       net_revenue::double as y, net_revenue_before::double as x, squares as yy, squares_before as xx, products as xy
     from int_campaign_group where dimension = $1 order by campaign_id, group_name, arm, is_over`,
    [dimension]
  );

/** The arms of a campaign, or of one group in it. */
export interface Arms {
  treated: ArmSums;
  control: ArmSums;
}

/** Both arms of these rows. */
export const armsOf = (rows: readonly GroupSums[]): Arms => {
  const of = (arm: "treated" | "control") => added(rows.filter((row) => row.arm === arm));
  return {treated: of("treated"), control: of("control")};
};

/**
 * The rows that are measured, and how many customers are left out because their window still runs: those whose window is over or, where
 * none is, all of them so far.
 */
export function closed(rows: readonly GroupSums[]): {rows: GroupSums[]; isPartial: boolean; running: number} {
  const over = rows.filter(({is_over}) => is_over);
  if (!over.some(({arm}) => arm !== "both")) return {rows: [...rows], isPartial: rows.length > 0, running: 0};
  const running = rows.filter((row) => !row.is_over && row.arm !== "both").reduce((sum, {n}) => sum + n, 0);
  return {rows: over, isPartial: false, running};
}
