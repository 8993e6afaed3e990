import type {Dice} from "./dice.ts";
import {DAY, MINUTE} from "./londonTime.ts";
import type {Ticket} from "./tickets.ts";

/** One thing that happened to a ticket. */
export interface TicketEvent {
  ticketId: string;
  at: number;
  event: "created" | "assignee" | "reply" | "status";
  from: string;
  to: string;
  role: "agent" | "customer" | "system";
  agent: string;
}

/** The day after which the helpdesk closes what is solved. */
const CLOSES_AFTER = 4 * DAY;

/** The life of a ticket, oldest first, with the times, replies and reopening that the list of tickets says of it. */
export function drawTicketEvents(ticket: Ticket, row: readonly string[], until: number, dice: Dice): TicketEvent[] {
  const {createdAt, repliedAt, solvedAt, replies, reopens} = ticket;
  const [ticketId, agent, status] = [row[1]!, row[5]!, row[9]!];
  const events: TicketEvent[] = [];
  const add = (at: number, event: TicketEvent["event"], role: TicketEvent["role"], from = "", to = "") =>
    events.push({ticketId, at, event, from, to, role, agent: role === "agent" ? agent : ""});
  add(createdAt, "created", "customer", "", "New");
  if (repliedAt === null) return events;
  const assignedAt = createdAt + Math.min(30 * MINUTE, repliedAt - createdAt);
  add(assignedAt, "assignee", "system", "", agent);
  add(assignedAt, "status", "system", "New", "Open");
  add(repliedAt, "reply", "agent");
  const end = solvedAt ?? until;
  const more = Array.from({length: replies - 1}, () => repliedAt + Math.floor(dice.uniform() * (end - repliedAt)));
  for (const at of more.sort((a, b) => a - b)) {
    const asked = repliedAt + Math.floor(dice.uniform() * (at - repliedAt));
    add(asked, "reply", "customer");
    add(at, "reply", "agent");
  }
  if (solvedAt !== null) {
    if (reopens) {
      const first = createdAt + Math.floor((solvedAt - createdAt) * 0.6);
      add(first, "status", "agent", "Open", "Solved");
      add(first + Math.floor((solvedAt - first) * 0.4), "status", "customer", "Solved", "Open");
    }
    add(solvedAt, "status", "agent", "Open", "Solved");
    if (status === "Closed") add(solvedAt + CLOSES_AFTER, "status", "system", "Solved", "Closed");
  }
  return events.sort((a, b) => a.at - b.at);
}
