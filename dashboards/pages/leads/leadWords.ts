import type {leadDimensions} from "../../../models/marts/mart_lead_group.ts";
import type {LeadField} from "../../../models/leads/leakRules.ts";
import type {Locale} from "../../format/locale.ts";
import {isWithheld} from "../../withheld.ts";
import type {SummaryRow} from "./leadsData.ts";

type T = Locale["t"];

/** The name of a field of the leads, as the glossary has it. */
export const fieldName = (field: LeadField, t: T): string =>
  ({
    email: t("E-mail", "邮箱"),
    phone: t("Telephone", "电话"),
    customer_name: t("Name", "姓名"),
    company: t("Company", "公司"),
    country: t("Country", "国家"),
    region: t("Region", "省/州"),
    city: t("City", "城市"),
    industry: t("Industry", "行业"),
    job_title: t("Job title", "职务"),
    employees: t("Employees", "员工规模"),
    product_interest: t("Product asked for", "意向产品"),
    rating: t("Rating", "评级"),
    lead_source: t("Source", "来源"),
    campaign: t("Campaign", "活动"),
    owner: t("Owner", "负责人"),
    team: t("Team", "团队"),
    lead_status: t("State", "状态"),
    converted_at: t("Time of conversion", "转换时间"),
    customer_key: t("Account that it became", "转换后的客户"),
    opportunity_id: t("Opportunity that it became", "转换后的商机")
  })[field];

/** The name of what leads are told apart by. */
export const dimensionName = (dimension: (typeof leadDimensions)[number], t: T): string =>
  ({
    all: t("All", "全部"),
    lead_source: t("Source", "来源"),
    campaign: t("Campaign", "活动"),
    country: t("Country", "国家"),
    region: t("Region", "省/州"),
    industry: t("Industry", "行业"),
    company_size: t("Company size", "公司规模"),
    job_level: t("Job level", "职级"),
    product_interest: t("Product asked for", "意向产品"),
    rating: t("Rating", "评级"),
    team: t("Team", "团队"),
    owner_key: t("Owner", "负责人")
  })[dimension];

/** A share in words with its interval: "42.0%, 35.1–49.2%". */
export const rateWords = (share: number, low: number, high: number, {f, t}: Locale): string =>
  `${f.share(share)}${t(` (95% interval ${f.shareRange(low, high)})`, `（95% 区间 ${f.shareRange(low, high)}）`)}`;

/** Why nothing is scored; for a model in use what it is. */
export function choiceWords(summary: SummaryRow, minCell: number, {t, f}: Locale): string {
  if (summary.uses === "model")
    return t(
      `Chances are from ${methodName(summary.method ?? "trees", t)}, which foretold later leads better than the rates of their sources.`,
      `概率来自${methodName(summary.method ?? "trees", t)}，它对之后线索的预测优于来源转换率。`
    );
  const closed = isWithheld(summary.closed_leads, minCell)
    ? t(`fewer than ${minCell}`, `少于 ${minCell}`)
    : f.count(summary.closed_leads);
  const why = {
    too_few: t(
      `${closed} leads are older than the horizon; a model needs 300`,
      `超过观察期的线索 ${closed} 条；训练模型至少需 300 条`
    ),
    one_class: t(
      "under 50 leads converted, or under 50 did not: nothing tells them apart",
      "已转换或未转换的线索少于 50 条，无从区分"
    ),
    no_closed_horizon: t("no lead is older than the horizon yet", "尚无线索超过观察期"),
    fitted: summary.tested_leads
      ? t(
          "no model foretold later leads better than the rates of their sources",
          "没有模型对之后线索的预测优于来源转换率"
        )
      : t("the models could not be tested on later leads yet", "模型尚无法在之后的线索上检验")
  }[summary.state];
  return t(`No score: ${why}.`, `不评分：${why}。`);
}

export const methodName = (method: "logistic" | "trees" | "source" | "base", t: T): string =>
  ({
    logistic: t("a logistic regression", "逻辑回归"),
    trees: t("boosted trees", "提升树"),
    source: t("the rate of the source", "来源转换率"),
    base: t("the rate of all leads", "总体转换率")
  })[method];
