import {openCsv} from "./csvFile.ts";
import {diceFor} from "./dice.ts";
import {naive} from "./londonTime.ts";
import type {Setting, Subject} from "./subject.ts";
import {drawTicketEvents} from "./ticketEvents.ts";

/** Header of the helpdesk's audit log; times are UTC. */
const HEADER = ["Event No.", "Ticket", "Time", "Event", "From", "To", "By", "Agent"];

/** The helpdesk's log of what happened to its tickets, in order of time inside a batch. */
export async function openTicketEvents({
  out,
  placed,
  until,
  seed
}: Setting): Promise<Subject & {truth: {events: number}}> {
  const dice = diceFor(seed, "ticket events");
  const file = await openCsv(out, "helpdesk/ticket_events.csv.gz", HEADER, {placed});
  const truth = {events: 0};
  return {
    truth,
    write: async ({tickets}) => {
      const events = tickets.flatMap(({ticket, row}) => drawTicketEvents(ticket, row, until, dice));
      const sorted = events.sort((a, b) => a.at - b.at || Number(a.ticketId) - Number(b.ticketId));
      await file.write(
        sorted.map(({ticketId, at, event, from, to, role, agent}) => [
          [String(700_000 + ++truth.events), ticketId, naive(at), event, from, to, role, agent]
        ])
      );
    },
    close: async () => [await file.close()]
  };
}
