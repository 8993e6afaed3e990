import {intAsOf} from "../../../models/intermediate/int_as_of.ts";
import {intCustomerKeys} from "../../../models/intermediate/int_customer_keys.ts";
import {stgTicketEvents} from "../../../models/staging/stg_ticket_events.ts";
import {stgTickets} from "../../../models/staging/stg_tickets.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {fill, uniform} from "../customers/fill.ts";

/** Events of every ticket; one in ten is opened again, which makes two more. */
const usual = 8;

/**
 * Fills the staging of a help desk with so many events of about an eighth as many tickets in three years, by SQL alone.
 *
 * A ticket is created, assigned, opened, answered, left pending, answered by the customer, answered again and solved, each some hours or days
 * after the one before, by hash: the same for everybody who runs it. Only the columns that the clock reads hold something.
 */
export async function makeTickets(warehouse: Warehouse, events: number): Promise<void> {
  const tickets = Math.floor(events / (usual + 0.2));
  const gap = (k: string) => `-ln(${uniform("gap", "id", k)}) * (case when ${k} in (1, 2) then 600 else 40000 end)`;
  await warehouse.run(`create or replace table ticket as
    select i as id, timestamp '2023-01-01' + to_seconds(cast(floor(${uniform("open", "i")} * 1095 * 86400) as bigint)) as opened_at,
      case when ${uniform("again", "i")} < 0.1 then ${usual + 2} else ${usual} end as events
    from range(${tickets}) as t (i)`);
  await warehouse.run(`create or replace table step as
    select id, k, opened_at + to_seconds(cast(floor(sum(case when k = 0 then 0 else ${gap("k")} end) over (partition by id order by k)) as bigint)) as happened_at
    from (select *, unnest(range(events)) as k from ticket)`);
  const states =
    "case k when 0 then 'New' when 2 then 'Open' when 4 then 'Pending' when 7 then 'Solved' when 8 then 'Open' when 9 then 'Solved' end";
  await fill(
    warehouse,
    stgTicketEvents,
    {
      load_id: "'000001'",
      load_row: "id * 16 + k",
      ticket_id: "cast(id as varchar)",
      event:
        "case when k = 0 then 'created' when k = 1 then 'assignee' when k in (3, 5, 6) then 'reply' else 'status' end",
      happened_at: "happened_at",
      to_value: `case when k = 1 then 'Agent ' || id % 40 else ${states} end`,
      actor_role: "case when k in (0, 5, 8) then 'customer' else 'agent' end",
      agent: "case when k in (3, 6, 7) then 'Agent ' || id % 40 end"
    },
    "step where happened_at <= timestamp '2026-01-01'"
  );
  await fill(
    warehouse,
    stgTickets,
    {
      ticket_id: "cast(id as varchar)",
      opened_at: "opened_at",
      opened_on: "opened_at",
      opened_month: "date_trunc('month', opened_at)",
      solved_at: "solved_at",
      is_open: "solved_at is null",
      ticket_status: "case when solved_at is null then 'Open' else 'Solved' end",
      priority: "case id % 4 when 0 then 'Urgent' when 1 then 'High' when 2 then 'Normal' else 'Low' end"
    },
    `(select id, any_value(ticket.opened_at) as opened_at, arg_max(happened_at, k) filter (k in (7, 9)) as last_at, max(k) as last_k, any_value(events) as events,
        case when max(k) = any_value(events) - 1 then max(happened_at) end as solved_at
      from step join ticket using (id) where happened_at <= timestamp '2026-01-01' group by id)`
  );
  await fill(warehouse, intCustomerKeys, {}, "range(0)");
  await fill(
    warehouse,
    intAsOf,
    {
      as_of_at: "timestamp '2026-01-01'",
      as_of_on: "date '2026-01-01'",
      as_of_month: "date '2026-01-01'",
      is_month_complete: "false",
      last_complete_month: "date '2025-12-01'",
      horizon_days: "91"
    },
    "range(1)"
  );
  await warehouse.run("drop table step; drop table ticket");
}
