import type {Warehouse} from "../../warehouse/warehouse.ts";
import {fitSpend, type SpendFit} from "../statistics/purchase/gammaGamma.ts";
import type {Reason} from "./choose.ts";
import {readSpend} from "./readGroups.ts";

/** Beyond this correlation of how often and how much, the Gamma–Gamma model's independence does not hold. */
export const mostCorrelation = 0.3;

/** What a purchase day is expected to bring: by the Gamma–Gamma model, else everybody's mean; null where nothing was earned. */
export interface Spend {
  state: "fitted" | "fallback" | "no_spend";
  reason: Reason | null;
  fit: SpendFit;
  /** Net revenue per purchase day of all customers, with its standard error. */
  mean: number | null;
  meanError: number | null;
  /** Of repeat purchase days and mean spend over those who came back and paid. */
  correlation: number | null;
}

interface Base {
  mean: number | null;
  error: number | null;
  correlation: number | null;
}

/** Ratio estimate of spend per day with the error of a ratio of sums over customers. */
const baseSql = (span: string) => `
  with customer as (
    select repeat_days, repeat_spend, repeat_days + 1.0::double as days,
      cast(first_spend as double) + repeat_days * coalesce(cast(repeat_spend as double), 0) as revenue
    from int_purchase_history where span = '${span}'
  ), total as (select sum(revenue) / sum(days) as mean, sum(days) as days, count(*) as n from customer)
  select any_value(total.mean) as mean,
    sqrt(sum(pow(revenue - total.mean * customer.days, 2)) * any_value(n) / nullif(any_value(n) - 1, 0)) / any_value(total.days) as error,
    case when stddev_samp(repeat_days) filter (where repeat_spend is not null) > 0
      and stddev_samp(cast(repeat_spend as double)) filter (where repeat_spend is not null) > 0
    then round(corr(cast(repeat_spend as double), repeat_days) filter (where repeat_spend is not null), 6) end as correlation
  from customer, total`;

/** Judges and fits the spend of a span. */
export async function spendOf(warehouse: Warehouse, span: string, minRepeatBuyers: number): Promise<Spend> {
  const {mean, error, correlation} = await warehouse.row<Base>(baseSql(span));
  const fit = fitSpend(await readSpend(warehouse, span), minRepeatBuyers);
  const rest = {fit, mean, meanError: error ?? 0, correlation};
  if (mean === null || mean <= 0)
    return {...rest, state: "no_spend", reason: "no_revenue", mean: null, meanError: null};
  const reason = reasonAgainst(fit, correlation);
  if (reason) return {...rest, state: "fallback", reason};
  return {...rest, state: "fitted", reason: fit.state === "bound" ? "bound" : null};
}

/** A fit at its bound (everybody always spends alike, say) still tells what to expect. */
function reasonAgainst({state}: SpendFit, correlation: number | null): Reason | null {
  if (state === "too_few" || state === "impossible") return "few_repeat_buyers";
  if (correlation !== null && Math.abs(correlation) > mostCorrelation) return "correlated";
  return state === "not_converged" || state === "infinite_mean" ? state : null;
}
