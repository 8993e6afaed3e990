import {group} from "d3";
import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {adjustedTogether} from "../campaigns/adjustedTogether.ts";
import {effectCells, effectColumns} from "../campaigns/effectColumns.ts";
import {effectOf, leastArm, noEffect, shareOf, type Effect} from "../campaigns/effects.ts";
import {measuredCampaigns, type Measured} from "../campaigns/measured.ts";
import {added, closed, groupSums, type ArmSums, type GroupSums} from "../campaigns/sums.ts";
import {createFromRows} from "../createFromRows.ts";
import {intCampaign} from "../intermediate/int_campaign.ts";
import {intCampaignGroup} from "../intermediate/int_campaign_group.ts";
import {model} from "../model.ts";

const columns = z.strictObject({
  campaign_id: c.id("The campaign.", "活动编号。", "public"),
  arm: c.oneOf(["treated", "control"], "Reached or held back.", "实验组或对照组。"),
  version: c.text("Version of the message; empty: none is named.", "消息版本；空为未注明。"),
  customers: c.count("Customers; who got several versions is in none.", "客户数；收到多个版本者不计。"),
  opened: c.count("Of them opened.", "打开者。"),
  clicked: c.count("Of them clicked.", "点击者。"),
  ordered: c.count("Of them ordered within the window.", "窗口内下单者。"),
  ordered_share: c.share("Those ÷ customers.", "下单占比。"),
  ordered_low: c.share("Lower end of its 95 % interval.", "95% 区间下限。"),
  ordered_high: c.share("Upper end.", "95% 区间上限。"),
  revenue_per_customer: c.number("Net revenue per customer within the window.", "窗口内人均净收入。"),
  compared_with: c.oneOf(
    ["control", "version", "nothing"],
    "Held back; or, without a control group, the largest version; nothing: is itself what is compared with, too few, or arms are off.",
    "对照组；无对照组时为人数最多的版本；nothing 为基准本身、人数过少或分组比例异常。"
  ),
  ...effectColumns,
  share_p_adjusted: c
    .number("share_p, adjusted for all versions of the campaign (Holm).", "经同一活动多版本校正（Holm）的占比概率。")
    .nullable(),
  adjusted_p_adjusted: c.number("adjusted_p, likewise.", "经校正的人均净收入概率。").nullable(),
  is_clear: c.flag("One of the two is under 5 %.", "校正后任一概率低于 5%。")
});

/**
 * Arms of campaigns and versions of the message, one row per campaign, arm and version, for campaigns with a control group or several versions.
 *
 * With a control group each version is held against it: effects, as in mart_campaign. Without one versions are held against the largest:
 * what they differ by, which is the effect of the version only where lots decided who got which. p-values of a campaign's comparisons are adjusted together,
 * per measure.
 */
export const martCampaignArm = model({
  name: "mart_campaign_arm",
  title: {
    en: "Arms and versions of campaigns, one row per campaign, arm and version.",
    zh: "活动的分组与版本，每个活动、组别、版本一行。"
  },
  from: [intCampaign, intCampaignGroup],
  grain: ["campaign_id", "arm", "version"],
  columns,
  procedure: {
    version: ({campaigns}) => [1, campaigns, leastArm],
    make: async (step) => {
      const measured = await measuredCampaigns(step.warehouse, step.settings.campaigns.controlShare);
      const groups = group(await groupSums(step.warehouse, "version"), ({campaign_id}) => campaign_id);
      await createFromRows(
        {columns},
        measured.flatMap((campaign) => armsIn(campaign, groups.get(campaign.campaign_id) ?? [])),
        step
      );
    }
  }
});

interface Arm {
  arm: "treated" | "control";
  version: string;
  sums: ArmSums;
}

function armsIn({campaign_id, state}: Measured, all: readonly GroupSums[]) {
  const {rows} = closed(all);
  const arms: Arm[] = [...group(rows, ({arm, group_name}) => `${arm} ${group_name}`).values()]
    .map((own) => ({arm: own[0]!.arm as Arm["arm"], version: own[0]!.group_name, sums: added(own)}))
    .filter(({sums}) => sums.n > 0);
  const control = arms.find(({arm}) => arm === "control");
  const versions = arms.filter(({arm}) => arm === "treated");
  if (!control && versions.length < 2) return [];
  const base = control ?? versions.reduce((a, b) => (b.sums.n > a.sums.n ? b : a));
  const isTold = state === "effect" || state === "response" || state === "too_few";
  const effects = arms.map((one): Effect =>
    one === base || !isTold ? noEffect : effectOf({treated: one.sums, control: base.sums})
  );
  const shareP = adjustedTogether(effects.map(({share}) => share?.pValue ?? null));
  const revenueP = adjustedTogether(effects.map(({adjusted}) => adjusted?.pValue ?? null));
  return arms.map(({arm, version, sums}, i) => {
    const {share, low, high} = shareOf(sums);
    return {
      campaign_id,
      arm,
      version,
      customers: sums.n,
      opened: sums.opened,
      clicked: sums.clicked,
      ordered: sums.ordered,
      ordered_share: share!,
      ordered_low: low!,
      ordered_high: high!,
      revenue_per_customer: sums.y / sums.n,
      compared_with: !effects[i]!.share ? ("nothing" as const) : control ? ("control" as const) : ("version" as const),
      ...effectCells(effects[i]!),
      share_p_adjusted: shareP[i]!,
      adjusted_p_adjusted: revenueP[i]!,
      is_clear: [shareP[i], revenueP[i]].some((p) => p !== null && p! < 0.05)
    };
  });
}
