import {rawTicketEvents, rawTickets} from "../../../ingest/contracts/kinds.ts";
import type {Settings} from "../../../models/settings.ts";
import {dice} from "../randomCompany.ts";
import {usualService} from "../service.ts";
import {insert} from "../warehouseOf.ts";

export interface Listed {
  ticket_id: string;
  opened_at: string;
  solved_at: string | null;
  first_reply_minutes: number | null;
  ticket_status: string;
  priority: string | null;
  reopens: number | null;
}
export interface Logged {
  ticket_id: string;
  happened_at: string;
  event: string;
  from_value: string | null;
  to_value: string | null;
  actor_role: string | null;
  agent: string | null;
  is_public: boolean | null;
}
export interface Desk {
  listed: Listed[];
  /** In the order of delivery. */
  logged: Logged[];
  asOf: string;
  service: Settings["service"];
  /** SQL that delivers all of it to the raw tables. */
  fill: string[];
}

const begin = Date.UTC(2026, 2, 20, 6);
/** The desk's last day: summer time began in London between. */
const end = Date.UTC(2026, 3, 9, 15, 20, 30);
const text = (at: number) => new Date(at).toISOString().slice(0, 19).replace("T", " ");

/** The hours and promises of the desk: three versions of a calendar, one of them without work, and both clocks. */
export const service: Settings["service"] = {
  ...usualService.service,
  calendars: [
    {
      zone: "Europe/London",
      from: null,
      to: "2026-03-27",
      hours: {
        mon: [
          ["09:00", "12:30"],
          ["13:15", "17:45"]
        ],
        tue: [["09:00", "18:00"]],
        fri: [["00:00", "24:00"]]
      },
      holidays: ["2026-03-24"],
      exceptions: {}
    },
    {
      zone: "Europe/London",
      from: "2026-03-28",
      to: "2026-03-30",
      hours: {sun: [["00:30", "04:00"]]},
      holidays: [],
      exceptions: {}
    },
    {
      zone: "America/New_York",
      from: "2026-04-01",
      to: null,
      hours: {
        mon: [["08:00", "16:00"]],
        wed: [["08:00", "16:00"]],
        thu: [["08:05", "16:00"]],
        sat: [["10:00", "11:00"]]
      },
      holidays: ["2026-04-06"],
      exceptions: {"2026-04-02": [["10:10", "10:50"]], "2026-04-06": [["09:00", "09:30"]]}
    }
  ],
  targets: [
    {priority: "high", firstReplyMinutes: 60, resolutionMinutes: 1440, clock: "elapsed"},
    {priority: "low", firstReplyMinutes: null, resolutionMinutes: 900, clock: "business"},
    {priority: null, firstReplyMinutes: 75, resolutionMinutes: 600, clock: "business"}
  ]
};

const states = ["Open", "Pending", "on hold", "Solved", "处理中", "等待客户", "已解决", "Closed", "In progress", "??"];
const priorities = ["Urgent", "High", "Normal", "low", "高", null];

/** A help desk at random: tickets on the list alone, in the log alone and in both; events in disorder, at equal seconds, and of every kind. */
export function randomDesk(seed: number, tickets = 120): Desk {
  const roll = dice(seed);
  const upTo = (n: number) => Math.floor(roll() * n);
  const one = <T>(values: readonly T[]): T => values[upTo(values.length)]!;
  const listed: Listed[] = [];
  const logged: Logged[] = [];
  for (let i = 0; i < tickets; i++) {
    const ticket_id = `t${i}`;
    const opened = begin + upTo((end - begin) / 1000) * 1000;
    const where = one(["list", "log", "both", "both"]);
    if (where !== "log") {
      const isSolved = upTo(3) > 0;
      const isUndated = isSolved && upTo(6) === 0;
      const solved = opened + upTo(12 * 86_400) * 1000;
      listed.push({
        ticket_id,
        opened_at: text(opened),
        solved_at: isSolved && !isUndated ? text(solved) : null,
        first_reply_minutes: upTo(4) === 0 ? null : upTo(3000),
        ticket_status: isSolved ? one(["Solved", "closed", "已关闭"]) : one(["Open", "New", "Pending"]),
        priority: one(priorities),
        reopens: upTo(2) ? null : upTo(3)
      });
    }
    if (where === "list") continue;
    let at = opened - (upTo(10) === 0 ? 600_000 : 0);
    const add = (event: string, rest: Partial<Logged>) =>
      logged.push({
        ticket_id,
        happened_at: text(at),
        event,
        from_value: null,
        to_value: null,
        actor_role: null,
        agent: null,
        is_public: null,
        ...rest
      });
    add("created", {to_value: one(["New", "新建", null]), actor_role: "customer"});
    for (let k = upTo(12); k > 0; k--) {
      at += upTo(8) === 0 ? 0 : Math.floor(-Math.log(roll() + 1e-9) * 60_000) * 1000;
      const agent = one(["Ann", "Bo"]);
      const kind = upTo(10);
      if (kind < 3) add(one(["status", "状态"]), {to_value: one(states), actor_role: "agent", agent});
      else if (kind < 6) add(one(["reply", "回复"]), {actor_role: "agent", agent, is_public: one([true, null])});
      else if (kind < 8) add("comment", {actor_role: "customer"});
      else if (kind === 8) add(one(["note", "reply"]), {actor_role: "agent", agent, is_public: false});
      else add("priority", {from_value: one(priorities), to_value: one(priorities), actor_role: "agent", agent});
    }
  }
  for (let i = logged.length - 1; i > 0; i--) {
    const j = upTo(i + 1);
    if (logged[i]!.happened_at !== logged[j]!.happened_at) [logged[i], logged[j]] = [logged[j]!, logged[i]!];
  }
  return {
    listed,
    logged,
    asOf: new Date(end).toISOString().slice(0, 19),
    service,
    fill: [insert(rawTickets, listed as never), insert(rawTicketEvents, logged as never)]
  };
}
