import {z} from "zod";
import {memberColumns} from "../effect/memberColumns.ts";
import {close, dropPairs, membersSql, mostCandidates, mostExposed, pairsVersion, pairUp} from "../effect/pairs.ts";
import {model} from "../model.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {intEffectEvent} from "./int_effect_event.ts";

/** How long before and after the event is looked at. */
export const effectDays = 180;

/**
 * Who is compared with whom about bad service, one row per pair and side; an exposed customer without anybody alike has a row of their own.
 *
 * The exposed are customers on the day of their first bad service, where 180 days have passed since, at most 5,000 of them by hash. Their like
 * had none up to the day on which they are taken; what happens to them later is not looked at, as choosing by it would choose by the
 * outcome: where they have bad service later, what is measured is the smaller for it. See models/effect/pairs.ts for what alike means.
 */
export const intEffectMember = model({
  name: "int_effect_member",
  title: {
    en: "Who is compared with whom about bad service, one row per pair and side.",
    zh: "不良服务影响的配对客户，每对每方一行。"
  },
  from: [intAsOf, intCustomerOrders, intEffectEvent],
  grain: ["pair", "is_exposed"],
  columns: z.strictObject(memberColumns),
  procedure: {
    version: () => [1, effectDays, pairsVersion(close)],
    make: async ({warehouse, table}) => {
      await warehouse.run(`create or replace temp table effect_unit as
        with event as (select customer_id, min(happened_on) as index_on from int_effect_event group by 1),
        exposed as (
          select customer_id, index_on from event where index_on + ${effectDays} <= (select as_of_on from int_as_of)
          order by md5(customer_id), customer_id limit ${mostExposed}),
        buyer as (
          select customer_id, row_number() over (order by md5(customer_id), customer_id) - 1 as place
          from (select distinct customer_id from int_customer_orders where not is_cancelled)),
        base as (select count(*) as buyers from buyer),
        sized as (
          select index_on, least(buyers, ceil(${mostCandidates} * count(*) / sum(count(*)) over ()))::bigint as size, buyers
          from exposed, base where buyers > 0 group by index_on, buyers),
        drawn as (select *, sum(size) over (order by index_on) - size as start from sized),
        candidate as (
          select index_on, ((start + i) % buyers)::bigint as place from (select index_on, start, buyers, unnest(range(size)) as i from drawn)),
        pool as (
          select customer_id, candidate.index_on from candidate join buyer using (place) left join event using (customer_id)
          where event.index_on is null or event.index_on > candidate.index_on)
        select customer_id, index_on, true as is_exposed, 0 as kind from exposed
        union all select customer_id, index_on, false, 0 from pool`);
      await pairUp(warehouse, close);
      await warehouse.run(`create or replace table ${table} as ${membersSql}`);
      await dropPairs(warehouse);
    }
  }
});
