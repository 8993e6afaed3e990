import {describe, expect, it} from "vitest";
import {event, serviceOf} from "./serviceDesk.ts";

const agent = {actor_role: "agent", agent: "Ann"};
const at = "2026-06-01 09:00:00";
const elapsed = (firstReplyMinutes: number | null, resolutionMinutes: number | null) => ({
  targets: [{priority: null, firstReplyMinutes, resolutionMinutes, clock: "elapsed" as const}]
});

describe("a group that is called all", () => {
  it("stands beside the whole of its category, and nothing counts twice", async () => {
    const tickets = ["all", "all", "lost"].map((subcategory, i) => ({
      ticket_id: String(i),
      opened_at: at,
      category: "all",
      subcategory
    }));
    const rows = await (
      await serviceOf({tickets})
    ).rows("select category, subcategory, tickets, share from mart_complaint_cause order by 2");
    expect(rows.map(Object.values)).toEqual([
      ["(all)", "(all)", 2, 2 / 3],
      ["(all)", "all", 3, 1],
      ["(all)", "lost", 1, 1 / 3]
    ]);
  });
  it("is told from all categories where the time goes", async () => {
    const warehouse = await serviceOf({
      tickets: [
        {ticket_id: "1", opened_at: at, category: "all", solved_at: "2026-06-01 10:00:00"},
        {ticket_id: "2", opened_at: at, category: "late", solved_at: "2026-06-01 10:00:00"}
      ],
      events: [event("1", at, "created"), event("2", at, "created")]
    });
    expect(
      (await warehouse.rows("select category, minutes from mart_service_phase order by 1")).map(Object.values)
    ).toEqual([
      ["(all)", 60],
      ["all", 120],
      ["late", 60]
    ]);
  });
});

describe("the first reply", () => {
  it("is not expected of a list that tells of none, whatever the log does", async () => {
    const warehouse = await serviceOf(
      {
        tickets: [
          {ticket_id: "1", opened_at: at},
          {ticket_id: "2", opened_at: at}
        ],
        events: [event("1", at, "created"), event("1", "2026-06-01 09:10:00", "reply", null, agent)]
      },
      {asOf: "2026-06-02T12:00:00", service: elapsed(60, null)}
    );
    expect(await warehouse.rows("select ticket_id, spent_minutes from int_ticket_target")).toEqual([
      {ticket_id: "1", spent_minutes: 10}
    ]);
  });
  it("is the earlier of list and log, and none where it came after the solution", async () => {
    const warehouse = await serviceOf({
      tickets: [
        {ticket_id: "list", opened_at: at, first_reply_minutes: 10},
        {ticket_id: "log", opened_at: at, first_reply_minutes: 90},
        {ticket_id: "late", opened_at: at, first_reply_minutes: 90, solved_at: "2026-06-01 10:00:00"}
      ],
      events: [
        event("list", "2026-06-04 09:30:00", "reply", null, agent),
        event("log", "2026-06-01 09:30:00", "reply", null, agent)
      ]
    });
    expect(
      (await warehouse.rows("select ticket_id, first_reply_minutes from int_ticket_clock order by 1")).map(
        Object.values
      )
    ).toEqual([
      ["late", null],
      ["list", 10],
      ["log", 30]
    ]);
  });
});

it("outside every version of the calendar nothing was promised in working hours", async () => {
  const office: [string, string][] = [["09:00", "18:00"]];
  const version = {zone: "UTC", holidays: [], exceptions: {}, hours: {mon: office, tue: office}};
  const warehouse = await serviceOf(
    {
      tickets: [
        {ticket_id: "held", opened_at: "2026-06-01 10:00:00", solved_at: "2026-06-01 11:00:00"},
        {ticket_id: "gap", opened_at: "2026-06-08 10:00:00", solved_at: "2026-06-08 11:00:00"},
        {ticket_id: "again", opened_at: "2026-06-15 10:00:00", solved_at: "2026-06-15 11:00:00"},
        {ticket_id: "ended", opened_at: "2026-06-22 10:00:00", solved_at: "2026-06-22 11:00:00"}
      ]
    },
    {
      service: {
        calendars: [
          {...version, from: null, to: "2026-06-07"},
          {...version, from: "2026-06-15", to: "2026-06-21"}
        ],
        targets: [{priority: null, firstReplyMinutes: null, resolutionMinutes: 30, clock: "business"}]
      }
    }
  );
  expect(await warehouse.rows("select ticket_id, is_breached from int_ticket_target order by 1")).toEqual([
    {ticket_id: "again", is_breached: true},
    {ticket_id: "held", is_breached: true}
  ]);
});

