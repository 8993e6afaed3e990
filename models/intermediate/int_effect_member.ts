import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {memberColumns} from "../effect/memberColumns.ts";
import {leastPairs} from "../effect/pairedEffect.ts";
import {close, dropPairs, membersSql, mostCandidates, mostExposed, pairsVersion, pairUp} from "../effect/pairs.ts";
import {model} from "../model.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {intEffectEvent} from "./int_effect_event.ts";
import {intTicket} from "./int_ticket.ts";

/** How long before and after the event is looked at. */
export const effectDays = 180;

/** A ticket so many days up to the day, its own among them, tells that somebody needed help then. */
export const ticketDays = 14;

/** Of the exposed so many must find somebody alike who needed help too; else help does not count for who is alike. */
const leastHelped = 0.5;

/**
 * Who is compared with whom about bad service, one row per pair and side; an exposed customer without anybody alike has a row of their own.
 *
 * The exposed are customers on the day of their first bad service, where 180 days have passed since, at most 5,000 of them by hash. Their like
 * had none up to the day on which they are taken; what happens to them later is not looked at, as choosing by it would choose by the
 * outcome: where they have bad service later, what is measured is the smaller for it. Who has bad service has opened a ticket, so their like
 * must have opened one too in the 14 days up to the day, where that makes at least 20 pairs and finds one for half of the exposed; where it
 * does not, any customer may be alike, and has_ticket tells who opened one. See models/effect/pairs.ts for what alike means.
 */
export const intEffectMember = model({
  name: "int_effect_member",
  title: {
    en: "Who is compared with whom about bad service, one row per pair and side.",
    zh: "不良服务影响的配对客户，每对每方一行。"
  },
  from: [intAsOf, intCustomerOrders, intEffectEvent, intTicket],
  grain: ["pair", "is_exposed"],
  columns: z.strictObject({
    ...memberColumns,
    has_ticket: c.flag("Opened a ticket in the 14 days up to that day.", "截至当日 14 天内是否提交过工单。")
  }),
  procedure: {
    version: () => [2, effectDays, ticketDays, leastHelped, leastPairs, pairsVersion(close)],
    make: async ({warehouse, table}) => {
      await warehouse.run(`create or replace temp table effect_event as
        select customer_id, min(happened_on) as index_on from int_effect_event group by 1;
        create or replace temp table effect_exposed as
        select customer_id, index_on from effect_event where index_on + ${effectDays} <= (select as_of_on from int_as_of)
        order by md5(customer_id), customer_id limit ${mostExposed}`);
      await pairAmong(warehouse, helped);
      const row = await warehouse.row<{pairs: number; exposed: number}>(
        `select (select count(*) from effect_pair) as pairs, (select count(*) from effect_state where is_exposed) as exposed`
      );
      if (row.pairs < Math.max(leastPairs, leastHelped * row.exposed)) await pairAmong(warehouse, anybody);
      await warehouse.run(`create or replace table ${table} as
        select member.*, exists (
          from int_ticket t where t.customer_id = member.customer_id and t.opened_on > member.index_on - ${ticketDays} and t.opened_on <= member.index_on
        ) as has_ticket
        from (${membersSql}) as member order by pair, is_exposed`);
      await dropPairs(warehouse);
      await warehouse.run("drop table effect_event; drop table effect_exposed");
    }
  }
});

/** Pairs the exposed with those of the pool, rows of customer_id and index_on, who had no bad service by then. */
async function pairAmong(warehouse: Warehouse, pool: string): Promise<void> {
  await warehouse.run(`create or replace temp table effect_unit as
    with pool as (${pool})
    select customer_id, index_on, true as is_exposed, 0 as kind from effect_exposed
    union all
    select customer_id, pool.index_on, false, 0 from pool left join effect_event event using (customer_id)
    where event.index_on is null or event.index_on > pool.index_on`);
  await pairUp(warehouse, close);
}

/** Who had opened a ticket shortly before one of the days, at most 250,000 customer-days by hash. */
const helped = `
  select customer_id, index_on from (
    select distinct t.customer_id, d.index_on
    from (select distinct index_on from effect_exposed) d
    join int_ticket t on t.opened_on > d.index_on - ${ticketDays} and t.opened_on <= d.index_on
    where t.customer_id in (select customer_id from int_customer_orders where not is_cancelled))
  order by md5(customer_id || index_on), customer_id, index_on limit ${mostCandidates}`;

/** Any buyers on these days, at most as many customer-days. */
const anybody = `
  with buyer as (
    select customer_id, row_number() over (order by md5(customer_id), customer_id) - 1 as place
    from (select distinct customer_id from int_customer_orders where not is_cancelled)),
  base as (select count(*) as buyers from buyer),
  sized as (
    select index_on, least(buyers, ceil(${mostCandidates} * count(*) / sum(count(*)) over ()))::bigint as size, buyers
    from effect_exposed, base where buyers > 0 group by index_on, buyers),
  drawn as (select *, sum(size) over (order by index_on) - size as start from sized),
  candidate as (
    select index_on, ((start + i) % buyers)::bigint as place from (select index_on, start, buyers, unnest(range(size)) as i from drawn))
  select customer_id, candidate.index_on from candidate join buyer using (place)`;
