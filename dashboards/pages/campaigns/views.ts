import {group} from "d3";
import type {Context} from "../../context.ts";
import {withheldParts} from "../../withheld.ts";
import {measuredOf} from "./shown.ts";
import type {CampaignRow, CampaignsData, Dimension, SegmentRow, TenthRow} from "./rows.ts";
import {placeOf} from "./words.ts";

/** The segments of one dimension; small ones are left out, with them what would give them away. */
export interface DimensionView {
  dimension: Dimension;
  segments: SegmentRow[];
  hidden: number;
}

/** What more is told of one campaign. */
export interface CampaignView {
  id: string;
  name: string;
  /** ISO day. */
  startedOn: string | null;
  tenths: TenthRow[];
  dimensions: DimensionView[];
}

/** The newest campaigns with an effect, as far as anything more is told of them. */
export function viewsOf(
  {campaigns, tenths, segments}: Pick<CampaignsData, "campaigns" | "tenths" | "segments">,
  c: Context
): CampaignView[] {
  const parts = group(tenths, ({campaign_id}) => campaign_id);
  const groups = group(segments, ({campaign_id}) => campaign_id);
  return measuredOf(campaigns)
    .filter(({campaign_id}) => parts.has(campaign_id) || groups.has(campaign_id))
    .map((row: CampaignRow) => ({
      id: row.campaign_id,
      name: row.campaign,
      startedOn: row.started_on && c.f.iso(row.started_on),
      tenths: (parts.get(row.campaign_id) ?? []).toSorted((a, b) => a.tenth - b.tenth),
      dimensions: [...group(groups.get(row.campaign_id) ?? [], ({dimension}) => dimension)]
        .map(([dimension, own]) => shownOf(dimension, own, c.minCell))
        .filter((view) => view.segments.length > 1)
    }));
}

function shownOf(dimension: Dimension, rows: readonly SegmentRow[], minCell: number): DimensionView {
  const few = [rows.map(({treated}) => treated), rows.map(({control}) => control)].map((counts) =>
    withheldParts(counts, minCell)
  );
  const segments = rows.filter((_, i) => !few.some((hidden) => hidden[i]));
  return {
    dimension,
    hidden: rows.length - segments.length,
    segments: segments.toSorted((a, b) => placeOf(a.group_name) - placeOf(b.group_name) || b.treated - a.treated)
  };
}
