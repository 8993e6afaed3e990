import {beforeAll, describe, expect, it} from "vitest";
import {intTicketTarget} from "../../../models/intermediate/int_ticket_target.ts";
import {ModelledWarehouse} from "../warehouseOf.ts";
import {replay, type Expected} from "./deskOracle.ts";
import {randomDesk, service} from "./randomDesk.ts";

const median = (values: readonly number[]): number | null => {
  if (!values.length) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
};
const rounded = (minutes: number | null | undefined) => (minutes == null ? null : Math.round(minutes * 1e6) / 1e6);
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
const instant = (at: Date | null) => at?.toISOString() ?? null;

describe.each([3, 11, 29])("a help desk at random, seed %i, replayed event by event", (seed) => {
  let warehouse: ModelledWarehouse;
  let expected: Map<string, Expected>;
  const rows = (sql: string) => warehouse.rows(sql);
  beforeAll(async () => {
    const desk = randomDesk(seed);
    expected = replay(desk);
    warehouse = await ModelledWarehouse.of(desk.fill, {asOf: desk.asOf, service, zone: "Europe/London"}, [
      intTicketTarget
    ]);
  });

  it("has the same tickets, opened, solved and reopened as often, with the priority that they began with", async () => {
    const found = await rows("select * from int_ticket order by ticket_id");
    expect(
      found.map((row) => [
        row.ticket_id,
        instant(row.opened_at),
        instant(row.solved_at),
        row.is_open,
        row.priority,
        row.reopens
      ])
    ).toEqual(
      [...expected]
        .sort()
        .map(([id, one]) => [id, iso(one.opened), iso(one.solved), one.isOpen, one.priority, one.reopens])
    );
    expect(found.length).toBeGreaterThan(100);
  });

  it("has the same times to the first reply, the next ones and the solution, and the same people waited for", async () => {
    const found = await rows("select * from int_ticket_clock order by ticket_id");
    expect(
      found.map((row) => [
        row.ticket_id,
        instant(row.first_reply_at),
        rounded(row.resolution_work_minutes),
        rounded(row.requester_wait_minutes),
        rounded(row.agent_wait_minutes),
        rounded(row.hold_minutes),
        row.next_replies,
        rounded(row.median_next_reply_work_minutes),
        row.is_one_touch,
        row.is_first_contact
      ])
    ).toEqual(
      [...expected]
        .sort()
        .map(([id, one]) => [
          id,
          iso(one.firstReply),
          rounded(one.resolutionWork),
          ...(["us", "customer", "third_party"] as const).map((who) =>
            one.waits ? rounded(one.waits[who] / 60_000) : null
          ),
          one.nextReplies?.length ?? null,
          rounded(median(one.nextReplies ?? [])),
          one.isOneTouch,
          one.isFirstContact
        ])
    );
  });

  it("spends the same time in every phase", async () => {
    const found = await rows(
      `select ticket_id, phase, sum(elapsed_seconds) as seconds from int_ticket_step join int_ticket using (ticket_id)
       where is_open or solved_at is not null group by all having seconds > 0 order by all`
    );
    const all = [...expected].flatMap(([id, {phases}]) =>
      Object.entries(phases ?? {}).flatMap(([phase, spent]) => (spent > 0 ? [[id, phase, spent / 1000] as const] : []))
    );
    expect(found.map(Object.values).sort()).toEqual(all.sort());
  });

  it("keeps and breaks the same promises, due at the same instants", async () => {
    const found = await rows("select * from int_ticket_target order by ticket_id, target");
    const all = [...expected]
      .flatMap(([id, {targets}]) => targets.map((one) => ({id, ...one})))
      .sort((a, b) => (`${a.id}|${a.target}` < `${b.id}|${b.target}` ? -1 : 1));
    expect(
      found
        .sort((a, b) => (`${a.ticket_id}|${a.target}` < `${b.ticket_id}|${b.target}` ? -1 : 1))
        .map((row) => [
          row.ticket_id,
          row.target,
          rounded(row.spent_minutes),
          row.is_breached,
          row.is_running,
          row.is_paused,
          instant(row.due_at)
        ])
    ).toEqual(
      all.map((one) => [one.id, one.target, rounded(one.spent), one.breached, one.running, one.paused, iso(one.due)])
    );
    expect(new Set(found.map(({is_breached}) => is_breached as boolean)).size).toBe(2);
  });
});