describe("the state of the list", () => {
  it.each(["Cancelled", "Completed", "Fixed", "Archived", "关闭", "已取消", " Solved "])(
    "%s ends a ticket as it does in the log",
    async (ticket_status) => {
      const warehouse = await serviceOf({tickets: [{ticket_id: "1", opened_at: at, ticket_status}]});
      expect(await warehouse.row("select is_open from int_ticket")).toEqual({is_open: false});
    }
  );
  it("that is open again wins over an old solution", async () => {
    const solved_at = "2026-06-01 10:00:00";
    const warehouse = await serviceOf({
      tickets: [
        {ticket_id: "again", opened_at: at, solved_at, ticket_status: "Reopened"},
        {ticket_id: "solved", opened_at: at, solved_at, ticket_status: "??"}
      ]
    });
    expect(await warehouse.rows("select ticket_id, is_open, solved_at from int_ticket order by 1")).toEqual([
      {ticket_id: "again", is_open: true, solved_at: null},
      {ticket_id: "solved", is_open: false, solved_at: new Date("2026-06-01T10:00:00Z")}
    ]);
  });
  it("rests the clock where it waits, though nobody tells since when", async () => {
    const warehouse = await serviceOf(
      {
        tickets: [
          {ticket_id: "hold", opened_at: at, ticket_status: "On hold"},
          {ticket_id: "open", opened_at: at, ticket_status: "Open"}
        ]
      },
      {asOf: "2026-06-02T12:00:00", service: elapsed(null, 60)}
    );
    expect(
      await warehouse.rows(
        "select ticket_id, spent_minutes, is_breached, is_paused, due_at from int_ticket_target order by 1"
      )
    ).toEqual([
      {ticket_id: "hold", spent_minutes: 60, is_breached: false, is_paused: true, due_at: null},
      {
        ticket_id: "open",
        spent_minutes: 1620,
        is_breached: true,
        is_paused: false,
        due_at: new Date("2026-06-01T10:00:00Z")
      }
    ]);
    expect(await warehouse.rows("select distinct requester_wait_minutes, hold_minutes from int_ticket_clock")).toEqual([
      {requester_wait_minutes: null, hold_minutes: null}
    ]);
    expect(await warehouse.rows("select * from mart_service_phase")).toEqual([]);
  });
});

it("merged, spam and deleted tickets are no success, and are counted apart", async () => {
  const life = (id: string, ...states: string[]) => [
    event(id, at, "created"),
    event(id, "2026-06-01 09:05:00", "reply", null, agent),
    ...states.map((state, i) => event(id, `2026-06-01 09:1${i}:00`, "status", state))
  ];
  const warehouse = await serviceOf(
    {
      tickets: [{ticket_id: "listed", opened_at: at, solved_at: "2026-06-01 10:00:00", ticket_status: "Spam"}],
      events: [
        ...life("merged", "Merged", "Closed"),
        ...life("back", "Deleted", "Open", "Solved"),
        ...life("served", "Solved")
      ]
    },
    {service: elapsed(60, 60)}
  );
  expect(await warehouse.rows("select ticket_id from int_ticket where is_discarded order by 1")).toEqual([
    {ticket_id: "listed"},
    {ticket_id: "merged"}
  ]);
  expect(
    await warehouse.row(
      "select discarded_tickets, solved_n, one_touch_share, resolution_kept_n, first_reply_kept_n, reopened_n from mart_service_summary"
    )
  ).toEqual({
    discarded_tickets: 2,
    solved_n: 2,
    one_touch_share: 0.5,
    resolution_kept_n: 2,
    first_reply_kept_n: 2,
    reopened_n: 2
  });
});

it("where the list names agents, a ticket on it without one is nobody's, whoever touched it last", async () => {
  const of = async (other: string | null) =>
    (
      await serviceOf(
        {
          tickets: [
            {ticket_id: "1", opened_at: at},
            {ticket_id: "2", opened_at: at, agent: other}
          ],
          events: [event("1", "2026-06-01 09:05:00", "reply", null, agent)]
        },
        {asOf: "2026-06-02T12:00:00"}
      )
    ).row("select agent from int_ticket where ticket_id = '1'");
  expect(await of("Bo")).toEqual({agent: null});
  expect(await of(null)).toEqual({agent: "Ann"});
});

it("whether a ticket was solved at once is unknown where nobody tells of reopening; what came before it counts for nothing", async () => {
  const tickets = (reopens: number | null) => [
    {ticket_id: "1", opened_at: at, solved_at: "2026-06-01 12:00:00", reopens}
  ];
  const events = ["08:00", "08:30", "09:30"].map((time) => event("1", `2026-06-01 ${time}:00`, "reply", null, agent));
  const of = async (reopens: number | null) =>
    (await serviceOf({tickets: tickets(reopens), events})).row(
      "select agent_replies, is_one_touch, is_first_contact from int_ticket_clock"
    );
  expect(await of(0)).toEqual({agent_replies: 1, is_one_touch: true, is_first_contact: true});
  expect(await of(null)).toEqual({agent_replies: 1, is_one_touch: null, is_first_contact: null});
});
