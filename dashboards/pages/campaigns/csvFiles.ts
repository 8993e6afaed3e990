import type {TakenTable} from "../../live/takeTable.ts";
import {isWithheld} from "../../withheld.ts";
import type {CampaignRow} from "./rows.ts";
import type {CampaignView} from "./views.ts";

const columns = [
  "campaign_id",
  "campaign",
  "campaign_channel",
  "started_on",
  "state",
  "is_partial",
  "window_days",
  "recipients",
  "treated",
  "control",
  "opened",
  "clicked",
  "net_revenue",
  "revenue_per_customer",
  "response_share",
  "response_low",
  "response_high",
  "control_ordered_share",
  "share_difference",
  "share_low",
  "share_high",
  "share_p",
  "revenue_difference",
  "revenue_low",
  "revenue_high",
  "adjusted_difference",
  "adjusted_low",
  "adjusted_high",
  "adjusted_p",
  "planned_share",
  "ratio_p",
  "balance_p",
  "detectable_before",
  "detectable_after",
  "detectable_revenue",
  "needed_per_arm",
  "cost",
  "incremental_revenue",
  "incremental_low",
  "incremental_high",
  "revenue_per_cost"
] as const;

/** What says nothing of customers, and so is left of a campaign with a group too small to publish. */
const plain = new Set<string>([
  "campaign_id",
  "campaign",
  "campaign_channel",
  "started_on",
  "state",
  "is_partial",
  "window_days",
  "recipients",
  "planned_share",
  "cost"
]);

/** Campaigns as the table has them, for the browser: a withheld one keeps its name and state alone. */
export type Taken = Record<(typeof columns)[number], string | number | boolean | null>;

/** All campaigns under the mart's names. */
export const takenOf = (rows: readonly CampaignRow[], minCell: number): Taken[] =>
  rows.map((row) => {
    const isFew = isWithheld(row.treated, minCell) || isWithheld(row.control, minCell);
    return Object.fromEntries(
      columns.map((name) => {
        const value = row[name];
        const shown = isFew && !plain.has(name) ? null : value;
        return [name, shown instanceof Date ? shown.toISOString().slice(0, 10) : shown];
      })
    ) as Taken;
  });

export const campaignsCsv = (rows: readonly Taken[]): TakenTable => ({
  columns: [...columns],
  rows: rows.map((row) => columns.map((name) => row[name]))
});

const segmentColumns = [
  "campaign_id",
  "dimension",
  "group_name",
  "treated",
  "control",
  "is_measured",
  "share_difference",
  "share_low",
  "share_high",
  "share_p",
  "share_p_adjusted",
  "is_clear",
  "adjusted_difference",
  "adjusted_low",
  "adjusted_high",
  "interaction_p",
  "interaction_p_adjusted"
] as const;

/** The segments of one campaign under the mart's names. */
export const segmentsCsv = ({dimensions}: CampaignView): TakenTable => ({
  columns: [...segmentColumns],
  rows: dimensions.flatMap(({segments}) => segments.map((row) => segmentColumns.map((name) => row[name])))
});
