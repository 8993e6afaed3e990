import type {Locale} from "../../format/locale.ts";
import {segmentName} from "../customers/words.ts";
import type {CampaignRow, Dimension, Fault} from "./rows.ts";

type T = Pick<Locale, "t">;

/** Why there is no effect; undefined where there is one. */
export const stateWords = ({state, control}: Pick<CampaignRow, "state" | "control">, {t}: T): string | undefined =>
  ({
    effect: undefined,
    response: t("no control group", "无对照组"),
    mismatch: t("arms off plan: not read", "分组比例异常，不作判断"),
    too_few: control > 0 ? t("too few to compare", "人数过少") : t("no control group", "无对照组"),
    undated: t("date not known", "日期未知"),
    ahead: t("sent after this report", "晚于截止时刻"),
    no_list: t("list not known", "名单未知")
  })[state];

/** What customers are told apart by. */
export const dimensionName = (dimension: Dimension, {t}: T): string =>
  ({
    recency: t("Last order before", "此前最近下单"),
    frequency: t("Orders in the year before", "此前一年订单数"),
    segment: t("Segment before", "此前分群")
  })[dimension];

const groups: Record<string, [en: string, zh: string]> = {
  never: ["never ordered", "从未下单"],
  days_0_90: ["within 90 days", "90 天内"],
  days_91_365: ["91–365 days", "91–365 天"],
  days_over_365: ["over a year ago", "一年以上"],
  orders_0: ["none", "0 单"],
  orders_1: ["one", "1 单"],
  orders_2_3: ["two or three", "2–3 单"],
  orders_4_more: ["four or more", "4 单及以上"],
  none: ["no order in the window", "窗口内无订单"]
};

/** A segment by its name. */
export function groupName(name: string, {t}: T): string {
  const known = groups[name];
  return known ? t(...known) : segmentName(name, t);
}

/** The order in which the segments of a dimension stand. */
export const placeOf = (name: string): number => {
  const place = Object.keys(groups).indexOf(name);
  return place < 0 ? Object.keys(groups).length : place;
};

/** A fault, and what was done about it. */
export const faultWords = (fault: Fault, {t}: T): [name: string, done: string] =>
  ({
    both_arms: [t("Reached and held back", "同属触达组与对照组"), t("left out", "已排除")],
    control_reached: [
      t("Held back, yet reached", "对照组却被触达"),
      t("kept as held back; the effect looks smaller", "仍计入对照组，效果被低估")
    ],
    several_versions: [t("Got several versions", "收到多个版本"), t("in no comparison of versions", "不参与版本比较")],
    overlapping: [
      t("Another campaign in the same days", "同期收到其他活动"),
      t("kept; by lot there are such in both arms", "保留；随机分组使两组均有此类客户")
    ],
    undated: [t("Nobody knows when", "触达日期未知"), t("left out", "已排除")],
    unknown_customer: [t("Customer not known", "客户无法识别"), t("left out", "已排除")],
    ahead: [t("After this report's date", "晚于截止时刻"), t("left out so far", "暂不计入")],
    answer_before_sending: [
      t("Answered before it was sent", "反应早于发送日"),
      t("answer does not count", "该反应不计")
    ],
    sent_before_campaign: [t("Sent before the campaign began", "早于活动开始日发送"), t("kept", "保留")]
  })[fault] as [string, string];
