import type {martCampaign} from "../../../models/marts/mart_campaign.ts";
import type {martCampaignArm} from "../../../models/marts/mart_campaign_arm.ts";
import type {martCampaignFault} from "../../../models/marts/mart_campaign_fault.ts";
import type {martCampaignSegment} from "../../../models/marts/mart_campaign_segment.ts";
import type {martCampaignSummary} from "../../../models/marts/mart_campaign_summary.ts";
import type {martUpliftTenth} from "../../../models/marts/mart_uplift_tenth.ts";
import type {RowOf} from "../../../models/model.ts";

export type CampaignRow = RowOf<typeof martCampaign>;
export type State = CampaignRow["state"];
export type ArmRow = RowOf<typeof martCampaignArm>;
export type FaultRow = RowOf<typeof martCampaignFault>;
export type Fault = FaultRow["fault"];
export type SegmentRow = RowOf<typeof martCampaignSegment>;
export type Dimension = SegmentRow["dimension"];
export type Summary = RowOf<typeof martCampaignSummary>;
export type TenthRow = RowOf<typeof martUpliftTenth>;

/** What the page is made of. */
export interface CampaignsData {
  summary: Summary | undefined;
  campaigns: readonly CampaignRow[];
  arms: readonly ArmRow[];
  segments: readonly SegmentRow[];
  tenths: readonly TenthRow[];
  faults: readonly FaultRow[];
}
