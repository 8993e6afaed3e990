import {empty, html, key, linesReadout, numbers, panel, type Html, type Series} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {wilson} from "./intervals.ts";
import type {Cohort, TriangleData} from "./triangleData.ts";
import type {Cell} from "./triangleHeat.ts";

/** The mean of fewer cohorts than this says more about them than about time. */
const several = 3;

/** How many other cohorts stand behind as context. */
const context = 8;

type Point = readonly [month: number, share: number];

/** Retention by month up to the first withheld cell: a curve must not jump over it. */
function curveOf({customers, months}: Cohort): Point[] {
  const end = months.findIndex(({active}) => active === null);
  return months.slice(0, end < 0 ? months.length : end).map(({active}, i): Point => [i + 1, active! / customers!]);
}

const runs = ({months}: Cohort, points: readonly Point[]): boolean => months[points.length - 1]?.running ?? false;

/** How fast cohorts fade: the mean, the chosen cohort with its interval, the newest others behind them. */
export function curvesPanel({cohorts, means}: TriangleData, selected: Cell | undefined, c: Context): Html {
  const {t, f} = c;
  const title = t("How fast does each cohort fade?", "各同期群衰减有多快？");
  const mean = means.flatMap((mean, i): Point[] => (mean && mean.cohorts >= several ? [[i + 1, mean.active]] : []));
  if (mean.length < 2)
    return panel({
      span: 6,
      title,
      body: empty({
        title: t("No curve yet", "尚无曲线"),
        text: t("It needs two completed months after the first order.", "需要首单后至少两个完整月份。")
      })
    });
  const chosen = cohorts.find(({month}) => month === selected?.cohort);
  const others = cohorts.filter((cohort) => cohort !== chosen && curveOf(cohort).length > 2).slice(-context);
  const series: Series[] = [
    ...others.map((cohort): Series => ({
      points: curveOf(cohort),
      tone: "ctx",
      width: 1,
      running: runs(cohort, curveOf(cohort))
    })),
    {points: mean, tone: "ink", width: 2, label: t("All, mean", "全部平均")}
  ];
  if (chosen) {
    const points = curveOf(chosen);
    const band = points.map(([month], i) => {
      const {low, high} = wilson(chosen.months[i]!.active!, chosen.customers!);
      return [month, low, high] as const;
    });
    series.push({points, tone: "c4", width: 2, label: f.month(chosen.month), band, running: runs(chosen, points)});
  }
  const last = Math.max(2, ...series.flatMap(({points}) => points.map(([month]) => month)));
  const rows = mean.map(([month, share]) => {
    const own = chosen && curveOf(chosen)[month - 1]?.[1];
    return [f.count(month), f.share(share, 0), ...(chosen ? [f.share(own)] : [])];
  });
  const heads = [t("Month", "月"), t("Mean", "平均"), ...(chosen ? [f.month(chosen.month)] : [])];
  const caption = t("Retention curves", "留存曲线");
  const fallen = `${f.share(mean[0]![1], 0)} → ${f.share(mean.at(-1)![1], 0)}`;
  const note = [
    key("line", t("other cohorts", "其他同期群"), "ctx"),
    key("dashed", t("still running", "进行中")),
    t(`Mean: of ${several} cohorts or more. `, `平均：至少 ${several} 个同期群。`),
    chosen && t("Band: 95% interval.", "色带：95% 区间。")
  ];
  return panel({
    span: 6,
    id: "curves",
    title,
    sub: t("Retention by month since the first order, % of the cohort", "首单后逐月留存率（占同期群 %）"),
    body: html`${linesReadout(
      {
        label: t(`Retention curves; the mean goes ${fallen}`, `留存曲线；平均 ${fallen}`),
        series,
        x: [1, last],
        xTicks: Array.from({length: last}, (_, i) => i + 1).filter((tick) => last <= 18 || tick % 3 === 1),
        xFormat: (x) => String(x),
        y: {format: (share) => f.share(share, 0)},
        height: 215,
        name: (x) => t(`Month ${x}`, `第 ${x} 月`),
        value: (share) => f.share(share)
      },
      c
    )}${numbers({caption, columns: heads, rows}, c)}`,
    note
  });
}
