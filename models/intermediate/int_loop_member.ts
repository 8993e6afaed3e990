import {z} from "zod";
import {memberColumns} from "../effect/memberColumns.ts";
import {dropPairs, membersSql, mostCandidates, mostExposed, pairsVersion, pairUp, wide} from "../effect/pairs.ts";
import {model} from "../model.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {intLoopCase} from "./int_loop_case.ts";

/** How long before the case and after the promise ran out is looked at. */
export const loopDays = 90;

/**
 * Who is compared with whom about following up, one row per pair and side; a customer followed up without anybody alike has a row of their own.
 *
 * Each customer stands with their first case, on the day on which it happened, where 90 days have passed since the promise ran out. The exposed
 * were followed up by then; their like, with a case of the same kind and alike on the day of the case, before anybody could come back, were
 * not. What is counted afterwards begins after the promise, so that nobody was followed up for having bought. At most 5,000 of the exposed are taken, by hash.
 */
export const intLoopMember = model({
  name: "int_loop_member",
  title: {
    en: "Who is compared with whom about following up, one row per pair and side.",
    zh: "跟进效果的配对客户，每对每方一行。"
  },
  from: [intAsOf, intCustomerOrders, intLoopCase],
  grain: ["pair", "is_exposed"],
  columns: z.strictObject(memberColumns),
  procedure: {
    version: () => [2, loopDays, pairsVersion(wide)],
    make: async ({warehouse, table}) => {
      await warehouse.run(`create or replace temp table effect_unit as
        with first as (
          select customer_id, happened_on as index_on, due_on, is_in_time as is_exposed,
            case origin when 'detractor' then 0 when 'low_rating' then 1 else 2 end as kind
          from int_loop_case qualify row_number() over (partition by customer_id order by happened_at, case_id) = 1),
        ranked as (
          select *, row_number() over (partition by is_exposed order by md5(customer_id), customer_id) as place
          from first where due_on + ${loopDays} <= (select as_of_on from int_as_of))
        select customer_id, index_on, is_exposed, kind from ranked where place <= case when is_exposed then ${mostExposed} else ${mostCandidates} end`);
      await pairUp(warehouse, wide);
      await warehouse.run(`create or replace table ${table} as ${membersSql}`);
      await dropPairs(warehouse);
    }
  }
});
