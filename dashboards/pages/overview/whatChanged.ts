import type {Change as Listed} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {recentMonths, standings, type Change, type ChangeRow} from "../cohorts/change.ts";
import {groupName, groupsOf} from "../cohorts/groups.ts";
import {newcombe, wilson} from "../cohorts/intervals.ts";
import {isWithheld} from "../../withheld.ts";
import type {Risk} from "./risk.ts";
import type {Served} from "./service.ts";
import type {Nps} from "./waves.ts";

/** What the list is made of. */
export interface ChangesData {
  change: Change | undefined;
  rows: readonly ChangeRow[];
  risk: Risk | undefined;
  nps: Nps | undefined;
  served: readonly Served[];
}

/** The changes that clear their interval, in a fixed order; empty where none does. */
export const whatChanged = (data: ChangesData, c: Context): Listed[] => [
  ...returnChange(data.change, c),
  ...mixChange(data.rows, data.change, c),
  ...riskChange(data.risk, c),
  ...npsChange(data.nps, c),
  ...data.served.flatMap((served) => serviceChange(served, c))
];

function returnChange(change: Change | undefined, c: Context): Listed[] {
  if (!change?.change.isClear) return [];
  const {t, f} = c;
  const {value, low, high} = change.change;
  const title =
    value < 0
      ? t(`Fewer newer customers come back in month ${change.month}`, `第 ${change.month} 月复购的新近客户减少`)
      : t(`More newer customers come back in month ${change.month}`, `第 ${change.month} 月复购的新近客户增加`);
  const text = t(
    `First order ${recentMonths(change, c)}; 95% interval ${f.pointsRange(low, high)}.`,
    `首单 ${recentMonths(change, c)}；95% 区间 ${f.pointsRange(low, high)}。`
  );
  return [
    {size: f.points(value, {tight: true}), tone: value < 0 ? "bad" : "good", title, href: c.href("/cohorts"), text}
  ];
}

/** Groups of newer customers whose share of all newer ones grew, and that return clearly more or less than the others. */
function mixChange(rows: readonly ChangeRow[], change: Change | undefined, c: Context): Listed[] {
  if (!change) return [];
  const {t, f} = c;
  const [before, now] = [change.earlier.n, change.recent.n];
  return standings(rows, groupsOf(rows)).flatMap(({row, own, others, change: gap}): Listed[] => {
    const [held, had] = [wilson(row.recent_customers, now), wilson(row.earlier_customers, before)];
    const grew = newcombe(held, had);
    if (!gap.isClear || grew.low <= 0) return [];
    const name = groupName(row.group_name, c);
    const few = isWithheld(row.earlier_customers, c.minCell);
    const past = few
      ? t(`fewer than ${c.minCell} customers before`, `此前不足 ${c.minCell} 位`)
      : t(`${f.share(had.value, 0)} before`, `此前为 ${f.share(had.value, 0)}`);
    return [
      {
        size: few ? "↑" : f.points(grew.value, {tight: true}),
        tone: gap.value < 0 ? "bad" : "good",
        title: t(
          `${name} brings ${f.share(held.value, 0)} of newer customers, ${past}`,
          `${name}占新近客户的 ${f.share(held.value, 0)}，${past}`
        ),
        href: c.href("/cohorts"),
        text: t(
          `They return ${gap.value < 0 ? "less" : "more"}: ${f.share(own.value)} in month ${change.month}, the others ${f.share(others.value)} (difference ${f.pointsRange(gap.low, gap.high)}).`,
          `其复购${gap.value < 0 ? "较低" : "较高"}：第 ${change.month} 月 ${f.share(own.value)}，其余 ${f.share(others.value)}（差值 ${f.pointsRange(gap.low, gap.high)}）。`
        )
      }
    ];
  });
}

function riskChange(risk: Risk | undefined, c: Context): Listed[] {
  if (!risk?.share?.points.isClear) return [];
  const {t, f} = c;
  const {before, now, since, points} = risk.share;
  return [
    {
      size: f.points(points.value, {tight: true}),
      tone: points.value > 0 ? "bad" : "good",
      title:
        points.value > 0
          ? t("More of the usual revenue is at risk", "更多常规收入面临风险")
          : t("Less of the usual revenue is at risk", "面临风险的常规收入减少"),
      href: c.href("/churn"),
      text: t(
        `${f.share(now)} against ${f.share(before)} on ${f.date(since)}; 95% interval ${f.pointsRange(points.low, points.high)}.`,
        `${f.share(now)}，${f.date(since)}为 ${f.share(before)}；95% 区间 ${f.pointsRange(points.low, points.high)}。`
      )
    }
  ];
}

function npsChange(nps: Nps | undefined, c: Context): Listed[] {
  if (!nps?.change?.isClear || !nps.before) return [];
  const {t, f} = c;
  const {change, last, before} = nps;
  return [
    {
      size: f.score(change.value),
      tone: change.value < 0 ? "bad" : "good",
      title: change.value < 0 ? t("NPS fell", "NPS 下降") : t("NPS rose", "NPS 上升"),
      text: t(
        `${f.score(last.nps)} in ${last.name}, ${f.score(before.nps)} in ${before.name}; 95% interval ${f.scoreRange(change.low, change.high)}.`,
        `${last.name} ${f.score(last.nps)}，${before.name} ${f.score(before.nps)}；95% 区间 ${f.scoreRange(change.low, change.high)}。`
      )
    }
  ];
}

function serviceChange({name, text, month, usual, outside}: Served, {t, f}: Context): Listed[] {
  if (!usual || !outside) return [];
  return [
    {
      size: text,
      tone: outside,
      title: t(`${name}: outside its usual range`, `${name}：超出常态范围`),
      href: "#service",
      text: t(
        `${f.month(month)}; usual ${f.range(usual.low, usual.high, 1)} over the months before.`,
        `${f.month(month)}；此前常态为 ${f.range(usual.low, usual.high, 1)}。`
      )
    }
  ];
}
