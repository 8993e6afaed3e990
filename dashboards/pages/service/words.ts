import type {Locale} from "../../format/locale.ts";
import {segmentName} from "../customers/words.ts";
import type {Dimension, Phase, Target} from "./rows.ts";

type T = Locale["t"];

/** Priorities, most urgent first. */
export const priorities = ["urgent", "high", "normal", "low"] as const;

/** The name of a priority; null is none. */
export const priorityName = (priority: string | null, {t}: {t: T}): string =>
  ({
    urgent: t("Urgent", "紧急"),
    high: t("High", "高"),
    normal: t("Normal", "普通"),
    low: t("Low", "低"),
    all: t("All", "全部")
  })[priority ?? ""] ??
  priority ??
  t("no priority", "无优先级");

/** What a target is about. */
export const targetName = (target: Target, {t}: {t: T}): string =>
  target === "first_reply" ? t("First reply", "首次回复") : t("Resolution", "解决");

/** The state of an open ticket. */
export const stateName = (state: string, {t}: {t: T}): string =>
  ({
    new: t("new", "新建"),
    open: t("open", "处理中"),
    waiting: t("waits for the customer", "等待客户"),
    on_hold: t("on hold", "挂起"),
    solved: t("solved", "已解决"),
    closed: t("closed", "已关闭")
  })[state] ?? state;

/** Where the time of a ticket goes. */
export const phaseName = (phase: Phase, {t}: {t: T}): string =>
  ({
    first_reply: t("until the first reply", "至首次回复"),
    with_us: t("with us", "在我方"),
    with_customer: t("waiting for the customer", "等待客户"),
    on_hold: t("on hold", "挂起"),
    reopened: t("after reopening", "重开之后")
  })[phase];

/** What tickets are grouped by. */
export const dimensionName = (dimension: Dimension, {t}: {t: T}): string =>
  ({
    all: t("All tickets", "全部工单"),
    channel: t("Channel", "渠道"),
    category: t("Category", "类别"),
    tier: t("Segment", "客户分群"),
    team: t("Team", "团队"),
    agent: t("Agent", "客服"),
    product: t("Product", "商品"),
    priority: t("Priority", "优先级")
  })[dimension];

/** The name of a group; what carries none is said so. */
export function groupName(dimension: Dimension, value: string, {t}: {t: T}): string {
  if (value === "unknown") return t("not given", "未注明");
  if (value === "other" || value === "others") return t("others", "其他");
  if (dimension === "all") return t("All tickets", "全部工单");
  if (dimension === "tier") return segmentName(value, t);
  if (dimension === "priority") return priorityName(value, {t});
  return value;
}

/** A category or sub-category as the help desk writes it. */
export const causeName = (value: string, {t}: {t: T}): string =>
  value === "unknown" ? t("not given", "未注明") : value.replaceAll("_", " ");
