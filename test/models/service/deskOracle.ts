import type {CalendarSettings} from "../../../models/settings.ts";
import {isWorked} from "../../clock/minuteLoop.ts";
import type {Desk, Listed, Logged} from "./randomDesk.ts";

/** What is expected of one ticket; minutes with fractions, instants in milliseconds. */
export interface Expected {
  opened: number;
  solved: number | null;
  isOpen: boolean;
  priority: string | null;
  reopens: number | null;
  firstReply: number | null;
  resolutionWork: number | null;
  waits: {us: number; customer: number; third_party: number} | null;
  phases: Record<string, number> | null;
  nextReplies: number[] | null;
  isOneTouch: boolean | null;
  isFirstContact: boolean | null;
  targets: {target: string; spent: number; breached: boolean; running: boolean; paused: boolean; due: number | null}[];
}

const stateWords: Record<string, string> = {
  ...{New: "new", 新建: "new", Open: "open", 处理中: "open", "In progress": "open", "??": "open", Pending: "waiting"},
  ...{等待客户: "waiting", "on hold": "on_hold", Solved: "solved", 已解决: "solved", Closed: "closed"}
};
const priorityWords: Record<string, string> = {
  Urgent: "urgent",
  High: "high",
  高: "high",
  Normal: "normal",
  low: "low"
};
const at = (text: string) => Date.parse(`${text.replace(" ", "T")}Z`);
const ended = (state: string) => state === "solved" || state === "closed";
const isMessage = ({event}: Logged) => ["reply", "回复", "comment"].includes(event);
const isReply = (event: Logged) => isMessage(event) && event.actor_role === "agent" && event.is_public !== false;
const isCustomer = (event: Logged) => isMessage(event) && event.actor_role === "customer";
const stateAfter = ({event, to_value}: Logged) =>
  event === "created"
    ? (stateWords[to_value ?? ""] ?? "new")
    : event === "status" || event === "状态"
      ? (stateWords[to_value ?? ""] ?? "open")
      : null;

/** Working milliseconds up to an instant, counted minute by minute from a first one. */
function workClock(calendar: readonly CalendarSettings[], from: number, to: number): (at: number) => number {
  const sums = [0];
  const works: boolean[] = [];
  for (let minute = from; minute < to; minute += 60_000) {
    works.push(isWorked(calendar, minute));
    sums.push(sums.at(-1)! + (works.at(-1) ? 60_000 : 0));
  }
  return (instant) => {
    const index = Math.floor((instant - from) / 60_000);
    return sums[index]! + (works[index] ? (instant - from) % 60_000 : 0);
  };
}

/** Replays every ticket of a desk event by event. */
export function replay(desk: Desk): Map<string, Expected> {
  const asOf = at(desk.asOf);
  const first = Date.UTC(2026, 2, 1);
  const work = workClock(desk.service.calendars, first, asOf + 60 * 86_400_000);
  const log = new Map<string, Logged[]>();
  const known = desk.logged.filter((event) => at(event.happened_at) <= asOf);
  for (const event of known) log.set(event.ticket_id, [...(log.get(event.ticket_id) ?? []), event]);
  for (const events of log.values()) {
    events.sort(
      (a, b) => at(a.happened_at) - at(b.happened_at) || Number(b.event === "created") - Number(a.event === "created")
    );
  }
  const namesWaiting = known.some((event) => stateAfter(event) === "waiting");
  const listed = new Map(desk.listed.filter((row) => at(row.opened_at) <= asOf).map((row) => [row.ticket_id, row]));
  const listTellsReplies = [...listed.values()].some((row) => listReplyOf(row, at(row.opened_at), asOf) !== null);
  const ids = new Set([...listed.keys(), ...log.keys()]);
  return new Map(
    [...ids].map((id) => [
      id,
      ticket(listed.get(id), log.get(id) ?? [], {desk, asOf, work, namesWaiting, listTellsReplies})
    ])
  );
}

