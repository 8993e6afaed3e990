import {ticketEvents} from "../../ingest/contracts/ticketEvents.ts";
import {model} from "../model.ts";
import {staged} from "./staged.ts";

/**
 * What had happened to tickets by as_of, one row per delivered event.
 *
 * Logs overlap: of the events of a ticket at an instant, those of the latest load count.
 */
export const stgTicketEvents = model({
  name: "stg_ticket_events",
  title: {en: "Events of tickets, one row per delivered event.", zh: "工单事件，每次交付的事件一行。"},
  ...staged(ticketEvents, {days: ["happened_at"]})
});
