import {group} from "d3";
import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {effectCells, effectColumns} from "../campaigns/effectColumns.ts";
import {effectOf, leastArm} from "../campaigns/effects.ts";
import {listed, measuredCampaigns, mostListed} from "../campaigns/measured.ts";
import {armsOf, closed, groupSums, type Arms, type GroupSums} from "../campaigns/sums.ts";
import {createFromRows} from "../createFromRows.ts";
import {intCampaign} from "../intermediate/int_campaign.ts";
import {intCampaignGroup} from "../intermediate/int_campaign_group.ts";
import {model} from "../model.ts";
import {heterogeneity, varianceOfShares} from "../statistics/experiments/heterogeneity.ts";

/** How many tenths one part may hold: tenths, else fifths, else halves. */
const widths = [1, 2, 5] as const;

const columns = z.strictObject({
  campaign_id: c.id("The campaign.", "活动编号。", "public"),
  tenth: c.count("First tenth of the part; 1: most spend before.", "该段首个十分位；1 为前期消费最高。"),
  last_tenth: c.count("Last tenth of it.", "该段末个十分位。"),
  is_listed: c.flag("Among the 24 newest campaigns with an effect.", "属最近 24 个有效果的活动。"),
  treated: c.count("Reached.", "实验组客户数。"),
  control: c.count("Held back.", "对照组客户数。"),
  ordered: c.count("Reached who ordered within the window.", "实验组窗口内下单者。"),
  control_ordered: c.count("Held back who ordered.", "对照组窗口内下单者。"),
  revenue_before: c.number("Net revenue per customer of the 365 days before.", "此前 365 天人均净收入。"),
  ...effectColumns,
  gained_orderers: c.number(
    "Customers who ordered because of it, had only this part and those before been reached; may be below zero.",
    "仅触达该段及之前各段时的增量下单客户数，可为负。"
  ),
  interaction_p: c
    .number(
      "Chance of effects that differ as much between the parts, were they one (Cochran's Q).",
      "若各段效果相同，出现如此差异的概率（Cochran Q）。"
    )
    .nullable()
});

/**
 * What a campaign changed from the best customers down, one row per campaign with a measured effect and part of its customers.
 *
 * Customers reached and held back are ranked together by net revenue of the 365 days before and cut in ten equal parts; where an arm of
 * one would hold fewer than 30, in five, else in two, else the campaign is absent. gained_orderers sums difference × reached over the parts so far.
 */
export const martUpliftTenth = model({
  name: "mart_uplift_tenth",
  title: {
    en: "Effects of campaigns by tenth of spend before, one row per campaign and part.",
    zh: "按前期消费分段的活动效果，每个活动每段一行。"
  },
  from: [intCampaign, intCampaignGroup],
  grain: ["campaign_id", "tenth"],
  columns,
  procedure: {
    version: ({campaigns}) => [1, campaigns, leastArm, mostListed],
    make: async (step) => {
      const measured = await measuredCampaigns(step.warehouse, step.settings.campaigns.controlShare);
      const tenths = group(await groupSums(step.warehouse, "tenth"), ({campaign_id}) => campaign_id);
      const newest = listed(measured);
      const rows = measured
        .filter(({state}) => state === "effect")
        .flatMap(({campaign_id}) =>
          partsOf(campaign_id, closed(tenths.get(campaign_id) ?? []).rows).map((part) => ({
            ...part,
            is_listed: newest.has(campaign_id)
          }))
        );
      await createFromRows({columns}, rows, step);
    }
  }
});

interface Part {
  tenth: number;
  last: number;
  arms: Arms;
}

function partsOf(campaign_id: string, rows: readonly GroupSums[]) {
  const parts = widths
    .map((width) =>
      Array.from({length: 10 / width}, (_, i): Part => {
        const [tenth, last] = [i * width + 1, (i + 1) * width];
        return {tenth, last, arms: armsOf(rows.filter((row) => +row.group_name >= tenth && +row.group_name <= last))};
      })
    )
    .find((all) => all.every(({arms}) => Math.min(arms.treated.n, arms.control.n) >= leastArm));
  if (!parts) return [];
  const effects = parts.map(({arms}) => effectOf(arms));
  const differ = heterogeneity(
    parts.map(({arms: {treated, control}}, i) => ({
      difference: effects[i]!.share!.difference,
      variance: varianceOfShares(...[treated, control].map(({ordered, n}) => ({successes: ordered, n})))
    }))
  );
  let gained = 0;
  return parts.map(({tenth, last, arms: {treated, control}}, i) => {
    gained += effects[i]!.share!.difference * treated.n;
    return {
      campaign_id,
      tenth,
      last_tenth: last,
      treated: treated.n,
      control: control.n,
      ordered: treated.ordered,
      control_ordered: control.ordered,
      revenue_before: (treated.x + control.x) / (treated.n + control.n),
      ...effectCells(effects[i]!),
      gained_orderers: gained,
      interaction_p: differ?.pValue ?? null
    };
  });
}
