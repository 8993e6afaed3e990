import {kpis, type Html, type Kpi} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {defined} from "./defined.ts";
import {known, revenueOf, shareOf, signedMoney, toneOf} from "./effectWords.ts";
import type {CampaignRow, Summary} from "./rows.ts";
import {measuredOf} from "./shown.ts";

/** Six numbers: campaigns that can be judged, people reached, what the last judged one changed twice, who left, what it cost. */
export function kpiStrip(summary: Summary, rows: readonly CampaignRow[], c: Context): Html {
  const [last] = measuredOf(rows);
  return kpis(
    [
      measuredKpi(summary, c),
      reachedKpi(summary, c),
      shareKpi(last, c),
      revenueKpi(last, c),
      leftKpi(summary, c),
      costKpi(summary, c)
    ],
    c
  );
}

const measuredKpi = ({campaigns, measured, clear}: Summary, c: Context): Kpi => ({
  label: c.t("Campaigns judged", "可判断的活动"),
  href: "#campaigns",
  definition: defined("control-group", c),
  value: c.f.count(measured),
  unit: c.t(` of ${c.f.count(campaigns)}`, ` / ${c.f.count(campaigns)}`),
  versus: c.t("against a control group", "有对照组"),
  note:
    measured > 0 &&
    c.t(
      `${c.f.count(clear)} clear; chance alone: ${c.f.number(measured * 0.05, 1)}`,
      `${c.f.count(clear)} 个明确；纯偶然预期 ${c.f.number(measured * 0.05, 1)}`
    )
});

const reachedKpi = (summary: Summary, {t, f, minCell}: Context): Kpi => ({
  label: t("Customers reached", "触达客户"),
  value: isWithheld(summary.reached_customers_365d, minCell) ? f.missing : f.kpi(summary.reached_customers_365d),
  versus: t(
    `by ${f.count(summary.campaigns_365d)} campaigns, 365 days`,
    `近 365 天 ${f.count(summary.campaigns_365d)} 个活动`
  ),
  note:
    !isWithheld(summary.held_back_customers_365d, minCell) &&
    t(
      `${f.count(summary.held_back_customers_365d)} held back at times`,
      `${f.count(summary.held_back_customers_365d)} 位曾留作对照`
    )
});

const none = ({t, f}: Context) => ({
  value: f.missing,
  versus: t("no campaign with a control group", "尚无留有对照组的活动")
});

function shareKpi(last: CampaignRow | undefined, c: Context): Kpi {
  const {t, f} = c;
  const label = t("Effect on who orders", "对下单率的效果");
  const told = last && known(shareOf(last));
  if (!told) return {label, ...none(c)};
  const tone = toneOf(told);
  return {
    label,
    href: "#campaigns",
    definition: defined("campaign-effect", c),
    value: f.points(told.value, {tight: true}),
    tone: tone === "good" || tone === "bad" ? tone : undefined,
    versus: last.campaign,
    note: `${f.pointsRange(told.low, told.high)}, n ${f.count(last.treated)} + ${f.count(last.control)}`
  };
}

function revenueKpi(last: CampaignRow | undefined, c: Context): Kpi {
  const {t} = c;
  const label = t("Effect a customer", "人均效果");
  const told = last && known(revenueOf(last));
  if (!told) return {label, ...none(c)};
  const tone = toneOf(told);
  return {
    label,
    href: "#campaigns",
    definition: defined("adjusted-effect", c),
    value: signedMoney(told.value, c),
    tone: tone === "good" || tone === "bad" ? tone : undefined,
    versus: last.campaign,
    note: `${signedMoney(told.low, c)} ${t("to", "至")} ${signedMoney(told.high, c)}`
  };
}

const leftKpi = (
  {unsubscribed_365d: left, reached_customers_365d: reached}: Summary,
  {t, f, minCell}: Context
): Kpi => ({
  label: t("Left the list", "退订"),
  value: isWithheld(left, minCell) ? f.missing : f.count(left),
  versus: isWithheld(left, minCell)
    ? t(`fewer than ${minCell}`, `少于 ${minCell} 位`)
    : reached > 0
      ? t(`${f.share(left / reached)} of the reached, 365 days`, `占近 365 天触达客户的 ${f.share(left / reached)}`)
      : undefined
});

const costKpi = ({cost, campaigns, without_cost: without}: Summary, {t, f}: Context): Kpi => ({
  label: t("Cost", "成本"),
  value: cost === null ? f.missing : f.money(cost),
  versus:
    cost === null
      ? t("no cost known", "成本未知")
      : without > 0
        ? t(
            `of ${f.count(campaigns - without)}; not known of ${f.count(without)}`,
            `${f.count(campaigns - without)} 个活动；${f.count(without)} 个未知`
          )
        : t("all campaigns", "全部活动"),
  note: cost === null && t("the export names none", "导出中没有成本列")
});
