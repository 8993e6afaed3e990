import type {GroupsData} from "./groupsData.ts";
import {meanOf, measureOf, type View} from "./view.ts";

type Value = string | number | null;

/** The groups as shown, for a file: a row a group, plain values by elapsed period, null where withheld or not reached. */
export function groupTable(data: GroupsData, view: View, filter: string): {columns: string[]; rows: Value[][]} {
  const name = data.period === "rolling" ? "period" : data.period;
  const ages = data.all.means.map((_, i) => `${name}_${i + 1}`);
  const columns = [data.dimension, "customers", ...ages, "as_of", "filter"];
  const rows = [data.all, ...data.groups].map((group): Value[] => [
    group.name,
    group.customers,
    ...ages.map((_, i) => {
      const mean = group.means[i];
      return mean ? meanOf(measureOf(view), mean) : null;
    }),
    data.asOf,
    filter
  ]);
  return {columns, rows};
}
