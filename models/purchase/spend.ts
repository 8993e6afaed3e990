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

/**
 * Ratio estimate of spend per day with the error of a ratio of sums over customers, and the correlation of how often and how much.
 *
 * Sums are of whole ten-thousandths, so that they are the same in every order of the rows.
 */
const baseSql = (span: string) => `
  with customer as (
    select repeat_days + 1 as days, cast(cast(first_spend + repeat_days * coalesce(repeat_spend, 0) as decimal(38, 4)) * 10000 as hugeint) as revenue,
      cast(cast(repeat_spend as decimal(38, 4)) * 10000 as hugeint) as spend, case when repeat_spend is not null then cast(repeat_days as hugeint) end as times
    from int_purchase_history where span = '${span}'
  ), total as (
    select count(*) as n, cast(sum(days) as double) as d, cast(sum(revenue) as double) / 10000 as r, cast(sum(days * days) as double) as dd,
      cast(sum(revenue * days) as double) / 10000 as rd, cast(sum(revenue * revenue) as double) / 1e8 as rr,
      count(spend) as m, sum(spend) as s, sum(times) as t, sum(spend * times) as st, sum(spend * spend) as ss, sum(times * times) as tt
    from customer
  )
  select r / d as mean, sqrt(greatest(0, rr - 2 * (r / d) * rd + pow(r / d, 2) * dd) * n / nullif(n - 1, 0)) / d as error,
    case when m * tt > t * t and m * ss > s * s
      then cast(m * st - s * t as double) / (sqrt(cast(m * tt - t * t as double)) * sqrt(cast(m * ss - s * s as double))) end as correlation
  from total`;

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
