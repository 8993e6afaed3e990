import type {Warehouse} from "../../warehouse/warehouse.ts";

/** At most so many contracts enter the model: more would change the second digit of no standard error. */
export const mostContracts = 100_000;

/** Contracts alike in all that the model knows: how many, how long, whether ended. */
export interface Pattern {
  plan: string;
  acquisition_channel: string;
  country: string;
  start_year: string;
  had_ordered: boolean;
  is_restart: boolean;
  monthly_amount: number;
  duration_days: number;
  has_ended: boolean;
  contracts: number;
}

/** Counted contracts by pattern; of more than can enter, those with the smallest hashes of their keys, the same ones in every build. */
export const hazardPatterns = (warehouse: Warehouse, most = mostContracts): Promise<Pattern[]> => {
  const group = (dimension: string, member: string) =>
    `(select member, group_name from int_contract_group where dimension = '${dimension}') as by_${dimension}
       on by_${dimension}.member = coalesce(${member}, 'unknown')`;
  return warehouse.rows<Pattern>(`
    with sampled as (
      from int_contract_span where is_counted
      order by md5(subscription_id), subscription_id limit ${most}
    )
    select by_plan.group_name as plan, by_acquisition_channel.group_name as acquisition_channel,
      by_country.group_name as country, by_start_year.group_name as start_year, had_ordered, is_restart,
      monthly_amount::double as monthly_amount, duration_days, has_ended, count(*) as contracts
    from sampled
    join ${group("plan", "plan")}
    join ${group("acquisition_channel", "acquisition_channel")}
    join ${group("country", "country")}
    join ${group("start_year", "start_year::varchar")}
    group by all
    order by all`);
};
