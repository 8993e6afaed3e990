import {
  empty,
  html,
  key,
  numbers,
  panel,
  points,
  tooFew,
  type Html,
  type Point,
  type Tone
} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {axisNames} from "./axisNames.ts";
import {focusMonth, overallChange, recentMonths, type ChangeRow} from "./change.ts";
import {wilson, type Share} from "./intervals.ts";
import {cohortName, nthPeriod, quarterOf} from "./periodWords.ts";
import type {TriangleData} from "./triangleData.ts";
import {newestOf} from "./view.ts";

interface Held extends Point {
  share: Share | null;
  on: string;
}

/** The elapsed period whose course is shown: where the first purchase is digested and enough cohorts are over. */
export const focusOf = ({period, means}: TriangleData): number => {
  const usual = {week: 4, month: 3, quarter: 1, rolling: 3}[period];
  return means[usual - 1] ? usual : 1;
};

function pointsOf(data: TriangleData, k: number, rows: readonly ChangeRow[], locale: Locale): Held[] {
  const overall = overallChange(rows)?.row;
  const held = data.cohorts
    .filter(({cells}) => cells[k - 1])
    .slice(-newestOf[data.period])
    .map((cohort) => {
      const {active, running} = cohort.cells[k - 1]!;
      const share = active === null || cohort.customers === null ? null : wilson(active, cohort.customers);
      const [low, high] = [share?.low ?? 0, share?.high ?? 0];
      const tone = toneOf(cohort.on, overall);
      return {name: "", on: cohort.on, value: share?.value ?? null, low, high, running, tone, share};
    });
  const names = namesOf(data, held, locale);
  return held.map((point, i) => ({...point, name: names[i]!}));
}

/** Names under the axis: days of weeks, quarters, months with the year where it changes. */
function namesOf({period}: TriangleData, held: readonly Held[], locale: Locale): string[] {
  const {t, f} = locale;
  const days = held.map(({on}) => on);
  if (period === "week") return days.map((on) => f.day(on));
  if (period === "quarter")
    return days.map((on) => t(`Q${quarterOf(on)} ${on.slice(2, 4)}`, `${on.slice(2, 4)}年${quarterOf(on)}季`));
  return axisNames(days, everyOf(held.length), locale);
}

/** Five names fit under the axis. */
const everyOf = (points: number): number => Math.max(1, Math.ceil(points / 5));

/** Newer cohorts, those they are compared with, and those in neither: the first of the history and ones long past. */
function toneOf(month: string, row: ChangeRow | undefined): Tone {
  if (!row?.recent_from_month || !row.earlier_from_month) return "c1";
  if (new Date(month) >= row.recent_from_month) return "c3";
  return new Date(month) < row.earlier_from_month ? "ctx" : "c1";
}

/** Where the panel stands and what it asks. */
export interface TrendFrame {
  title: string;
  span: 4 | 6;
  id?: string;
  /** The elapsed period; the one that the change is told of unless given. */
  k?: number;
}

/** The panel of the cohort page: its question names the period. */
export function trendFrame(data: TriangleData, k: number, locale: Locale): TrendFrame {
  const nth = nthPeriod(data.period, k, locale);
  const isMany = data.period === "rolling";
  const title = locale.t(`${isMany ? "Are" : "Is"} ${nth} getting better or worse?`, `${nth}复购是变好还是变差？`);
  return {title, span: 6, id: "trend", k};
}

/** One fixed elapsed period across cohorts, each with its interval, newer ones in their own tone. */
export function trendPanel(
  data: TriangleData,
  rows: readonly ChangeRow[],
  c: Locale & {minCell: number},
  {k: given, ...frame}: TrendFrame
): Html {
  const {t, f} = c;
  const k = given ?? focusMonth(rows);
  const nth = nthPeriod(data.period, k, c);
  const held = pointsOf(data, k, rows, c);
  const complete = held.filter(({running, share}) => !running && share);
  if (!complete.length && held.some(({running, share}) => !running && !share))
    return panel({
      ...frame,
      body: tooFew({
        title: t("Too few customers", "客户过少"),
        text: t(
          `In every cohort fewer than ${c.minCell} customers ordered in ${nth}: withheld.`,
          `每个同期群在${nth}下单的客户均少于 ${c.minCell} 位：不予显示。`
        )
      })
    });
  if (!complete.length)
    return panel({
      ...frame,
      body: empty({
        title: t("No cohort has completed a period after its first yet", "尚无同期群走完首单后的一个周期"),
        text: t("Load orders of a longer time, then run perennial run.", "请载入更长时间的订单，再运行 perennial run。")
      })
    });
  const change = overallChange(rows);
  const soFar = held.some(({running}) => running);
  const withheld = held.some(({share}) => share === null);
  const label = change
    ? t(
        `Return in ${nth} by cohort: ${f.share(change.recent.value)} of the newest, ${f.share(change.earlier.value)} before`,
        `各同期群${nth}复购：最新 ${f.share(change.recent.value)}，此前 ${f.share(change.earlier.value)}`
      )
    : t(`Return in ${nth} by cohort`, `各同期群${nth}复购`);
  const columns = [t("Cohort", "同期群"), t("Customers", "客户数"), t("Share", "占比"), t("95% interval", "95% 区间")];
  const table = held.map(({on, share, running}) => [
    cohortName(data.period, on, c) + (running ? t(" (so far)", "（进行中）") : ""),
    share ? f.count(share.n) : f.missing,
    share ? f.share(share.value) : t("withheld", "不显示"),
    share ? f.shareRange(share.low, share.high) : f.missing
  ]);
  return panel({
    ...frame,
    sub: t(
      `Ordered in ${nth} after the first order, % of the cohort, with 95% interval`,
      `首单后${nth}下单占同期群 %，含 95% 区间`
    ),
    body: html`${points({
      label,
      rows: held,
      y: {format: (share) => f.share(share, 0)},
      reference: change && {value: change.earlier.value, label: t("earlier", "此前")},
      every: everyOf(held.length),
      height: 215
    })}${numbers({caption: t(`Return in ${nth}`, `${nth}复购`), columns, rows: table}, c)}`,
    note: [
      change && key("dot", t(`first order ${recentMonths(change, c)}`, `首单 ${recentMonths(change, c)}`), "c3"),
      held.some(({tone}) => tone === "ctx") && key("dot", t("not compared", "不参与比较"), "ctx"),
      soFar && key("ring", t("still running", "进行中"), "c3"),
      withheld && t(`Fewer than ${c.minCell} customers: withheld.`, `少于 ${c.minCell} 位客户：不予显示。`)
    ]
  });
}
