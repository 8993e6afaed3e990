import {martCampaign} from "../../models/marts/mart_campaign.ts";
import {martCampaignArm} from "../../models/marts/mart_campaign_arm.ts";
import {martCampaignFault} from "../../models/marts/mart_campaign_fault.ts";
import {martCampaignSegment} from "../../models/marts/mart_campaign_segment.ts";
import {martCampaignSummary} from "../../models/marts/mart_campaign_summary.ts";
import {martUpliftTenth} from "../../models/marts/mart_uplift_tenth.ts";
import {page, type PageData} from "../page.ts";
import {partOf} from "../partOf.ts";
import {body} from "./campaigns/body.ts";
import {campaignsStart} from "./campaigns/campaignsStart.ts";
import type {CampaignsData} from "./campaigns/rows.ts";

const question = {en: "Did it work?", zh: "营销有效吗？"};

const marts = [
  martCampaignSummary,
  martCampaign,
  martCampaignArm,
  partOf(martCampaignSegment, {is_listed: "true"}),
  partOf(martUpliftTenth, {is_listed: "true"}),
  martCampaignFault
] as const;

const dataOf = (data: PageData<typeof marts>): CampaignsData => ({
  summary: data.mart_campaign_summary[0],
  campaigns: data.mart_campaign,
  arms: data.mart_campaign_arm,
  segments: data.mart_campaign_segment,
  tenths: data.mart_uplift_tenth,
  faults: data.mart_campaign_fault
});

/** Campaigns: what they changed against customers held back by lot, for whom, how sure that is, and what cannot be said. */
export const campaigns = page({
  path: "/campaigns",
  label: {en: "Campaigns", zh: "营销活动"},
  question,
  marts,
  render: (data, c) => body(question[c.lang], dataOf(data), c),
  live: {module: "campaigns", data: (data, c) => campaignsStart(dataOf(data), c)}
});
