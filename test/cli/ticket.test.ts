import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {durationText, wallClock} from "../../cli/ticket/clockText.ts";
import {readTicket} from "../../cli/ticket/readTicket.ts";
import {storyLines} from "../../cli/ticket/storyLines.ts";
import {rawRelations, rawTicketEvents, rawTickets} from "../../ingest/contracts/kinds.ts";
import {ledgerInputs} from "../../ingest/ledgerRelations.ts";
import {createRows, inBuildOrder} from "../../models/compile.ts";
import {intTicketTarget} from "../../models/intermediate/int_ticket_target.ts";
import type {Model} from "../../models/model.ts";
import {emptyTableSql} from "../../warehouse/ddl.ts";
import {UserError} from "../../warehouse/error.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {event} from "../models/service/serviceDesk.ts";
import {usualService} from "../models/service.ts";
import {insert, settings as plain} from "../models/warehouseOf.ts";

const settings = {
  ...plain,
  zone: "Europe/London",
  service: {
    ...usualService.service,
    calendars: usualService.service.calendars.map((calendar) => ({...calendar, zone: "Europe/London"})),
    targets: [{priority: null, firstReplyMinutes: 60, resolutionMinutes: 600, clock: "business" as const}]
  }
};

async function desk(...fill: string[]): Promise<Warehouse> {
  const warehouse = await Warehouse.open(":memory:");
  for (const relation of [...rawRelations, ...ledgerInputs]) await warehouse.run(emptyTableSql(relation));
  for (const sql of fill) await warehouse.run(sql);
  for (const model of inBuildOrder([intTicketTarget as unknown as Model])) {
    await createRows(model, {warehouse, settings, table: `"${model.name}"`});
  }
  return warehouse;
}

describe("the story of a ticket", () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await desk(
      insert(rawTickets, [
        {ticket_id: "T-1", opened_at: "2026-06-05 16:30:00", solved_at: "2026-06-08 14:00:00", priority: "High"},
        {ticket_id: "T-2", opened_at: "2026-06-08 09:00:00", ticket_status: "closed"}
      ]),
      insert(rawTicketEvents, [
        event("T-1", "2026-06-05 16:30:00", "created", "New", {actor_role: "customer"}),
        event("T-1", "2026-06-08 08:20:00", "reply", null, {actor_role: "agent", agent: "Ann"}),
        event("T-1", "2026-06-08 08:20:00", "status", "Pending", {actor_role: "agent", agent: "Ann"}),
        event("T-1", "2026-06-08 13:00:00", "status", "Open", {actor_role: "customer"})
      ])
    );
  });
  afterAll(() => warehouse.close());

  // The weekend of REFERENCE, on the clock of London, an hour ahead of UTC.
  it("says which working time counted, which pauses, and what became of the promises", async () => {
    expect(storyLines(await readTicket(warehouse, "T-1"), settings)).toEqual([
      "ticket T-1, known from the list and the log",
      "  solved; priority high",
      "  opened Fri 2026-06-05 17:30:00 (Europe/London), solved Mon 2026-06-08 15:00:00",
      "",
      "  Fri 2026-06-05 17:30:00  opened",
      "    the customer waits for us for 63 h 50 min, of it 50 min of working time",
      "      Fri 2026-06-05 17:30:00 to Fri 2026-06-05 18:00:00  30 min",
      "      Mon 2026-06-08 09:00:00 to Mon 2026-06-08 09:20:00  20 min",
      "  Mon 2026-06-08 09:20:00  an agent replied",
      "  Mon 2026-06-08 09:20:00  became waiting",
      "    we wait for the customer for 4 h 40 min, of it 4 h 40 min of working time; the clock of the solution rests",
      "      Mon 2026-06-08 09:20:00 to Mon 2026-06-08 14:00:00  4 h 40 min",
      "  Mon 2026-06-08 14:00:00  became open",
      "    the customer waits for us for 1 h, of it 1 h of working time",
      "      Mon 2026-06-08 14:00:00 to Mon 2026-06-08 15:00:00  1 h",
      "  Mon 2026-06-08 15:00:00  end",
      "",
      "  first reply promised within 1 h of working time: kept, 50 min spent, due Mon 2026-06-08 09:30:00",
      "  solution promised within 10 h of working time: kept, 1 h 50 min spent, due Tue 2026-06-09 14:10:00"
    ]);
  });

  it("says what nobody knows", async () => {
    const lines = storyLines(await readTicket(warehouse, "T-2"), settings);
    expect(lines[2]).toBe("  opened Mon 2026-06-08 10:00:00 (Europe/London), ended nobody knows when");
    expect(lines.at(-1)).toContain("nothing was promised for it, or nobody says what became of that");
  });

  it("is no other than the warehouse's: a calendar that was changed since the build is refused", async () => {
    const service = {...settings.service, calendars: [{...settings.service.calendars[0]!, holidays: ["2026-06-08"]}]};
    const story = await readTicket(warehouse, "T-1");
    expect(() => storyLines(story, {...settings, service})).toThrow(
      '3000 working seconds in the warehouse, 1800 by the calendar; run "perennial build"'
    );
  });

  it("names the nearest ids where the ticket is unknown", async () => {
    await expect(readTicket(warehouse, "t1")).rejects.toThrow(
      new UserError('ticket: unknown ticket "t1"; the nearest ids are "T-1", "T-2"')
    );
  });
});

it("a warehouse without tickets, or not built, says what to do", async () => {
  const empty = await desk();
  await expect(readTicket(empty, "1")).rejects.toThrow(
    "there are no tickets: add an export of kind tickets or ticket_events"
  );
  const bare = await Warehouse.open(":memory:");
  await expect(readTicket(bare, "1")).rejects.toThrow('run "perennial build" first');
});

it("writes instants on the clock of a zone, and durations in their parts", () => {
  expect(wallClock(new Date("2026-03-29T01:30:00Z"), "Europe/London")).toBe("Sun 2026-03-29 02:30:00");
  expect([0, 59, 3600, 3_661, 90_061, 7_200_000].map(durationText)).toEqual([
    "0 min",
    "59 s",
    "1 h",
    "1 h 1 min 1 s",
    "25 h 1 min 1 s",
    "2,000 h"
  ]);
});
