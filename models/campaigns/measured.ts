import {group} from "d3";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {ratioOf, stateOf, type CampaignState} from "./state.ts";
import {added, armsOf, closed, groupSums, type Arms, type ArmSums, type GroupSums} from "./sums.ts";

/** A campaign of int_campaign, as far as it decides what may be said. */
export interface Campaign {
  campaign_id: string;
  /** ISO day. */
  started_on: string | null;
  treated: number;
  control: number;
  cost: number | null;
  ahead_touches: number;
  /** Share of an audience sent from here to be held back. */
  control_share: number | null;
}

/** A campaign with the arms that are measured. */
export interface Measured extends Campaign {
  arms: Arms;
  everybody: ArmSums;
  state: CampaignState;
  planned: number | null;
  ratio: number | null;
  isPartial: boolean;
  running: number;
}

/** Every campaign with its state and its arms, in order of its key; `usual` is the share held back by plan where the campaign's own is not known. */
export async function measuredCampaigns(warehouse: Warehouse, usual: number | null): Promise<Measured[]> {
  const campaigns = await warehouse.rows<Campaign>(
    "select campaign_id, started_on::varchar as started_on, treated, control, cost::double as cost, ahead_touches, control_share from int_campaign order by campaign_id"
  );
  const sums = await sumsOf(warehouse);
  return campaigns.map((campaign) => {
    const {rows, isPartial, running} = closed(sums.get(campaign.campaign_id) ?? []);
    const arms = armsOf(rows);
    const planned = campaign.control_share ?? usual;
    const ratio = ratioOf(campaign, planned);
    const sizes = {
      ...campaign,
      ahead: campaign.ahead_touches,
      measuredTreated: arms.treated.n,
      measuredControl: arms.control.n
    };
    return {
      ...campaign,
      arms,
      everybody: added([arms.treated, arms.control]),
      state: stateOf(sizes, ratio),
      planned,
      ratio,
      isPartial,
      running
    };
  });
}

const sumsOf = async (warehouse: Warehouse): Promise<Map<string, GroupSums[]>> =>
  group(await groupSums(warehouse, "all"), ({campaign_id}) => campaign_id);

/** How many campaigns with an effect a page can tell more of. */
export const mostListed = 24;

/** The newest campaigns with an effect, as many as a page tells more of. */
export const listed = (measured: readonly Measured[]): Set<string> =>
  new Set(
    measured
      .filter(({state}) => state === "effect")
      .toSorted(
        (a, b) => (b.started_on ?? "").localeCompare(a.started_on ?? "") || a.campaign_id.localeCompare(b.campaign_id)
      )
      .slice(0, mostListed)
      .map(({campaign_id}) => campaign_id)
  );
