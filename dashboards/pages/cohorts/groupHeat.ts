import type {Heat} from "../../components/heat.ts";
import type {HeatCell} from "../../components/heatCell.ts";
import type {Locale} from "../../format/locale.ts";
import {dimensionName, groupName} from "./groups.ts";
import type {GroupMeans, GroupsData} from "./groupsData.ts";
import {textOf, type Cell} from "./triangleHeat.ts";
import {breaksOf, isMoney, meanOf, measureOf, newestOf, type Measure, type View} from "./view.ts";

/** Elapsed periods that a view shows of groups. */
const agesOf = ({all, period}: GroupsData, {cohorts}: View): number =>
  cohorts === "all" ? all.means.length : Math.min(all.means.length, newestOf[period]);

const valuesOf = ({means}: GroupMeans, measure: Measure): (number | null)[] =>
  means.map((mean) => mean && meanOf(measure, mean));

/** The highest value, up to which amounts are binned. */
export const highestGroup = (data: GroupsData, view: View): number =>
  Math.max(0, ...data.groups.flatMap((group) => valuesOf(group, measureOf(view)).map((value) => value ?? 0)));

/** The groups of a dimension by elapsed period, each the weighted mean of its complete cohorts; all customers stand first. */
export function groupHeat(data: GroupsData, view: View, selected: Cell | undefined, locale: Locale): Heat {
  const {t} = locale;
  const measure = measureOf(view);
  const ages = agesOf(data, view);
  const cellsOf = (group: GroupMeans, size: number): (HeatCell | null)[] =>
    Array.from({length: ages}, (_, i) => {
      if (group.customers === null) return {share: 0, size, withheld: true};
      const share = valuesOf(group, measure)[i] ?? null;
      return share === null ? null : {share, size};
    });
  return {
    id: "triangle-table",
    caption: t("Groups by time since the first order", "按首单后时间的分组"),
    unit: isMoney(measure)
      ? t("Values in the currency.", "数值为货币金额。")
      : t("Values in per cent.", "数值为百分比。"),
    text: textOf(measure, locale),
    heads: [dimensionName(data.dimension, locale), t("Customers", "客户数")],
    columns: Array.from({length: ages}, (_, i) => String(i + 1)),
    mean: {name: t("All customers", "全部客户"), size: data.all.customers, cells: cellsOf(data.all, Infinity)},
    rows: data.groups.map((group) => ({
      key: group.name,
      name: groupName(group.name, locale),
      size: group.customers,
      cells: cellsOf(group, group.customers ?? 0)
    })),
    breaks: breaksOf(measure, data.period, highestGroup(data, view)),
    selected: selected && {row: selected.cohort, column: selected.k - 1}
  };
}
