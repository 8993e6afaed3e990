import {html, kpis, type Content, type Html, type Kpi} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {aheadWords} from "./aheadWords.ts";
import {comingDays, comingMoney} from "./comingRange.ts";
import {defined} from "./defined.ts";
import {holdOutOf} from "./holdOut.ts";
import {modelWords} from "./modelWords.ts";
import type {CandidateRow, SummaryRow} from "./rows.ts";

/** Six numbers: what the base is worth, how often it buys, who is still there, how concentrated, who bought once, by which model. */
export function kpiStrip(summary: SummaryRow, candidates: readonly CandidateRow[], c: Context): Html {
  const {t, f, href, minCell} = c;
  const ahead = aheadWords(summary.horizon_days, c);
  const interval = (range: string): Content =>
    range !== f.missing && html`${t("95% interval ", "95% 区间 ")}<span class="nowrap">${range}</span>`;
  const each = (value: number | null) => value !== null && f.moneyExact(value / summary.customers, 2);
  const daysEach = (summary.expected_days ?? 0) / summary.customers;
  const days = f.number(daysEach, daysEach < 0.1 ? 3 : 2);
  const tenth = Math.floor(summary.customers / 10);
  const isSmall = isWithheld(tenth, minCell) || tenth === 0;
  const verdict = holdOutOf(candidates);
  const once = summary.one_time_customers / summary.customers;
  const items: Kpi[] = [
    {
      label: t("Lifetime value", "客户价值"),
      definition: defined("clv", c),
      value: f.money(summary.clv),
      versus:
        summary.clv === null
          ? t("no spend to learn from", "无可供学习的金额")
          : t(`in ${ahead}; ${each(summary.clv)} each`, `${ahead}内；人均 ${each(summary.clv)}`),
      note: interval(f.moneyRange(...comingMoney(summary)))
    },
    {
      label: t("Purchases", "购买次数"),
      definition: defined("expected-purchases", c),
      value: f.kpi(summary.expected_days),
      versus: t(`expected in ${ahead}; ${days} each`, `${ahead}内预计；人均 ${days}`),
      note: interval(f.range(...comingDays(summary)))
    },
    {
      label: t("Still customers", "仍是客户"),
      definition: defined("alive", c),
      value: f.kpi(summary.alive_customers === null ? null : Math.round(summary.alive_customers)),
      versus:
        summary.alive_customers === null
          ? t("the model does not say", "模型未给出")
          : t(
              `of ${f.count(summary.customers)}, ${f.share(summary.alive_customers / summary.customers, 0)}: sum of probabilities`,
              `共 ${f.count(summary.customers)} 位，占 ${f.share(summary.alive_customers / summary.customers, 0)}：概率之和`
            )
    },
    {
      label: t("Top tenth", "前十分之一"),
      href: isSmall ? null : href("/customers", {tenth: 1}),
      value: isSmall ? f.missing : f.share(summary.top_tenth_share, 0),
      versus: isSmall
        ? t(`fewer than ${minCell} customers`, `不足 ${minCell} 位客户`)
        : summary.top_tenth_share === null
          ? t("no value to divide", "没有可分配的价值")
          : t("of the lifetime value", "占客户价值的比例")
    },
    {
      label: t("Bought once", "只买过一次"),
      definition: defined("purchase-day", c),
      value: isWithheld(summary.one_time_customers, minCell) ? f.missing : f.share(once, 0),
      versus: isWithheld(summary.one_time_customers, minCell)
        ? t(`fewer than ${minCell} customers`, `不足 ${minCell} 位客户`)
        : t(
            `${f.count(summary.one_time_customers)} customers, on one day`,
            `${f.count(summary.one_time_customers)} 位，仅一个购买日`
          )
    },
    {
      label: t("Model", "模型"),
      href: "#method",
      value: summary.model === null ? f.missing : modelWords(summary.model, c),
      versus: verdict
        ? verdict.isWorse
          ? t("erred more than a simple forecast", "误差大于简单预测")
          : t("erred least of those tested", "检验中误差最小")
        : t("could not be tested", "未能检验"),
      tone: verdict?.isWorse ? "bad" : undefined
    }
  ];
  return kpis(items, c);
}
