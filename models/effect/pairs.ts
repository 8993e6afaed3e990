import {readDoubles} from "../../warehouse/doubleColumns.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {nearestPairs, type Standings} from "./match.ts";

/** The exposed who are matched at most, the same of every build, and the customer-days among which their like are sought. */
export const [mostExposed, mostCandidates] = [5_000, 250_000];
/** So many deviations of the logarithm of revenue may lie between a pair. Source: Rosenbaum & Rubin (1985). */
const caliperDeviations = 0.25;

/** Days from which two who are alike have both long been customers. */
export const longTenure = 545;

/** What two must share exactly: the calendar period, and bands of purchase days of the year before, days since the last and since the first. */
interface Likeness {
  period: "month" | "quarter";
  /** Where bands begin. */
  bands: Readonly<Record<"purchase_days" | "recency_days" | "tenure_days", readonly number[]>>;
}

/** Where there are many to choose from. */
export const close: Likeness = {
  period: "month",
  bands: {
    purchase_days: [1, 2, 3, 5, 9, 17, 33],
    recency_days: [0, 2, 4, 8, 15, 31, 61, 121],
    tenure_days: [0, 91, 181, longTenure]
  }
};
/** Where there are few. */
export const wide: Likeness = {
  period: "quarter",
  bands: {purchase_days: [1, 2, 4, 9], recency_days: [0, 31, 91], tenure_days: [0, 181, longTenure]}
};

/** Part of the version of what is built upon pairs. */
export const pairsVersion = (likeness: Likeness) =>
  [1, mostExposed, mostCandidates, caliperDeviations, likeness] as const;

/**
 * Pairs customers to whom something happened with customers like them to whom it had not: from the temporary table effect_unit (customer_id,
 * index_on, is_exposed, kind) makes effect_state, one row per unit with an order in the year up to its day, and effect_pair (exposed_n,
 * control_n), which names their numbers n.
 *
 * A pair is of the same kind and likeness, and near in the logarithm of the net revenue of the 365 days up to its day. Only what had happened by that day is looked at.
 */
export async function pairUp(warehouse: Warehouse, {period, bands}: Likeness): Promise<void> {
  const bandOf = (column: keyof typeof bands) =>
    `(${bands[column].map((from) => `(${column} >= ${from})::bigint`).join(" + ")})`;
  await warehouse.run(`create or replace temp table effect_state as
    with bought as (
      select u.customer_id, u.index_on, u.is_exposed, u.kind,
        count(*) filter (o.is_first_of_day and o.ordered_on > u.index_on - 365) as purchase_days,
        u.index_on - max(o.ordered_on) as recency_days, u.index_on - min(o.ordered_on) as tenure_days,
        coalesce(sum(o.net_revenue) filter (o.ordered_on > u.index_on - 365), 0) as net_revenue
      from effect_unit u join int_customer_orders o on o.customer_id = u.customer_id and o.ordered_on <= u.index_on and not o.is_cancelled
      group by u.customer_id, u.index_on, u.is_exposed, u.kind having max(o.ordered_on) > u.index_on - 365)
    select row_number() over (order by is_exposed desc, index_on, md5(customer_id), customer_id) as n, *,
      dense_rank() over (order by md5(customer_id), customer_id) as customer,
      ((((year(index_on) * 12 + ${period}(index_on)) * 16 + ${bandOf("purchase_days")}) * 16 + ${bandOf("recency_days")}) * 16 + ${bandOf("tenure_days")})
        * 16 + kind as stratum,
      ln(1 + greatest(net_revenue, 0)::double) as worth
    from bought`);
  const read = async (isExposed: boolean): Promise<[Float64Array, Standings]> => {
    const [n, group, value, customer] = await readDoubles(
      warehouse,
      `select n::double, stratum::double, worth, customer::double
       from effect_state where is_exposed = ${isExposed} and stratum in (select stratum from effect_state where is_exposed) order by n`
    );
    const none = new Float64Array();
    return [n ?? none, {group: group ?? none, value: value ?? none, customer: customer ?? none}];
  };
  const [[exposedN, exposed], [controlN, pool]] = [await read(true), await read(false)];
  const found = nearestPairs(exposed, pool, caliperDeviations * deviation(exposed.value) + 1e-9);
  const pairs = [...found].flatMap((place, row) => (place < 0 ? [] : [[exposedN[row]!, controlN[place]!]]));
  await warehouse.connection.run(
    `create or replace temp table effect_pair as
     select pair[1] as exposed_n, pair[2] as control_n from (select unnest(from_json($1::json, '[["BIGINT"]]')) as pair)`,
    [JSON.stringify(pairs)]
  );
}

export const dropPairs = (warehouse: Warehouse): Promise<void> =>
  warehouse.run(
    "drop table if exists effect_pair; drop table if exists effect_state; drop table if exists effect_unit"
  );

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return values.length > 1 ? Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1)) : 0;
}

/** The members of all pairs, and the exposed of whom there is nobody alike: what an int_ model of pairs holds. */
export const membersSql = `
  with paired as (
    select s.*, coalesce(e.exposed_n, k.exposed_n, s.n) as pair, e.exposed_n is not null or k.exposed_n is not null as is_matched
    from effect_state s left join effect_pair e on s.is_exposed and e.exposed_n = s.n
    left join effect_pair k on not s.is_exposed and k.control_n = s.n)
  select pair, is_exposed, customer_id, index_on, is_matched, purchase_days, recency_days, tenure_days,
    cast(net_revenue as decimal(18, 4)) as net_revenue_365d
  from paired where is_exposed or is_matched order by pair, is_exposed`;
