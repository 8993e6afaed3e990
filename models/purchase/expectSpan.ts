import {appendDoubles} from "../../warehouse/appendDoubles.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {expectDays} from "../statistics/purchase/expectDays.ts";
import {expectPurchases} from "../statistics/purchase/expectPurchases.ts";
import type {PurchaseGroups} from "../statistics/purchase/groups.ts";
import {readGroups, week} from "./readGroups.ts";
import type {KnownPurchase} from "./readModels.ts";

/** A rate per year as what an instant of a week takes: e^(−δ 365.25 ÷ 7) = 1 ÷ (1 + rate). */
export const weeklyDiscount = (rate: number): number => (Math.log1p(rate) * week) / 365.25;

export interface Ahead {
  span: string;
  days: number;
  discountRate: number;
}

/** The groups of a span with what the models expect of each, into a temporary table of doubles; returns its columns, those that are known. */
export async function expectSpan(
  warehouse: Warehouse,
  table: string,
  models: readonly KnownPurchase[],
  {span, days, discountRate}: Ahead
): Promise<string[]> {
  const {groups} = await readGroups(warehouse, span);
  const length = days / week;
  const chosen = models.find(({isChosen}) => isChosen);
  const mbg = models.find(({model}) => model === "mbg_nbd");
  const columns: Record<string, Float64Array> = {
    repeat_days: groups.repeats,
    last_age_days: inDays(groups.lastAge),
    age_days: inDays(groups.age),
    customers: groups.customers
  };
  if (chosen) {
    const expected = expectPurchases(chosen, groups, {length, discount: weeklyDiscount(discountRate)});
    columns.alive_share = aliveShares(groups, expected.aliveShare, chosen, mbg);
    columns.expected_days = expected.expected;
    columns.expected_error = expected.expectedError;
    columns.expected_variance = expected.expectedVariance;
    columns.discounted_days = expected.discounted;
    expected.expectedLoadings.forEach((loading, j) => (columns[`expected_loading_${j + 1}`] = loading));
    expected.discountedLoadings.forEach((loading, j) => (columns[`discounted_loading_${j + 1}`] = loading));
  }
  if (span === "calibration") {
    for (const known of models) {
      columns[`${known.model.split("_")[0]}_days`] =
        known === chosen ? columns.expected_days! : expectDays(known, groups, length);
    }
    columns.naive_days = groups.repeats.map((x, i) => (groups.age[i]! > 0 ? (x / groups.age[i]!) * length : 0));
  }
  await appendDoubles(warehouse, table, columns);
  return Object.keys(columns);
}

const inDays = (weeks: Float64Array) => weeks.map((time) => Math.round(time * week));

/** BG/NBD holds everybody who bought once for alive: the MBG/NBD is asked instead, or nobody. */
function aliveShares(
  groups: PurchaseGroups,
  shares: Float64Array,
  chosen: KnownPurchase,
  mbg?: KnownPurchase
): Float64Array {
  if (chosen.model !== "bg_nbd") return shares;
  const {parameters} = mbg ?? {parameters: null};
  return shares.map((share, i) => {
    if (groups.repeats[i]! > 0) return share;
    if (!parameters) return NaN;
    const [r, alpha, a, b] = parameters as [number, number, number, number];
    return 1 / (1 + Math.exp(Math.log(a / b) + r * Math.log1p(groups.age[i]! / alpha)));
  });
}
