import {group} from "d3";
import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {adjustedTogether} from "../campaigns/adjustedTogether.ts";
import {effectCells, effectColumns} from "../campaigns/effectColumns.ts";
import {effectOf, noEffect} from "../campaigns/effects.ts";
import {segmentDimensions, type SegmentDimension} from "../campaigns/groups.ts";
import {listed, measuredCampaigns, mostListed} from "../campaigns/measured.ts";
import {armsOf, closed, groupSums, type Arms} from "../campaigns/sums.ts";
import {createFromRows} from "../createFromRows.ts";
import {intCampaign} from "../intermediate/int_campaign.ts";
import {intCampaignGroup} from "../intermediate/int_campaign_group.ts";
import {model} from "../model.ts";
import {heterogeneity, varianceOfShares} from "../statistics/experiments/heterogeneity.ts";

/** Customers that each arm of a segment needs. */
const leastSegment = 20;

const columns = z.strictObject({
  campaign_id: c.id("The campaign.", "活动编号。", "public"),
  dimension: c.oneOf(
    segmentDimensions,
    "What was known of customers before they were reached.",
    "触达前已知的客户特征。"
  ),
  group_name: c.text("The segment.", "分群。"),
  is_listed: c.flag("Among the 24 newest campaigns with an effect.", "属最近 24 个有效果的活动。"),
  treated: c.count("Reached.", "实验组客户数。"),
  control: c.count("Held back.", "对照组客户数。"),
  ordered: c.count("Reached who ordered within the window.", "实验组窗口内下单者。"),
  control_ordered: c.count("Held back who ordered.", "对照组窗口内下单者。"),
  is_measured: c.flag("At least 20 in each arm.", "每组至少 20 人。"),
  ...effectColumns,
  share_p_adjusted: c
    .number("share_p, adjusted for all segments of the campaign (Holm).", "经该活动全部分群校正（Holm）的概率。")
    .nullable(),
  is_clear: c.flag("That is under 5 %.", "校正后概率低于 5%。"),
  interaction_p: c
    .number(
      "Chance of effects that differ as much between the segments of the dimension, were they one (Cochran's Q).",
      "若各分群效果相同，出现如此差异的概率（Cochran Q）。"
    )
    .nullable(),
  interaction_p_adjusted: c
    .number("The same, adjusted for the campaign's dimensions (Holm).", "经各维度校正（Holm）的概率。")
    .nullable()
});

/**
 * Whether a campaign works better in one segment than in another, one row per campaign with a measured effect, dimension and segment.
 *
 * Segments are of what was known before anybody was reached. Whether effects differ is what interaction_p tells: a segment whose effect is
 * clear beside one whose effect is not need not differ from it.
 */
export const martCampaignSegment = model({
  name: "mart_campaign_segment",
  title: {
    en: "Effects of campaigns by segment, one row per campaign, dimension and segment.",
    zh: "活动分群效果，每个活动、维度、分群一行。"
  },
  from: [intCampaign, intCampaignGroup],
  grain: ["campaign_id", "dimension", "group_name"],
  columns,
  procedure: {
    version: ({campaigns}) => [1, campaigns, leastSegment, mostListed],
    make: async (step) => {
      const measured = await measuredCampaigns(step.warehouse, step.settings.campaigns.controlShare);
      const told = new Set(measured.filter(({state}) => state === "effect").map(({campaign_id}) => campaign_id));
      const newest = listed(measured);
      const rows: Segment[] = [];
      for (const dimension of segmentDimensions)
        for (const [campaign_id, own] of group(await groupSums(step.warehouse, dimension), (row) => row.campaign_id))
          if (told.has(campaign_id))
            for (const [group_name, parts] of group(closed(own).rows, (row) => row.group_name))
              rows.push({campaign_id, dimension, group_name, is_listed: newest.has(campaign_id), arms: armsOf(parts)});
      const all = [...group(rows, ({campaign_id}) => campaign_id).values()];
      await createFromRows({columns}, all.flatMap(campaignRows), step);
    }
  }
});

interface Segment {
  campaign_id: string;
  dimension: SegmentDimension;
  group_name: string;
  is_listed: boolean;
  arms: Arms;
}

/** The segments of one campaign. */
function campaignRows(segments: readonly Segment[]) {
  const effects = segments.map(({arms}) => effectOf(arms, leastSegment));
  const adjusted = adjustedTogether(effects.map(({share}) => share?.pValue ?? null));
  const dimensions = [...new Set(segments.map(({dimension}) => dimension))];
  const tests = dimensions.map((dimension) => {
    const found = segments.flatMap((segment, i) =>
      segment.dimension === dimension && effects[i]!.share
        ? [{difference: effects[i]!.share!.difference, variance: varianceOf(segment.arms)}]
        : []
    );
    return heterogeneity(found)?.pValue ?? null;
  });
  const testsAdjusted = adjustedTogether(tests);
  return segments.map(({arms, ...names}, i) => {
    const place = dimensions.indexOf(names.dimension);
    return {
      ...names,
      treated: arms.treated.n,
      control: arms.control.n,
      ordered: arms.treated.ordered,
      control_ordered: arms.control.ordered,
      is_measured: effects[i]!.share !== null,
      ...effectCells(effects[i] ?? noEffect),
      share_p_adjusted: adjusted[i]!,
      is_clear: adjusted[i] !== null && adjusted[i]! < 0.05,
      interaction_p: tests[place]!,
      interaction_p_adjusted: testsAdjusted[place]!
    };
  });
}

const varianceOf = ({treated, control}: Arms): number =>
  varianceOfShares(...[treated, control].map(({ordered, n}) => ({successes: ordered, n})));
