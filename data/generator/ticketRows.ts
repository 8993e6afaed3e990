import type {Dice} from "./dice.ts";
import {requesterKey} from "./keys.ts";
import {DAY, MINUTE, naive} from "./londonTime.ts";
import {fullName} from "./people.ts";
import {drawSubject} from "./ticketSubjects.ts";
import type {Ticket} from "./tickets.ts";

/** Header of a Zendesk ticket export in its order; naive times are UTC, durations are elapsed minutes. */
export const TICKET_HEADER =
  `Summation column,Id,Requester,Requester id,Requester email,Assignee,Group,Subject,Tags,Status,Priority
Via,Ticket type,Created at,Updated at,Assigned at,Solved at,Resolution time,Satisfaction Score,Reopens,Replies
First reply time in minutes,First resolution time in minutes,Full resolution time in minutes,Category [list]`.split(
    /[,\n]/
  );

const AGENTS = ["Nadia Osei", "Tom Ferris", "Lin Qiao", "Marta Kowal", "Dev Anand", "Sian Pryce"];

const time = (at: number | null): string => (at === null ? "" : naive(at));
const minutes = (from: number, to: number | null): string =>
  to === null ? "" : String(Math.round((to - from) / MINUTE));

/** One row per ticket; a ticket solved for a week is closed. */
export function ticketRow(ticket: Ticket, id: number, until: number, dice: Dice): string[] {
  const {requester, category, createdAt, repliedAt, solvedAt} = ticket;
  const isDelivery = category === "late delivery" || category === "delivery damage";
  const firstSolvedAt = solvedAt === null || ticket.reopens === 0 ? solvedAt : createdAt + (solvedAt - createdAt) * 0.6;
  const updatedAt = solvedAt === null ? (repliedAt ?? createdAt) : Math.min(until - 1000, solvedAt + 4 * DAY);
  const hasOwner = repliedAt !== null;
  return [
    "1",
    String(id),
    fullName(requester),
    requesterKey(requester.index),
    requester.helpdeskEmail,
    hasOwner ? dice.pick(AGENTS) : "",
    isDelivery ? "Logistics" : "Customer care",
    drawSubject(ticket, dice),
    [category.replaceAll(" ", "_"), ...(requester.language === "zh" ? ["lang_zh"] : [])].join(" "),
    statusOf(ticket, until),
    category === "delivery damage"
      ? "High"
      : isDelivery
        ? dice.pick(["Normal", "High"])
        : dice.pick(["Low", "Normal", "Normal"]),
    ticket.via,
    isDelivery ? "Problem" : category === "product question" ? "Question" : "Task",
    naive(createdAt),
    naive(updatedAt),
    hasOwner ? naive(createdAt + Math.min(30 * MINUTE, repliedAt - createdAt)) : "",
    time(solvedAt),
    solvedAt === null ? "" : ((solvedAt - createdAt) / (60 * MINUTE)).toFixed(2),
    ticket.score,
    String(ticket.reopens),
    String(ticket.replies),
    minutes(createdAt, repliedAt),
    minutes(createdAt, firstSolvedAt),
    minutes(createdAt, solvedAt),
    category
  ];
}

function statusOf({repliedAt, solvedAt}: Ticket, until: number): string {
  if (solvedAt !== null) return solvedAt < until - 7 * DAY ? "Closed" : "Solved";
  return repliedAt === null ? "New" : "Open";
}
