import type {Kpi} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {unsigned} from "../overview/unsigned.ts";
import type {StripData} from "./kpiStrip.ts";
import {tooFew} from "./lifeKpis.ts";

/** What running contracts bring a month, against a year ago. */
export function recurringKpi({summary, months}: StripData, c: Context): Kpi {
  const {t, f} = c;
  const label = t("Recurring revenue", "经常性收入");
  const definition = {
    id: "recurring-revenue",
    term: label,
    text: t(
      "What running contracts bring a month, before tax: a yearly price ÷ 12, a weekly one × 52 ÷ 12. Trials bring nothing yet.",
      "有效合同每月带来的金额（税前）：年付 ÷ 12，周付 × 52 ÷ 12；试用期不计。"
    )
  };
  const yearAgo = months.at(-13);
  const change = yearAgo && yearAgo.end_amount > 0 ? summary.monthly_amount / yearAgo.end_amount - 1 : null;
  if (isWithheld(summary.running_customers, c.minCell))
    return {label, definition, value: f.missing, versus: t("too few customers", "客户过少")};
  return {
    label,
    definition,
    value: f.money(summary.monthly_amount),
    unit: t(" a month", "／月"),
    delta:
      change === null
        ? undefined
        : {value: change, text: unsigned(f.change(change)), tone: change < 0 ? "bad" : "good"},
    versus:
      change === null
        ? undefined
        : t(`vs end of ${f.month(yearAgo!.contract_month)}`, `较 ${f.month(yearAgo!.contract_month)}末`),
    note: t(
      `${f.count(summary.running_contracts)} running contracts`,
      `${f.count(summary.running_contracts)} 份有效合同`
    ),
    spark: {values: months.slice(-24).map(({end_amount}) => end_amount), running: months.at(-1)?.is_partial}
  };
}

/** What of it is expected to end soon. */
export function lossKpi({summary, loss}: StripData, c: Context): Kpi {
  const {t, f} = c;
  const days = loss?.horizon_days ?? 90;
  const label = t(`At risk, ${f.days(days)}`, `风险金额（${f.days(days)}）`);
  const definition = {
    id: "recurring-risk",
    term: label,
    text: t(
      "Recurring revenue × the chance that its contract ends within so many days, given its age (Kaplan–Meier). The interval says how well the expectation is known.",
      "经常性收入 × 合同按其当前时长在期内终止的概率（Kaplan–Meier）。区间表示该期望的估计精度。"
    )
  };
  if (summary.state !== "estimated" || !loss || isWithheld(summary.running_customers, c.minCell))
    return {label, definition, value: f.missing, versus: tooFew(c)};
  const {expected_loss: value, loss_low: low, loss_high: high, monthly_amount: total} = loss;
  return {
    label,
    definition,
    value: f.money(value),
    unit: t(" a month", "／月"),
    versus:
      total > 0
        ? t(`${f.share(value / total, 0)} of recurring revenue`, `占经常性收入 ${f.share(value / total, 0)}`)
        : undefined,
    note: t(`95% interval ${f.moneyRange(low, high)}`, `95% 区间 ${f.moneyRange(low, high)}`)
  };
}

/** Contracts that were cancelled and still run. */
export function noticeKpi({summary}: StripData, c: Context): Kpi {
  const {t, f} = c;
  const label = t("Notice given", "已提出取消");
  const definition = {
    id: "notice",
    term: label,
    text: t(
      "Contracts that were cancelled and still run. They have not ended, so the curves count them as running.",
      "已提出取消但仍有效的合同；尚未终止，曲线中按有效计。"
    )
  };
  if (isWithheld(summary.notice_customers, c.minCell))
    return {
      label,
      definition,
      value: t(`under ${c.minCell}`, `不足 ${c.minCell}`),
      versus: t("customers; the number is withheld", "位客户；具体数不予显示")
    };
  return {
    label,
    definition,
    value: f.count(summary.notice_contracts),
    versus: t("contracts, still running", "份合同，仍有效"),
    note:
      summary.notice_contracts > 0 &&
      t(`${f.money(summary.notice_amount)} a month`, `每月 ${f.money(summary.notice_amount)}`)
  };
}
