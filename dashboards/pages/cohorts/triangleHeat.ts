import type {Heat} from "../../components/heat.ts";
import type {HeatCell} from "../../components/heatCell.ts";
import type {Locale} from "../../format/locale.ts";
import {cohortName} from "./periodWords.ts";
import type {Cohort, TriangleData} from "./triangleData.ts";
import {breaksOf, isMoney, meanOf, measureOf, newestOf, shareOf, type Measure, type View} from "./view.ts";

/** A cell of the triangle: cohort by its first day, elapsed period from 1. */
export interface Cell {
  cohort: string;
  k: number;
}

/** The cohorts that a view shows, oldest first. */
export const shown = ({cohorts, period}: TriangleData, view: View): Cohort[] =>
  view.cohorts === "all" ? cohorts : cohorts.slice(-newestOf[period]);

function cellsOf(cohort: Cohort, measure: Measure): (HeatCell | null)[] {
  return cohort.cells.map((cell) => {
    const share = shareOf(measure, cohort, cell);
    const isTold = isMoney(measure) ? cohort.customers !== null : cell.active !== null && cell.later !== null;
    if (share === null && isTold) return null;
    return {share: share ?? 0, size: cohort.customers ?? 0, running: cell.running, withheld: share === null};
  });
}

/** The highest value of a view, up to which amounts are binned. */
export const highestOf = (data: TriangleData, view: View): number =>
  Math.max(
    0,
    ...shown(data, view).flatMap((cohort) => cohort.cells.map((cell) => shareOf(measureOf(view), cohort, cell) ?? 0))
  );

/** How the value of a cell is written: per cent without its sign, or whole units of the currency. */
export const textOf = (measure: Measure, {f}: Locale): ((value: number) => string) =>
  isMoney(measure) ? (value) => f.number(value) : (value) => f.number(value * 100);

/** The triangle under a view, the same at build and in the browser. */
export function triangleHeat(data: TriangleData, view: View, selected: Cell | undefined, locale: Locale): Heat {
  const {t} = locale;
  const measure = measureOf(view);
  const cohorts = shown(data, view);
  const longest = Math.max(0, ...cohorts.map(({cells}) => cells.length));
  const mean = data.means.slice(0, longest).map((mean): HeatCell | null => {
    const share = mean && meanOf(measure, mean);
    return share == null ? null : {share, size: Infinity};
  });
  return {
    id: "triangle-table",
    caption: t("Cohorts by time since the first order", "按首单后时间的同期群"),
    unit: isMoney(measure)
      ? t("Values in the currency.", "数值为货币金额。")
      : t("Values in per cent.", "数值为百分比。"),
    text: textOf(measure, locale),
    heads: [t("First order", "首单时间"), t("Customers", "客户数")],
    columns: Array.from({length: longest}, (_, i) => String(i + 1)),
    mean: {
      name: t("Weighted mean", "加权平均"),
      size: data.cohorts.reduce((sum, {customers}) => sum + (customers ?? 0), 0),
      cells: mean
    },
    rows: cohorts.map((cohort) => ({
      key: cohort.on,
      name: cohortName(data.period, cohort.on, locale),
      size: cohort.customers,
      cells: cellsOf(cohort, measure)
    })),
    breaks: breaksOf(measure, data.period, highestOf(data, view)),
    selected: selected && {row: selected.cohort, column: selected.k - 1}
  };
}
