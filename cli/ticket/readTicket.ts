import {UserError} from "../../warehouse/error.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";

/** A ticket as the models have it. */
export interface TicketRow {
  ticket_id: string;
  customer_id: string | null;
  opened_at: Date;
  solved_at: Date | null;
  is_open: boolean;
  is_listed: boolean;
  is_logged: boolean;
  priority: string | null;
  current_priority: string | null;
  ticket_state: string;
  category: string | null;
  early_events: number;
}

/** One step of its life. */
export interface StepRow {
  action: string;
  step_from_at: Date;
  ticket_state: string;
  waited_for: string;
  is_running: boolean;
  elapsed_seconds: number;
  work_seconds_within: number;
}

/** One promise and what became of it. */
export interface TargetRow {
  target: string;
  clock: string;
  target_minutes: number;
  spent_minutes: number;
  due_at: Date | null;
  is_breached: boolean;
  is_running: boolean;
  is_paused: boolean;
}

export interface TicketStory {
  ticket: TicketRow;
  steps: StepRow[];
  targets: TargetRow[];
}

/** All that is known of a ticket. Throws a UserError where the warehouse is not built or no ticket has the id; it names the nearest ones. */
export async function readTicket(warehouse: Warehouse, id: string): Promise<TicketStory> {
  const {n} = await warehouse.row<{n: number}>(
    "select count(*) as n from information_schema.tables where table_schema = 'main' and table_name in ('int_ticket_step', 'int_ticket_target')"
  );
  if (n < 2) throw new UserError('ticket: the tickets are not modelled yet; run "perennial build" first');
  const [ticket] = await warehouse.rows<TicketRow>("select * from int_ticket where ticket_id = $1", [id]);
  if (!ticket) throw await unknown(warehouse, id);
  return {
    ticket,
    steps: await warehouse.rows<StepRow>("select * from int_ticket_step where ticket_id = $1 order by position", [id]),
    targets: await warehouse.rows<TargetRow>("select * from int_ticket_target where ticket_id = $1 order by target", [
      id
    ])
  };
}

async function unknown(warehouse: Warehouse, id: string): Promise<UserError> {
  const near = await warehouse.rows<{ticket_id: string}>(
    "select ticket_id from int_ticket order by levenshtein(lower(ticket_id), lower($1)), ticket_id limit 3",
    [id]
  );
  const names = near.map(({ticket_id}) => `"${ticket_id}"`);
  return new UserError(
    names.length
      ? `ticket: unknown ticket "${id}"; the nearest ids are ${names.join(", ")}`
      : `ticket: unknown ticket "${id}"; there are no tickets: add an export of kind tickets or ticket_events`
  );
}
