import {isWithheld} from "../../withheld.ts";
import type {CampaignRow} from "./rows.ts";

/** How many campaigns a table shows, and how many the CSV holds: the newest. */
export const LONGEST = 20;
export const MOST_TAKEN = 200;

/** The newest first; those without a date last. */
export const newestFirst = (rows: readonly CampaignRow[]): CampaignRow[] =>
  rows.toSorted(
    (a, b) =>
      +(b.started_on ?? 0) - +(a.started_on ?? 0) ||
      a.campaign.localeCompare(b.campaign) ||
      a.campaign_id.localeCompare(b.campaign_id)
  );

/** A campaign whose control group is too small to be published has no control as far as the site is concerned. */
export const isControlHidden = ({control}: Pick<CampaignRow, "control">, minCell: number): boolean =>
  isWithheld(control, minCell);

/** Campaigns with an effect, the newest first. */
export const measuredOf = (rows: readonly CampaignRow[]): CampaignRow[] =>
  newestFirst(rows).filter(({state}) => state === "effect");