function replyOf(row: Listed | undefined, events: readonly Logged[], opened: number, asOf: number): number | null {
  const reply = events.find((event) => isReply(event) && at(event.happened_at) >= opened);
  const told = [listReplyOf(row, opened, asOf), reply ? at(reply.happened_at) : null].filter((one) => one !== null);
  return told.length ? Math.min(...told) : null;
}

function listReplyOf(row: Listed | undefined, opened: number, asOf: number): number | null {
  if (row?.first_reply_minutes == null) return null;
  const told = opened + row.first_reply_minutes * 60_000;
  return told <= asOf ? told : null;
}

interface Context {
  desk: Desk;
  asOf: number;
  work: (at: number) => number;
  namesWaiting: boolean;
  listTellsReplies: boolean;
}

function ticket(row: Listed | undefined, events: readonly Logged[], context: Context): Expected {
  const {desk, asOf, work} = context;
  const opened = row ? at(row.opened_at) : at(events[0]!.happened_at);
  // The log alone: the state after every event, and since when it is an ended one.
  let [logState, endedSince, logReopens] = ["new", null as number | null, 0];
  for (const event of events) {
    const next = stateAfter(event);
    if (!next) continue;
    if (ended(next) && !ended(logState)) endedSince = at(event.happened_at);
    if (!ended(next) && ended(logState)) logReopens++;
    logState = next;
  }
  const logSolved = events.length && ended(logState) ? endedSince : null;
  const listSolved = row?.solved_at && at(row.solved_at) <= asOf ? at(row.solved_at) : null;
  const isOpen = row
    ? row.solved_at
      ? listSolved === null
      : !["Solved", "closed", "已关闭"].includes(row.ticket_status)
    : !ended(logState);
  const solved = row
    ? (listSolved ?? (!isOpen && logSolved !== null && logSolved >= opened ? logSolved : null))
    : logSolved;
  const isCurrent = row !== undefined && (!row.solved_at || at(row.solved_at) <= asOf);
  const reopens = (isCurrent ? row.reopens : null) ?? (events.length ? logReopens : null);
  const changes = events.filter(({event}) => event === "priority");
  const word = (value: string | null | undefined) => priorityWords[value ?? ""] ?? null;
  const began = changes.length ? (word(changes[0]!.from_value) ?? word(changes[0]!.to_value)) : null;
  const priority = began ?? word(row?.priority);

  const earliest = replyOf(row, events, opened, asOf);
  const end = solved !== null ? Math.max(solved, opened) : isOpen ? Math.max(asOf, opened) : null;
  const firstReply = earliest !== null && end !== null && earliest > end ? null : earliest;
  const marks = events
    .filter(
      (event) =>
        at(event.happened_at) >= opened &&
        event.event !== "created" &&
        (isReply(event) || isCustomer(event) || stateAfter(event))
    )
    .map((event) => ({
      at: at(event.happened_at),
      state: stateAfter(event),
      message: isReply(event) ? "agent" : isCustomer(event) ? "customer" : null
    }));
  if (earliest !== null && !marks.some((mark) => mark.message === "agent" && mark.at <= earliest)) {
    marks.unshift({at: earliest, state: null, message: "agent"});
    marks.sort((a, b) => a.at - b.at);
  }
  const waits = {us: 0, customer: 0, third_party: 0};
  const phases: Record<string, number> = {};
  const runs: {from: number; to: number}[] = [];
  let [state, replies, solutions, last] = ["new", 0, 0, null as string | null];
  let state_at_end = "new";
  let since = opened;
  const pass = (until: number) => {
    const from = end === null ? since : Math.min(since, end);
    const to = end === null ? until : Math.min(until, end);
    const isWithCustomer = state === "waiting" || (events.length > 0 && !context.namesWaiting && last === "agent");
    if (!ended(state)) waits[state === "on_hold" ? "third_party" : isWithCustomer ? "customer" : "us"] += to - from;
    const phase =
      solutions > 0
        ? "reopened"
        : state === "on_hold"
          ? "on_hold"
          : isWithCustomer
            ? "with_customer"
            : replies === 0
              ? "first_reply"
              : "with_us";
    phases[phase] = (phases[phase] ?? 0) + to - from;
    if ((state === "new" || state === "open") && (end === null || since <= end)) runs.push({from, to});
    since = until;
  };
  for (const mark of marks) {
    pass(mark.at);
    if (mark.state) {
      state = mark.state;
      if (ended(state)) solutions++;
    }
    if (end === null || mark.at <= end) state_at_end = state;
    if (mark.message === "agent") replies++;
    last = mark.message ?? last;
  }
  pass(end ?? since);

  const nextReplies: number[] = [];
  let [asked, answers] = [null as number | null, 0];
  for (const mark of marks) {
    if (mark.message === "customer") asked ??= mark.at;
    if (mark.message === "agent") {
      answers++;
      if (asked !== null && answers > 1) nextReplies.push((work(mark.at) - work(asked)) / 60_000);
      asked = null;
    }
  }
  const isForGood = solved !== null && reopens === 0;
  const since_opening = events.filter((event) => at(event.happened_at) >= opened);
  const counts = {agent: since_opening.filter(isReply).length, customer: since_opening.filter(isCustomer).length};
  const tells = events.length > 0;
  const target =
    desk.service.targets.find((one) => one.priority === priority) ??
    desk.service.targets.find((one) => one.priority === null)!;
  const isBusiness = target.clock === "business";
  const isPromised =
    !isBusiness ||
    desk.service.calendars.some(({zone, from, to}) => {
      const day = new Date(opened).toLocaleDateString("sv-SE", {timeZone: zone});
      return (from === null || from <= day) && (to === null || day <= to);
    });
  const length = (from: number, to: number) => (isBusiness ? work(to) - work(from) : to - from) / 60_000;
  const targets: Expected["targets"] = [];
  const dueFrom = (from: number, minutes: number) => {
    if (!isBusiness) return from + minutes * 60_000;
    let due = from;
    while (length(from, due) < minutes) due = due - (due % 60_000) + 60_000;
    const over = length(from, due) - minutes;
    return due - over * 60_000;
  };
  if (
    isPromised &&
    target.firstReplyMinutes !== null &&
    (firstReply !== null || (end !== null && (tells || (row !== undefined && context.listTellsReplies))))
  ) {
    const spent = length(opened, firstReply ?? end!);
    targets.push({
      target: "first_reply",
      spent,
      breached: spent > target.firstReplyMinutes,
      running: isOpen && firstReply === null,
      paused: false,
      due: dueFrom(opened, target.firstReplyMinutes)
    });
  }
  if (isPromised && target.resolutionMinutes !== null && end !== null) {
    let spent = 0;
    let due: number | null = null;
    let [lastFrom, lastSpent] = [opened, 0];
    for (const run of runs) {
      const took = length(run.from, run.to);
      if (due === null && spent + took >= target.resolutionMinutes)
        due = dueFrom(run.from, target.resolutionMinutes - spent);
      [lastFrom, lastSpent] = [run.from, spent];
      spent += took;
    }
    const now = (row && stateWords[row.ticket_status]) ?? logState;
    const restsNow = isOpen && (now === "waiting" || now === "on_hold");
    const ranAtEnd = state_at_end === "new" || state_at_end === "open";
    if (restsNow && ranAtEnd) spent = Math.min(spent, target.resolutionMinutes);
    const breached = spent > target.resolutionMinutes;
    const paused = isOpen && !breached && (restsNow || !ranAtEnd);
    due ??= dueFrom(lastFrom, target.resolutionMinutes - lastSpent);
    targets.push({target: "resolution", spent, breached, running: isOpen, paused, due: paused ? null : due});
  }
  return {
    opened,
    solved,
    isOpen,
    priority,
    reopens,
    firstReply,
    resolutionWork: solved === null ? null : (work(Math.max(solved, opened)) - work(opened)) / 60_000,
    waits: end === null || !tells ? null : waits,
    phases: end === null ? null : phases,
    nextReplies: tells ? nextReplies : null,
    isOneTouch: solved !== null && tells ? isForGood && counts.agent <= 1 : null,
    isFirstContact: solved !== null && tells ? isForGood && counts.customer === 0 : null,
    targets
  };
}
