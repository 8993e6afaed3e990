import type {Heat} from "../../components/heat.ts";
import type {HeatCell} from "../../components/heatCell.ts";
import type {Locale} from "../../format/locale.ts";
import type {Cohort, TriangleData} from "./triangleData.ts";
import {breaksOf, meanOf, measureOf, newest, shareOf, type Measure, type View} from "./view.ts";

/** A cell of the triangle: cohort by its first day, elapsed month from 1. */
export interface Cell {
  cohort: string;
  month: number;
}

/** The cohorts that a view shows, oldest first. */
export const shown = ({cohorts}: TriangleData, view: View): Cohort[] =>
  view.cohorts === "all" ? cohorts : cohorts.slice(-newest);

function cellsOf(cohort: Cohort, measure: Measure): (HeatCell | null)[] {
  return cohort.months.map((month) => {
    const share = shareOf(measure, cohort, month);
    if (share === null && month.active !== null && month.later !== null) return null;
    return {share: share ?? 0, size: cohort.customers ?? 0, running: month.running, withheld: share === null};
  });
}

/** The triangle under a view, the same at build and in the browser. */
export function triangleHeat(data: TriangleData, view: View, selected: Cell | undefined, locale: Locale): Heat {
  const {t, f} = locale;
  const measure = measureOf(view);
  const cohorts = shown(data, view);
  const longest = Math.max(0, ...cohorts.map(({months}) => months.length));
  const mean = data.means.slice(0, longest).map((mean): HeatCell | null => {
    const share = mean && meanOf(measure, mean);
    return share == null ? null : {share, size: Infinity};
  });
  return {
    id: "triangle-table",
    caption: t("Cohorts by month since the first order", "按首单后月份的同期群"),
    heads: [t("First order", "首单月份"), t("Customers", "客户数")],
    columns: Array.from({length: longest}, (_, i) => String(i + 1)),
    mean: {
      name: t("Weighted mean", "加权平均"),
      size: data.cohorts.reduce((sum, {customers}) => sum + (customers ?? 0), 0),
      cells: mean
    },
    rows: cohorts.map((cohort) => ({
      key: cohort.month,
      name: f.month(cohort.month),
      size: cohort.customers,
      cells: cellsOf(cohort, measure)
    })),
    breaks: breaksOf(measure),
    selected: selected && {row: selected.cohort, column: selected.month - 1}
  };
}
