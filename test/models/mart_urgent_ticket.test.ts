import fc from "fast-check";
import {expect, it} from "vitest";
import {martOpenTicket} from "../../models/marts/mart_open_ticket.ts";
import {martUrgentTicket} from "../../models/marts/mart_urgent_ticket.ts";
import {askModel} from "./askModel.ts";

const ticket = (ticket_id: string, remaining_minutes: number | null, age_days = 1) => ({
  ticket_id,
  remaining_minutes,
  age_days,
  ticket_state: "open"
});
const ask = async (tickets: ReturnType<typeof ticket>[]) =>
  (await askModel(martUrgentTicket, [[martOpenTicket, tickets]])).map(({place, ticket_id}) => [place, ticket_id]);

it("the most overdue ticket stands first, those without a promise last and the oldest of them first", async () => {
  expect(
    await ask([ticket("b", 60), ticket("new", null), ticket("old", null, 30), ticket("a", 60), ticket("late", -200)])
  ).toEqual([
    [1, "late"],
    [2, "a"],
    [3, "b"],
    [4, "old"],
    [5, "new"]
  ]);
});

it("of more than two hundred tickets it holds the first two hundred, whatever their order", async () => {
  const tickets = Array.from({length: 230}, (_, i) => ticket(`t${String(i).padStart(3, "0")}`, (i * 37) % 230));
  const given = fc.sample(fc.shuffledSubarray(tickets, {minLength: 230}), {seed: 3, numRuns: 1})[0]!;
  const first = tickets.toSorted((a, b) => a.remaining_minutes! - b.remaining_minutes!).slice(0, 200);
  expect(await ask(given)).toEqual(first.map(({ticket_id}, i) => [i + 1, ticket_id]));
});
