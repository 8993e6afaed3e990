import {empty, html, key, linesReadout, numbers, panel, type Html, type Series} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {wilson} from "./intervals.ts";
import {cohortName, headPeriod} from "./periodWords.ts";
import type {Cohort, TriangleData} from "./triangleData.ts";
import type {Cell} from "./triangleHeat.ts";
import {isMoney, meanOf, measureOf, shareOf, unitOf, usual, type Measure, type View} from "./view.ts";

/** The mean of fewer cohorts than this says more about them than about time. */
const several = 3;

/** How many other cohorts stand behind as context. */
const context = 8;

type Point = readonly [k: number, value: number];

/** A cohort by period up to the first cell that has no value: a curve must not jump over it. */
function curveOf(cohort: Cohort, measure: Measure): Point[] {
  const values = cohort.cells.map((cell) => shareOf(measure, cohort, cell));
  const end = values.indexOf(null);
  return values.slice(0, end < 0 ? values.length : end).map((value, i): Point => [i + 1, value!]);
}

const runs = ({cells}: Cohort, points: readonly Point[]): boolean => cells[points.length - 1]?.running ?? false;

/** How fast cohorts fade, or what they bring: the mean, the chosen cohort with its interval, the newest others behind them. */
export function curvesPanel(data: TriangleData, selected: Cell | undefined, locale: Locale, view: View = usual): Html {
  const {cohorts, means, period} = data;
  const {t, f} = locale;
  const measure = measureOf(view);
  const title = isMoney(measure)
    ? t("What does each cohort bring?", "各同期群带来多少？")
    : t("How fast does each cohort fade?", "各同期群衰减有多快？");
  const frame = {span: 6, id: "curves", title} as const;
  const mean = means.flatMap((mean, i): Point[] => {
    const value = mean && mean.cohorts >= several ? meanOf(measure, mean) : null;
    return value === null ? [] : [[i + 1, value]];
  });
  if (mean.length < 2)
    return panel({
      ...frame,
      body: empty({
        title: t("No curve yet", "尚无曲线"),
        text: t(
          "It needs three cohorts with two completed periods after the first order.",
          "需要三个同期群走完首单后至少两个周期。"
        )
      })
    });
  const write = isMoney(measure) ? (value: number) => f.money(value) : (value: number) => f.share(value);
  const chosen = cohorts.find(({on}) => on === selected?.cohort);
  const others = cohorts.filter((cohort) => cohort !== chosen && curveOf(cohort, measure).length > 2).slice(-context);
  const series: Series[] = [
    ...others.map((cohort): Series => {
      const points = curveOf(cohort, measure);
      return {points, tone: "ctx", width: 1, running: runs(cohort, points)};
    }),
    {points: mean, tone: "ink", width: 2, label: t("All, mean", "全部平均")}
  ];
  const hasBand = measure === "customers" || measure === "later";
  if (chosen) {
    const points = curveOf(chosen, measure);
    const band = points.map(([k, share]) => {
      const {low, high} = wilson(Math.round(share * chosen.customers!), chosen.customers!);
      return [k, low, high] as const;
    });
    const label = cohortName(period, chosen.on, locale);
    series.push({points, tone: "c4", width: 2, label, band: hasBand ? band : undefined, running: runs(chosen, points)});
  }
  const places = series.flatMap(({points}) => points);
  const last = Math.max(2, ...places.map(([k]) => k));
  const highest = Math.max(...places.map(([, value]) => value));
  const own = chosen && new Map(curveOf(chosen, measure));
  const rows = mean.map(([k, value]) => [
    f.count(k),
    isMoney(measure) ? f.money(value) : f.share(value, 0),
    ...(own ? [own.has(k) ? write(own.get(k)!) : f.missing] : [])
  ]);
  const heads = [t("Period", "周期"), t("Mean", "平均"), ...(chosen ? [cohortName(period, chosen.on, locale)] : [])];
  const caption = t("Curves of the cohorts", "同期群曲线");
  const [from, to] = [mean[0]![1], mean.at(-1)![1]].map((value) =>
    isMoney(measure) ? f.money(value) : f.share(value, 0)
  );
  return panel({
    ...frame,
    sub: unitOf(measure, period, locale),
    body: html`${linesReadout(
      {
        label: t(`Curves of the cohorts; the mean goes ${from} → ${to}`, `同期群曲线；平均 ${from} → ${to}`),
        series,
        x: [1, last],
        xTicks: Array.from({length: last}, (_, i) => i + 1).filter((tick) => last <= 18 || tick % 3 === 1),
        xFormat: (x) => String(x),
        y: {format: isMoney(measure) ? f.axisMoney(highest) : (share) => f.share(share, 0)},
        height: 215,
        name: (x) => headPeriod(period, x, locale),
        value: write
      },
      locale
    )}${numbers({caption, columns: heads, rows}, locale)}`,
    note: [
      key("line", t("other cohorts", "其他同期群"), "ctx"),
      key("dashed", t("still running", "进行中")),
      t(`Mean: of ${several} cohorts or more. `, `平均：至少 ${several} 个同期群。`),
      chosen && hasBand && t("Band: 95% interval.", "色带：95% 区间。")
    ]
  });
}
