import fc from "fast-check";
import {expect, it} from "vitest";
import {rawTickets} from "../../ingest/contracts/kinds.ts";
import {workHours} from "../../models/clock/workHours.ts";
import {workSeconds} from "../../models/clock/workSeconds.ts";
import {workSpans} from "../../models/clock/workSpans.ts";
import {intTicketClock} from "../../models/intermediate/int_ticket_clock.ts";
import {insert, ModelledWarehouse, settings} from "../models/warehouseOf.ts";
import {calendars, starts} from "./calendars.ts";

const text = (at: number) => new Date(at).toISOString().slice(0, 19).replace("T", " ");
const cases = starts.chain((start) => fc.record({start: fc.constant(start), calendar: calendars(start)}));

it("the engine's working time between any two instants is the clock's", async () => {
  await fc.assert(
    fc.asyncProperty(
      cases,
      fc.array(fc.tuple(fc.nat(8 * 86_400), fc.nat(4 * 86_400)), {minLength: 40, maxLength: 40}),
      async ({start, calendar}, spans) => {
        const tickets = spans.map(([from, length], i) => ({
          ticket_id: String(i).padStart(2, "0"),
          opened_at: text(start + from * 1000),
          solved_at: text(start + (from + length) * 1000)
        }));
        const service = {...settings.service, calendars: calendar};
        const warehouse = await ModelledWarehouse.of([insert(rawTickets, tickets)], {service}, [intTicketClock]);
        const found = await warehouse.rows(
          "select cast(round(60 * resolution_work_minutes) as integer) as seconds from int_ticket_clock order by ticket_id"
        );
        expect(found.map(({seconds}) => seconds as number)).toEqual(
          tickets.map(({opened_at, solved_at}) =>
            workSeconds(calendar, new Date(`${opened_at}Z`), new Date(`${solved_at}Z`))
          )
        );
      }
    ),
    {seed: 5, numRuns: 6}
  );
}, 120_000);

it("stretches follow one another without a gap, lie within an hour and an hour's work, and add up", () => {
  fc.assert(
    fc.property(cases, ({start, calendar}) => {
      const [from, to] = [start / 1000, start / 1000 + 9 * 86_400];
      const spans = workSpans(calendar, from, to);
      const rows = workHours(spans, from, to);
      expect([rows[0]!.from, rows.at(-1)!.to, rows[0]!.before]).toEqual([from, to, 0]);
      rows.forEach((row, i) => {
        const {from, to, before, isWorking} = row;
        const next = rows[i + 1];
        const done = before + (isWorking ? to - from : 0);
        if (next) expect([to, done]).toEqual([next.from, next.before]);
        else expect(done).toBe(spans.reduce((sum, span) => sum + span.to - span.from, 0));
        expect(Math.floor(from / 3600)).toBe(Math.floor((to - 1) / 3600));
        if (isWorking) expect(Math.floor(before / 3600)).toBe(Math.floor((done - 1) / 3600));
      });
    }),
    {seed: 3, numRuns: 100}
  );
});

it("a calendar that has ended, and one without hours, have no working time", async () => {
  const over = {...settings.service.calendars[0]!, to: "2026-05-31"};
  const none = {...settings.service.calendars[0]!, hours: {}};
  for (const calendar of [over, none]) {
    const service = {...settings.service, calendars: [calendar]};
    const tickets = [{ticket_id: "1", opened_at: "2026-06-01 10:00:00", solved_at: "2026-06-03 10:00:00"}];
    const warehouse = await ModelledWarehouse.of([insert(rawTickets, tickets)], {service}, [intTicketClock]);
    expect(await warehouse.row("select resolution_minutes, resolution_work_minutes from int_ticket_clock")).toEqual({
      resolution_minutes: 2880,
      resolution_work_minutes: 0
    });
  }
});
