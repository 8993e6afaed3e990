import {explain} from "../../models/clock/workSeconds.ts";
import type {Settings} from "../../models/settings.ts";
import {UserError} from "../../warehouse/error.ts";
import {durationText, wallClock} from "./clockText.ts";
import type {StepRow, TargetRow, TicketStory} from "./readTicket.ts";

const happened: Record<string, string> = {
  opened: "opened",
  public_reply: "an agent replied",
  customer_reply: "the customer wrote",
  end: "end"
};
const waits: Record<string, string> = {
  us: "the customer waits for us",
  customer: "we wait for the customer",
  third_party: "on hold",
  nobody: "solved"
};
const promises: Record<string, string> = {first_reply: "first reply", resolution: "solution"};

/**
 * A ticket as lines: what happened when, who was waited for, which working time counted and what became of the promises. Times are on the
 * company's clock. Throws a UserError where the calendar counts otherwise than the warehouse, for it was changed since the build.
 */
export function storyLines(
  {ticket, steps, targets}: TicketStory,
  {zone, service}: Pick<Settings, "zone" | "service">
): string[] {
  const {ticket_id, priority, current_priority: current, category, customer_id, ticket_state, early_events} = ticket;
  const known = [ticket.is_listed ? "the list" : "", ticket.is_logged ? "the log" : ""].filter(Boolean).join(" and ");
  const raised = current !== null && current !== priority ? `, now ${current}` : "";
  return [
    `ticket ${ticket_id}, known from ${known}`,
    `  ${[ticket_state, `priority ${priority ?? "unknown"}${raised}`, category, customer_id].filter((part) => part !== null).join("; ")}`,
    `  opened ${wallClock(ticket.opened_at, zone)} (${zone})${endText(ticket, zone)}`,
    ...(early_events ? [`  ${early_events} of its events are dated before its creation and move no clock`] : []),
    "",
    ...steps.flatMap((step) => stepLines(step, zone, service)),
    "",
    ...(targets.length
      ? targets.flatMap((target) => targetLines(target, zone))
      : [
          "  nothing was promised for it, or nobody says what became of that; see service.targets of perennial.config.ts"
        ])
  ];
}

function endText({solved_at, is_open}: TicketStory["ticket"], zone: string): string {
  if (solved_at) return `, solved ${wallClock(solved_at, zone)}`;
  return is_open ? ", open" : ", ended nobody knows when";
}

function stepLines(step: StepRow, zone: string, {calendars}: Settings["service"]): string[] {
  const {action, step_from_at: from, ticket_state, waited_for, is_running, elapsed_seconds, work_seconds_within} = step;
  const what = action === "status" ? `became ${ticket_state}` : happened[action]!;
  const line = `  ${wallClock(from, zone)}  ${what}`;
  if (!elapsed_seconds) return [line];
  const pieces = explain(calendars, from, new Date(from.getTime() + elapsed_seconds * 1000));
  const counted = pieces.reduce((sum, piece) => sum + piece.to - piece.from, 0);
  if (counted !== work_seconds_within) {
    throw new UserError(
      `ticket: ${work_seconds_within} working seconds in the warehouse, ${counted} by the calendar; run "perennial build" first`
    );
  }
  const times = `${durationText(elapsed_seconds)}, of it ${durationText(work_seconds_within)} of working time`;
  return [
    line,
    `    ${waits[waited_for]!} for ${times}${is_running ? "" : "; the clock of the solution rests"}`,
    ...pieces.map(
      ({from, to}) =>
        `      ${wallClock(new Date(from * 1000), zone)} to ${wallClock(new Date(to * 1000), zone)}  ${durationText(to - from)}`
    )
  ];
}

function targetLines(target: TargetRow, zone: string): string[] {
  const {clock, target_minutes, spent_minutes, due_at, is_breached, is_running, is_paused} = target;
  const unit = clock === "business" ? "of working time" : "elapsed";
  const state = is_paused ? "rests" : is_running ? (is_breached ? "late" : "running") : is_breached ? "broken" : "kept";
  const due = due_at ? `, due ${wallClock(due_at, zone)}` : "";
  return [
    `  ${promises[target.target]!} promised within ${durationText(target_minutes * 60)} ${unit}: ${state}, ` +
      `${durationText(spent_minutes * 60)} spent${due}`
  ];
}
