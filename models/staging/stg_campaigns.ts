import {campaigns} from "../../ingest/contracts/campaigns.ts";
import {model} from "../model.ts";
import {staged} from "./staged.ts";

/** Campaigns in their latest delivery, one row per campaign that had begun by as_of or does not say when it did. */
export const stgCampaigns = model({
  name: "stg_campaigns",
  title: {en: "Campaigns, one row per campaign.", zh: "营销活动，每个一行。"},
  ...staged(campaigns, {days: ["started_at", "ended_at"]})
});
