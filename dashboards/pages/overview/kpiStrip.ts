import {kpis, type Html, type Kpi} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {Change} from "../cohorts/change.ts";
import type {TriangleData} from "../cohorts/triangleData.ts";
import {activeKpi, retentionKpi, revenueKpi, type MonthRow} from "./moneyKpis.ts";
import type {Risk} from "./risk.ts";
import type {TwelveMonths} from "./twelveMonths.ts";
import type {Nps} from "./waves.ts";
import {unsigned} from "./unsigned.ts";

/** What the strip is made of. */
export interface StripData {
  year: TwelveMonths | undefined;
  months: readonly MonthRow[];
  triangle: TriangleData;
  change: Change | undefined;
  /** Elapsed month whose return is shown. */
  month: number;
  risk: Risk | undefined;
  horizonDays: number;
  nps: Nps | undefined;
}

/** Six numbers, each with what it is compared with and how sure it is. */
export const kpiStrip = (data: StripData, c: Context): Html =>
  kpis(
    [
      activeKpi(data.year, data.months, c),
      revenueKpi(data.year, data.months, c),
      retentionKpi(data.year, c),
      returnKpi(data, c),
      riskKpi(data, c),
      npsKpi(data.nps, c)
    ],
    c
  );

function returnKpi({triangle, change, month}: StripData, c: Context): Kpi {
  const {t, f} = c;
  const label = t(`Return in month ${month}`, `第 ${month} 月复购率`);
  const href = c.href("/cohorts");
  const values = triangle.cohorts.flatMap(({customers, cells}) => {
    const at = cells[month - 1];
    return at && customers && !at.running && at.active !== null ? [at.active / customers] : [];
  });
  const mean = triangle.means[month - 1];
  const spark = {values: values.slice(-18)};
  const definition = {
    id: "return",
    term: label,
    text: t(
      `Share of the newest three cohorts that have completed month ${month} with an order in it, against the twelve cohorts before them.`,
      `已走完第 ${month} 月的最新三个同期群中当月下单的占比，与其前十二个同期群相比。`
    )
  };
  if (!change)
    return {
      label,
      href,
      definition,
      value: f.share(mean?.active, 0),
      versus: mean
        ? t("mean of all complete cohorts", "全部完整同期群平均")
        : t("no cohort has completed a month", "尚无同期群走完一个月"),
      note: mean && t("too few customers to compare newer ones", "新近客户样本不足，无法比较"),
      spark
    };
  const {recent, earlier, change: gap} = change;
  return {
    label,
    href,
    definition,
    value: f.share(recent.value),
    delta: gap.isClear
      ? {value: gap.value, text: unsigned(f.points(gap.value, {tight: true})), tone: gap.value < 0 ? "bad" : "good"}
      : "unclear",
    versus: t(`vs ${f.share(earlier.value)} of earlier cohorts`, `较此前同期群 ${f.share(earlier.value)}`),
    note: t(
      `95% interval ${f.shareRange(recent.low, recent.high)}, n ${f.count(recent.n)}`,
      `95% 区间 ${f.shareRange(recent.low, recent.high)}，n ${f.count(recent.n)}`
    ),
    spark
  };
}

function riskKpi({risk, horizonDays}: StripData, c: Context): Kpi {
  const {t, f} = c;
  const label = t(`Value at risk, ${f.days(horizonDays)}`, `风险价值（${f.days(horizonDays)}）`);
  const href = c.href("/churn");
  if (!risk) return {label, href, value: f.missing, versus: t("nothing tells yet who leaves", "尚无从判断谁会流失")};
  const {now, change, course} = risk;
  const part = now.expected > 0 ? now.value / now.expected : null;
  const definition = {
    id: "value-at-risk",
    term: t("Value at risk", "风险价值"),
    text: t(
      "What customers usually spend within the horizon × the risk that they place no order in it. Earlier month ends: as a model foretold then, or by today's shares where warning rules are used.",
      "客户在视野期内的常规消费 × 其间不再下单的风险。此前月末：模型当时的预测；使用预警规则时按当前流失率计算。"
    )
  };
  return {
    label,
    href,
    definition,
    value: f.money(now.value),
    delta:
      change &&
      (change.amount.isClear ? {value: change.amount.value, text: f.money(Math.abs(change.amount.value))} : "unclear"),
    versus: change && t(`since ${f.day(change.since)}`, `较${f.day(change.since)}`),
    note: t(
      `${f.share(part)} of ${f.money(now.expected)}; 95% interval ${f.moneyRange(now.low, now.high)}`,
      `占 ${f.money(now.expected)} 的 ${f.share(part)}；95% 区间 ${f.moneyRange(now.low, now.high)}`
    ),
    spark: {values: course.map(({value}) => value)}
  };
}

function npsKpi(nps: Nps | undefined, c: Context): Kpi {
  const {t, f} = c;
  if (!nps)
    return {
      label: "NPS",
      value: f.missing,
      versus: t("add an export of feedback, or wait for 30 answers", "请添加反馈导出，或等待 30 份答卷")
    };
  const {last, before, change} = nps;
  return {
    label: "NPS",
    href: c.href("/voice"),
    definition: {
      id: "nps",
      term: "NPS",
      text: t(
        "Share of answers 9–10 less share of 0–6, in points, with its multinomial interval.",
        "9–10 分占比减去 0–6 分占比，含多项分布区间。"
      )
    },
    value: f.score(last.nps),
    delta:
      change &&
      (change.isClear
        ? {value: change.value, text: unsigned(f.score(change.value)), tone: change.value < 0 ? "bad" : "good"}
        : "unclear"),
    versus: before && t(`vs ${f.score(before.nps)}, ${before.name}`, `较 ${before.name} 的 ${f.score(before.nps)}`),
    note: t(
      `${last.name}: 95% interval ${f.range(last.low, last.high)}, n ${f.count(last.answers)}`,
      `${last.name}：95% 区间 ${f.range(last.low, last.high)}，n ${f.count(last.answers)}`
    ),
    spark: nps.course
  };
}
