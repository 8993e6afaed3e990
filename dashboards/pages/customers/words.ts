import type {Locale} from "../../format/locale.ts";
import {otherWord} from "./shape.ts";

type Translate = Locale["t"];
type Pairs = Record<string, readonly [en: string, zh: string]>;

const segments: Pairs = {
  champions: ["Champions", "冠军客户"],
  loyal: ["Loyal", "忠诚"],
  promising: ["Promising", "潜力"],
  new: ["New", "新客"],
  need_attention: ["Need attention", "需关注"],
  about_to_sleep: ["About to sleep", "即将沉睡"],
  cannot_lose: ["Can't lose", "不可流失"],
  at_risk: ["At risk", "有风险"],
  lost: ["Lost", "已流失"]
};

const spoken = (word: string): string => word.replaceAll("_", " ").replace(/^\p{L}/u, (first) => first.toUpperCase());

/** The name of a segment: the usual ones in both languages, a company's own as it is written in the configuration. */
export function segmentName(segment: string, t: Translate): string {
  const known = segments[segment];
  return known ? t(...known) : spoken(segment);
}

const stageNames = {
  prospect: ["Prospect", "潜在"],
  new: ["New", "新客"],
  active: ["Active", "活跃"],
  loyal: ["Loyal", "忠诚"],
  slipping: ["Slipping", "渐冷"],
  dormant: ["Dormant", "休眠"],
  lost: ["Lost", "流失"],
  reactivated: ["Reactivated", "唤回"]
} satisfies Pairs;

/** Stages of the lifecycle, from the first on. */
export const stages = Object.keys(stageNames);

/** The name of a stage of the lifecycle. */
export const stageName = (stage: string, t: Translate): string =>
  stage in stageNames ? t(...stageNames[stage as keyof typeof stageNames]) : spoken(stage);

/** A class as it is printed: with a true minus. */
export const className = (abc: string): string => abc.replace("-", "−");

/** The word for a band of risk. */
export const bandName = (band: string, t: Translate): string =>
  ({low: t("low", "低"), medium: t("medium", "中"), high: t("high", "高")})[band] ?? band;

/** The word for a party. */
export const partyName = (party: string, t: Translate): string =>
  ({person: t("person", "个人"), organisation: t("organisation", "组织")})[party] ?? party;

/** A word of the list; what stands for all less frequent ones, in words. */
export const otherName = (word: string, t: Translate): string => (word === otherWord ? t("other", "其他") : word);
