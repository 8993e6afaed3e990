import type {Warehouse} from "../../warehouse/warehouse.ts";
import {z95} from "../statistics/survival/distributions.ts";

/**
 * Fills the temporary table `item_rule` from `item_set`: of every frequent set each item as the consequent of the others, with what is needed
 * to judge it; rules under the confidence are left out. The number of baskets is that of all, also of those without any frequent item.
 *
 * support = n(set) ÷ N, confidence = n(set) ÷ n(antecedent), lift = confidence ÷ (n(consequent) ÷ N), leverage = support − the product of the
 * parts' supports. The interval of the lift is on the log scale by the delta method over the multinomial counts.
 * Sources: Agrawal, Imieliński & Swami (1993); Brin et al. (1997) lift; Piatetsky-Shapiro (1991) leverage.
 */
export async function findItemRules(
  warehouse: Warehouse,
  {baskets, leastConfidence}: {baskets: number; leastConfidence: number}
): Promise<void> {
  await warehouse.run(`create or replace temp table item_rule as
    with parts as (
      select items as all_items, baskets as together, unnest(items) as consequent from item_set where len(items) > 1),
    counted as (
      select all_items, list_filter(all_items, lambda x: x <> consequent) as antecedent, consequent, together, a.baskets as with_antecedent,
        b.baskets as with_consequent
      from parts join item_set a on a.items = list_filter(all_items, lambda x: x <> consequent) join item_set b on b.items = [consequent])
    ${judgedLift("counted", baskets)} where confidence >= ${leastConfidence}`);
}

/**
 * The rows of a relation with together, with_antecedent and with_consequent, and beside them support, confidence, lift, leverage and the ends of the lift's
 * 95 % interval, as SQL.
 */
export const judgedLift = (relation: string, baskets: number): string => `
  select * exclude (log_error), lift * exp(-${z95} * log_error) as lift_low, lift * exp(${z95} * log_error) as lift_high
  from (
    select *, sqrt(greatest(0, ((1 - support) / support - (${baskets}.0 / with_antecedent - 1) - (${baskets}.0 / with_consequent - 1) + 2 * (lift - 1))
      / ${baskets}.0)) as log_error
    from (
      select *, together / ${baskets}.0 as support, together / with_antecedent as confidence,
        (together / with_antecedent) / (with_consequent / ${baskets}.0) as lift,
        together / ${baskets}.0 - (with_antecedent / ${baskets}.0) * (with_consequent / ${baskets}.0) as leverage
      from ${relation}))`;
