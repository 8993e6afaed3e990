import {kpis, type Html, type Kpi} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import {bandName} from "../words.ts";
import {horizonWords, type View} from "./view.ts";

function rating({profile: p, has}: View, {t, f}: Locale): Kpi {
  const label = t("Last rating", "最近评分");
  if (p.lastNpsScore === null) {
    return {
      label,
      value: f.missing,
      versus: has.feedback ? t("never answered", "从未作答") : t("no feedback export is loaded", "未载入反馈导出文件")
    };
  }
  const before = p.previousNpsScore === null ? "" : t(`, before ${p.previousNpsScore}`, `，上次 ${p.previousNpsScore}`);
  return {
    label,
    value: f.count(p.lastNpsScore),
    versus: t(`of 10${before}`, `满分 10${before}`),
    note: p.lastNpsOn && f.date(p.lastNpsOn),
    tone: p.lastNpsScore <= 6 ? "bad" : undefined
  };
}

function tickets({profile: p, has}: View, {t, f}: Locale): Kpi {
  const label = t("Tickets", "工单");
  if (!has.tickets) return {label, value: f.missing, versus: t("no help-desk export is loaded", "未载入工单导出文件")};
  const open =
    p.openTickets > 0
      ? t(`${f.count(p.openTickets)} open`, `${f.count(p.openTickets)} 张未解决`)
      : t("none open", "均已解决");
  const detail = t(
    `${open}; ${f.count(p.tickets90d)} in the last 90 days`,
    `${open}；近 90 天 ${f.count(p.tickets90d)} 张`
  );
  return {label, value: f.count(p.tickets), versus: p.tickets === 0 ? t("none so far", "至今没有") : detail};
}

function risk({profile: p}: View, {t, f}: Locale): Kpi {
  const label = t("Churn risk", "流失风险");
  if (p.risk === null) {
    return {
      label,
      value: f.missing,
      versus:
        p.orders === 0
          ? t("from the first order on", "首单之后才有")
          : t("nothing tells yet who leaves", "尚无从判断谁会流失")
    };
  }
  const range =
    p.riskLow === null || p.riskHigh === null
      ? ""
      : t(
          `, 95% interval ${f.shareRange(p.riskLow, p.riskHigh, 0)}`,
          `，95% 区间 ${f.shareRange(p.riskLow, p.riskHigh, 0)}`
        );
  return {
    label,
    value: f.share(p.risk, 0),
    versus: `${p.band && bandName(p.band, t)}${range}`,
    tone: p.band === "high" ? "bad" : undefined
  };
}

/** The six numbers: revenue, what is expected, risk, rhythm, rating, tickets. Absent ones say why. */
export function sixFacts(view: View, c: Locale): Html {
  const {profile: p} = view;
  const {t, f} = c;
  const horizon = p.horizonDays === null ? null : horizonWords(p.horizonDays, c);
  const items: Kpi[] = [
    {
      label: t("Net revenue", "净收入"),
      value: p.orders === 0 && p.netRevenue === 0 ? f.missing : f.money(p.netRevenue),
      versus:
        p.orders === 0
          ? t("no order yet", "尚无订单")
          : t(
              p.orders === 1 ? "one order so far" : `${f.count(p.orders)} orders, ${f.money(p.averageOrderValue)} each`,
              p.orders === 1 ? "至今一单" : `${f.count(p.orders)} 单，每单 ${f.money(p.averageOrderValue)}`
            )
    },
    {
      label: t("Expected", "预期收入"),
      value: f.money(p.expectedRevenue),
      versus:
        p.expectedRevenue === null
          ? t("from the first order on", "首单之后才有")
          : t(`in ${horizon}, at the pace of the last 365 days`, `${horizon}内，按近 365 天的速度`)
    },
    risk(view, c),
    {
      label: t("Rhythm", "下单节奏"),
      value: f.days(p.medianGapDays),
      versus:
        p.medianGapDays !== null
          ? t(`median gap; now ${f.days(p.silentDays)}`, `间隔中位数；现在 ${f.days(p.silentDays)}`)
          : p.orders === 0
            ? t("no order yet", "尚无订单")
            : t(`one purchase day so far; ${f.daysAgo(p.silentDays)}`, `至今只有一个购买日；${f.daysAgo(p.silentDays)}`)
    },
    rating(view, c),
    tickets(view, c)
  ];
  return kpis(items, c);
}
