import {rawTicketEvents, rawTickets} from "../../../ingest/contracts/kinds.ts";
import type {Settings} from "../../../models/settings.ts";
import {usualService} from "../service.ts";
import {insert, ModelledWarehouse} from "../warehouseOf.ts";
import {martBacklog} from "../../../models/marts/mart_backlog.ts";
import {martBacklogGroup} from "../../../models/marts/mart_backlog_group.ts";
import {martComplaintCause} from "../../../models/marts/mart_complaint_cause.ts";
import {martOpenTicket} from "../../../models/marts/mart_open_ticket.ts";
import {martServiceGroup} from "../../../models/marts/mart_service_group.ts";
import {martServiceHour} from "../../../models/marts/mart_service_hour.ts";
import {martServiceMonth} from "../../../models/marts/mart_service_month.ts";
import {martServicePhase} from "../../../models/marts/mart_service_phase.ts";
import {martServiceSummary} from "../../../models/marts/mart_service_summary.ts";
import {martSlaMonth} from "../../../models/marts/mart_sla_month.ts";

type Given = Record<string, unknown>;

/** Every mart of the service desk. */
export const serviceMarts = [
  martBacklog,
  martBacklogGroup,
  martComplaintCause,
  martOpenTicket,
  martServiceGroup,
  martServiceHour,
  martServiceMonth,
  martServicePhase,
  martServiceSummary,
  martSlaMonth
];

/** An event of a log: ticket, time, what happened, and the rest. */
export const event = (
  ticket_id: string,
  happened_at: string,
  name: string,
  to_value: string | null = null,
  rest: Given = {}
) => ({
  ticket_id,
  happened_at,
  event: name,
  to_value,
  ...rest
});

/** The service marts over a list and a log. */
export function serviceOf(
  {
    tickets = [],
    events = [],
    fill = []
  }: {tickets?: readonly Given[]; events?: readonly Given[]; fill?: readonly string[]},
  {service, ...changes}: Partial<Omit<Settings, "service">> & {service?: Partial<Settings["service"]>} = {}
): Promise<ModelledWarehouse> {
  return ModelledWarehouse.of(
    [
      ...(tickets.length ? [insert(rawTickets, tickets)] : []),
      ...(events.length ? [insert(rawTicketEvents, events)] : []),
      ...fill
    ],
    {...changes, service: {...usualService.service, ...service}},
    serviceMarts
  );
}
