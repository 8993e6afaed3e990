import type {ToldDimension} from "./curveData.ts";

/** The table of groups as plain numbers under the marts' names. */
export const groupsCsv = ({dimension, groups}: ToldDimension) => ({
  columns: [
    "dimension",
    "group_name",
    "contracts",
    "median_days",
    "median_low",
    "median_high",
    "year_survival",
    "year_low",
    "year_high"
  ],
  rows: groups.map(({group, contracts, median, year}) => [
    dimension,
    group,
    contracts,
    ...median,
    ...(year ?? [null, null, null])
  ])
});
