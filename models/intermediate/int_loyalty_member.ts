import {z} from "zod";
import {memberColumns} from "../effect/memberColumns.ts";
import {close, dropPairs, membersSql, mostCandidates, mostExposed, pairsVersion, pairUp} from "../effect/pairs.ts";
import {model} from "../model.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerLoyalty} from "./int_customer_loyalty.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";

/** How long before and after joining is looked at. */
export const joinedDays = 180;

/**
 * Which members are compared with which customers who were none, one row per pair and side; a member without anybody alike has a row of their own.
 *
 * The exposed are customers on the day of their first entry, where they ordered on that day, as who joins at the till does, and 180 days have
 * passed since; at most 5,000 of them by hash. Their like are customers on a day on which they ordered too and were no members yet; whether they join later is not looked
 * at, as that would choose by what came after. See models/effect/pairs.ts for what alike means.
 */
export const intLoyaltyMember = model({
  name: "int_loyalty_member",
  title: {
    en: "Which members are compared with whom, one row per pair and side.",
    zh: "会员与非会员的配对客户，每对每方一行。"
  },
  from: [intAsOf, intCustomerLoyalty, intCustomerOrders],
  grain: ["pair", "is_exposed"],
  columns: z.strictObject(memberColumns),
  procedure: {
    version: () => [1, joinedDays, pairsVersion(close)],
    make: async ({warehouse, table}) => {
      await warehouse.run(`create or replace temp table effect_unit as
        with ordered as (
          select o.customer_id, o.ordered_on as index_on, m.first_points_on
          from int_customer_orders o left join int_customer_loyalty m using (customer_id)
          where o.is_first_of_day and not o.is_cancelled and o.ordered_on + ${joinedDays} <= (select as_of_on from int_as_of)),
        exposed as (
          select customer_id, index_on from ordered where index_on = first_points_on
          order by md5(customer_id), customer_id limit ${mostExposed}),
        pool as (
          select customer_id, index_on from ordered where first_points_on is null or index_on < first_points_on
          order by md5(customer_id || index_on), customer_id, index_on limit ${mostCandidates})
        select customer_id, index_on, true as is_exposed, 0 as kind from exposed
        union all select customer_id, index_on, false, 0 from pool`);
      await pairUp(warehouse, close);
      await warehouse.run(`create or replace table ${table} as ${membersSql}`);
      await dropPairs(warehouse);
    }
  }
});
