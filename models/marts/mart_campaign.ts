import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {effectCells, effectColumns} from "../campaigns/effectColumns.ts";
import {balance, effectOf, leastArm, noEffect, powerOf, shareOf} from "../campaigns/effects.ts";
import {measuredCampaigns, type Measured} from "../campaigns/measured.ts";
import {campaignStates} from "../campaigns/state.ts";
import {createFromRows} from "../createFromRows.ts";
import {intCampaign} from "../intermediate/int_campaign.ts";
import {intCampaignGroup} from "../intermediate/int_campaign_group.ts";
import {model, type Step} from "../model.ts";

const columns = z.strictObject({
  campaign_id: c.id("The campaign.", "活动编号。", "public"),
  campaign: c.text("Its name, else its key.", "活动名称，否则编号。"),
  campaign_channel: c.text("How it reaches people.", "触达渠道。").nullable(),
  objective: c.text("What it is for.", "活动目标。").nullable(),
  started_on: c.day("Day on which it began.", "开始日期。").nullable(),
  window_ends_on: c.day("Last day on which an order counts.", "窗口末日。").nullable(),
  window_days: c.wholeDays(
    "Orders count on the day of the message, from it on, and so many days after that.",
    "发送当日（自消息起）及其后多少天的订单计入。"
  ),
  state: c.oneOf(
    campaignStates,
    "effect: measured against a control group; response: none was held back; mismatch: arms are not of the planned sizes; too_few: under 30 in an arm; undated: nobody knows when; ahead: sent after as_of; no_list: nobody knows whom.",
    "effect 有对照组，可测效果；response 无对照组，仅为响应；mismatch 分组比例异常；too_few 某组不足 30 人；undated 日期未知；ahead 晚于截止时刻；no_list 名单未知。"
  ),
  is_partial: c.flag("All windows were still running at as_of: numbers so far.", "窗口均未结束，为截至目前的数字。"),
  running: c.count("Customers left out because their window still runs.", "窗口未结束而未计入的客户数。"),
  recipients: c.count("People it was sent to, as the tool counts.", "工具统计的发送人数。").nullable(),
  treated: c.count("Reached customers that are measured.", "计入的实验组客户数。"),
  control: c.count("Held-back customers that are measured.", "计入的对照组客户数。"),
  both_arms: c.count("In both arms; left out.", "同属两组，已排除。"),
  opened: c.count("Reached who opened.", "打开者。"),
  clicked: c.count("Reached who clicked.", "点击者。"),
  unsubscribed: c.count("Reached who left the list.", "退订者。"),
  bounced: c.count("Reached to whom it did not get through.", "退回者。"),
  overlapping_treated: c.count("Reached who got another campaign in the same days.", "实验组中同期收到其他活动者。"),
  overlapping_control: c.count("Held back who got another campaign in the same days.", "对照组中同期收到其他活动者。"),
  ordered: c.count("Reached who ordered within the window.", "实验组窗口内下单者。"),
  response_share: c.share("Those ÷ reached: response.", "响应率：下单者÷实验组。").nullable(),
  response_low: c.share("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
  response_high: c.share("Upper end.", "95% 区间上限。").nullable(),
  control_ordered: c.count("Held back who ordered.", "对照组窗口内下单者。"),
  control_ordered_share: c.share("Those ÷ held back.", "对照组下单占比。").nullable(),
  control_low: c.share("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
  control_high: c.share("Upper end.", "95% 区间上限。").nullable(),
  net_revenue: c.money("Net revenue of the reached within the window.", "实验组窗口内净收入。"),
  revenue_per_customer: c.number("Per reached customer.", "实验组人均净收入。").nullable(),
  control_revenue_per_customer: c.number("Per held-back customer.", "对照组人均净收入。").nullable(),
  planned_share: c
    .share("Share to be held back by plan; null: none was planned.", "计划留作对照的占比；未计划为空。")
    .nullable(),
  ratio_p: c
    .number(
      "Chance of arms as uneven as these by lot; under 0.001 something went wrong.",
      "分组比例如此偏离的概率；低于 0.001 为异常。"
    )
    .nullable(),
  balance_p: c
    .number("Chance of spend before as unequal as this by lot.", "两组前期消费差异纯属偶然的概率。")
    .nullable(),
  ...effectColumns,
  detectable_before: c
    .number(
      "Smallest rise of the share with an order that such arms find with 80 % power, from what customers did before.",
      "按前期行为，该规模以 80% 功效可测出的最小升幅。"
    )
    .nullable(),
  detectable_after: c.number("The same from what the control did.", "按对照组实际行为的最小可测升幅。").nullable(),
  detectable_revenue: c
    .number(
      "Smallest difference of net revenue per customer found with 80 % power.",
      "80% 功效可测出的人均净收入最小差异。"
    )
    .nullable(),
  needed_per_arm: c
    .count(
      "Customers that each of two equal arms needs to find the difference of shares that there was.",
      "要测出所见占比差异，等分两组各需的客户数。"
    )
    .nullable(),
  cost: c.money("What it cost; null: nobody says.", "成本；未知为空。").nullable(),
  incremental_revenue: c
    .number("Adjusted difference × reached customers.", "调整后差异×实验组客户数，即增量净收入。")
    .nullable(),
  incremental_low: c.number("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
  incremental_high: c.number("Upper end.", "95% 区间上限。").nullable(),
  revenue_per_cost: c
    .number(
      "Incremental net revenue per unit of cost; null without cost or effect.",
      "每单位成本的增量净收入；无成本或无效果为空。"
    )
    .nullable(),
  revenue_per_cost_low: c.number("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
  revenue_per_cost_high: c.number("Upper end.", "95% 区间上限。").nullable()
});

/**
 * What each campaign reached, what came back, and what it changed, one row per campaign.
 *
 * An effect is what customers reached differ by from customers held back by lot, with 95 % intervals: shares with an order within the window (the day of the message, from it on, and window_days after it), net
 * revenue per customer, and that adjusted by spend of the 365 days before, which was known when lots were drawn. Whoever was held back or reached
 * counts where they were put, whether the message came through or not. Who is in both arms is left out. Without a control group orders are a
 * response: many would have ordered anyway. Members whose window still runs are left out; where all do, numbers are of so far.
 */
export const martCampaign = model({
  name: "mart_campaign",
  title: {
    en: "What campaigns reached, brought and changed, one row per campaign.",
    zh: "活动的触达、响应与效果，每个活动一行。"
  },
  from: [intCampaign, intCampaignGroup],
  grain: ["campaign_id"],
  columns,
  procedure: {
    version: ({campaigns}) => [1, campaigns, leastArm],
    make: async (step) => {
      const measured = await measuredCampaigns(step.warehouse, step.settings.campaigns.controlShare);
      const facts = await factsOf(step);
      await createFromRows(
        {columns},
        measured.map((campaign) => ({
          ...facts.get(campaign.campaign_id)!,
          window_days: step.settings.campaigns.windowDays,
          ...toldOf(campaign)
        })),
        step
      );
    }
  }
});

interface Facts {
  campaign_id: string;
  campaign: string;
  campaign_channel: string | null;
  objective: string | null;
  started_on: string | null;
  window_ends_on: string | null;
  recipients: number | null;
  both_arms: number;
}

const factsOf = async ({warehouse}: Step) =>
  new Map(
    (
      await warehouse.rows<Facts>(
        `select campaign_id, campaign, campaign_channel, objective, started_on::varchar as started_on, window_ends_on::varchar as window_ends_on,
           recipients, both_arms from int_campaign`
      )
    ).map((row) => [row.campaign_id, row])
  );

/** Everything that is computed of a campaign's sums. */
function toldOf({arms, cost, state, planned, ratio, isPartial, running}: Measured) {
  const {treated, control} = arms;
  const isEffect = state === "effect";
  const effect = isEffect ? effectOf(arms) : noEffect;
  const [response, other] = [shareOf(treated), shareOf(control)];
  const power = powerOf(arms);
  const gained = (value: number | undefined) => (value === undefined ? null : value * treated.n);
  const [mean, low, high] = [effect.adjusted?.difference, effect.adjusted?.low, effect.adjusted?.high].map(gained);
  const perCost = (value: number | null | undefined) =>
    value === null || value === undefined || cost === null || cost <= 0 ? null : value / cost;
  return {
    state,
    is_partial: isPartial,
    running,
    treated: treated.n,
    control: control.n,
    opened: treated.opened,
    clicked: treated.clicked,
    unsubscribed: treated.unsubscribed,
    bounced: treated.bounced,
    overlapping_treated: treated.overlapping,
    overlapping_control: control.overlapping,
    ordered: treated.ordered,
    response_share: response.share,
    response_low: response.low,
    response_high: response.high,
    control_ordered: control.ordered,
    control_ordered_share: other.share,
    control_low: other.low,
    control_high: other.high,
    net_revenue: treated.y,
    revenue_per_customer: treated.n ? treated.y / treated.n : null,
    control_revenue_per_customer: control.n ? control.y / control.n : null,
    planned_share: planned,
    ratio_p: ratio,
    balance_p: balance(arms),
    ...effectCells(effect),
    detectable_before: power.before,
    detectable_after: power.after,
    detectable_revenue: power.revenue,
    needed_per_arm: isEffect ? power.needed : null,
    cost,
    incremental_revenue: mean ?? null,
    incremental_low: low ?? null,
    incremental_high: high ?? null,
    revenue_per_cost: perCost(mean),
    revenue_per_cost_low: perCost(low),
    revenue_per_cost_high: perCost(high)
  };
}
