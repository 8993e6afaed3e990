import {expect, it} from "vitest";
import {rawTickets} from "../../../ingest/contracts/kinds.ts";
import {intEffectEvent} from "../../../models/intermediate/int_effect_event.ts";
import {insert, ModelledWarehouse, settings} from "../warehouseOf.ts";

const ticket = (ticket_id: string, of: object = {}, email: string | null = "ann@example.com") => ({
  ticket_id,
  email,
  opened_at: "2026-01-05 09:00:00",
  solved_at: "2026-01-05 09:30:00",
  reopens: 0,
  satisfaction: null,
  ...of
});

it("bad service is a ticket of a known customer that was opened again, rated bad, or solved too late", async () => {
  const service = {
    ...settings.service,
    targets: [{priority: null, firstReplyMinutes: null, resolutionMinutes: 60, clock: "elapsed" as const}]
  };
  const warehouse = await ModelledWarehouse.of(
    [
      insert(rawTickets, [
        ticket("fine", {satisfaction: "Good"}),
        ticket("reopened", {reopens: 2}),
        ticket("rated", {satisfaction: "Bad"}),
        ticket("late", {solved_at: "2026-01-05 10:30:00"}),
        ticket("all", {reopens: 1, satisfaction: "不满意", solved_at: "2026-01-06 10:30:00"}),
        ticket("nobody", {reopens: 1}, null)
      ])
    ],
    {service},
    [intEffectEvent]
  );
  expect(
    await warehouse.rows(
      "select ticket_id, is_reopened, is_rated_bad, is_late from int_effect_event order by ticket_id"
    )
  ).toEqual([
    {ticket_id: "all", is_reopened: true, is_rated_bad: true, is_late: true},
    {ticket_id: "late", is_reopened: false, is_rated_bad: false, is_late: true},
    {ticket_id: "rated", is_reopened: false, is_rated_bad: true, is_late: false},
    {ticket_id: "reopened", is_reopened: true, is_rated_bad: false, is_late: false}
  ]);
});
