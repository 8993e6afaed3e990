import type {Locale} from "../../format/locale.ts";
import {segmentName} from "../customers/words.ts";
import type {Dimension} from "./rows.ts";

type T = {t: Locale["t"]};

/** The name of a stage or a pipeline. */
export const stageName = (stage: string, {t}: T): string =>
  stage === "unknown" ? t("stage not recorded", "阶段未记录") : stage;

/** What opportunities are grouped by. */
export const dimensionName = (dimension: Dimension, {t}: T): string =>
  ({
    all: t("All", "全部"),
    owner: t("Rep", "负责人"),
    team: t("Team", "团队"),
    source: t("Source", "来源"),
    product: t("Product", "产品"),
    type: t("Type", "类型"),
    segment: t("Segment", "客户分群"),
    pipeline: t("Pipeline", "管道")
  })[dimension];

/** The name of a group; what carries none is said so. */
export function groupName(dimension: Dimension, value: string, {t}: T): string {
  if (value === "unknown") return t("not given", "未注明");
  if (dimension === "all") return t("All opportunities", "全部商机");
  return dimension === "segment" ? segmentName(value, t) : value;
}

/** A reason of losses. */
export const reasonName = (reason: string, {t}: T): string =>
  reason === "unknown" ? t("no reason given", "未注明原因") : reason;

/** A period of a target: Jun 2026, Q2 2026. */
export const periodName = (period: string, from: Date, {t, f}: Pick<Locale, "t" | "f">): string => {
  const [year, part] = period.split("-") as [string, string];
  return part.startsWith("Q") ? t(`${part} ${year}`, `${year} 年第 ${part.slice(1)} 季度`) : f.month(from);
};
