import {empty, html, key, numbers, panel, points, type Html, type Point, type Tone} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {axisNames} from "./axisNames.ts";
import {focusMonth, overallChange, recentMonths, type ChangeRow} from "./change.ts";
import {wilson, type Share} from "./intervals.ts";
import type {TriangleData} from "./triangleData.ts";
import {newest} from "./view.ts";

interface Held extends Point {
  share: Share | null;
  month: string;
}

function pointsOf(data: TriangleData, rows: readonly ChangeRow[], c: Context): Held[] {
  const month = focusMonth(rows);
  const overall = overallChange(rows)?.row;
  const held = data.cohorts
    .filter(({months}) => months[month - 1])
    .slice(-newest)
    .map((cohort) => {
      const {active, running} = cohort.months[month - 1]!;
      const share = active === null || cohort.customers === null ? null : wilson(active, cohort.customers);
      const [low, high] = [share?.low ?? 0, share?.high ?? 0];
      const tone = toneOf(cohort.month, overall);
      return {name: "", month: cohort.month, value: share?.value ?? null, low, high, running, tone, share};
    });
  const names = axisNames(
    held.map(({month}) => month),
    everyOf(held.length),
    c
  );
  return held.map((point, i) => ({...point, name: names[i]!}));
}

/** Five names fit under the axis. */
const everyOf = (points: number): number => Math.max(1, Math.ceil(points / 5));

/** Newer cohorts, those they are compared with, and those in neither: the first of the history and ones long past. */
function toneOf(month: string, row: ChangeRow | undefined): Tone {
  if (!row?.recent_from_month || !row.earlier_from_month) return "c1";
  if (new Date(month) >= row.recent_from_month) return "c3";
  return new Date(month) < row.earlier_from_month ? "ctx" : "c1";
}

/** One fixed month across cohorts, each with its interval, newer ones in their own tone. */
export function trendPanel(
  data: TriangleData,
  rows: readonly ChangeRow[],
  c: Context,
  frame: {title: string; span: 4 | 6}
): Html {
  const {t, f} = c;
  const month = focusMonth(rows);
  const held = pointsOf(data, rows, c);
  const complete = held.filter(({running, share}) => !running && share);
  if (!complete.length)
    return panel({
      ...frame,
      body: empty({
        title: t("No cohort has completed its first month yet", "尚无同期群走完首月"),
        text: t(
          "Load orders of two calendar months or more, then run perennial run.",
          "请载入至少两个自然月的订单，再运行 perennial run。"
        )
      })
    });
  const change = overallChange(rows);
  const soFar = held.some(({running}) => running);
  const withheld = held.some(({share}) => share === null);
  const label = change
    ? t(
        `Return in month ${month} by cohort: ${f.share(change.recent.value)} of the newest, ${f.share(change.earlier.value)} before`,
        `各同期群第 ${month} 月复购：最新 ${f.share(change.recent.value)}，此前 ${f.share(change.earlier.value)}`
      )
    : t(`Return in month ${month} by cohort`, `各同期群第 ${month} 月复购`);
  const columns = [t("Cohort", "同期群"), t("Customers", "客户数"), t("Share", "占比"), t("95% interval", "95% 区间")];
  const table = held.map(({month, share, running}) => [
    f.month(month) + (running ? t(" (so far)", "（进行中）") : ""),
    share ? f.count(share.n) : f.missing,
    share ? f.share(share.value) : t("withheld", "不显示"),
    share ? f.shareRange(share.low, share.high) : f.missing
  ]);
  return panel({
    ...frame,
    sub: t(
      `Ordered in month ${month} after the first order, % of the cohort, with 95% interval`,
      `首单后第 ${month} 月下单占同期群 %，含 95% 区间`
    ),
    body: html`${points({
      label,
      rows: held,
      y: {format: (share) => f.share(share, 0)},
      reference: change && {value: change.earlier.value, label: t("earlier", "此前")},
      every: everyOf(held.length),
      height: 215
    })}${numbers({caption: t(`Return in month ${month}`, `第 ${month} 月复购`), columns, rows: table}, c)}`,
    note: [
      change && key("dot", t(`first order ${recentMonths(change, c)}`, `首单 ${recentMonths(change, c)}`), "c3"),
      held.some(({tone}) => tone === "ctx") && key("dot", t("not compared", "不参与比较"), "ctx"),
      soFar && key("ring", t("month still running", "月份未结束"), "c3"),
      withheld && t(`Fewer than ${c.minCell} customers: withheld.`, `少于 ${c.minCell} 位客户：不予显示。`)
    ]
  });
}
