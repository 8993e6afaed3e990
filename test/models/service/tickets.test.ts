import {describe, expect, it} from "vitest";
import {event, serviceOf} from "./serviceDesk.ts";

const agent = {actor_role: "agent", agent: "Ann"};
const customer = {actor_role: "customer"};
const promise = (
  firstReplyMinutes: number | null,
  resolutionMinutes: number | null,
  clock: "business" | "elapsed" = "business"
) => ({
  targets: [{priority: null, firstReplyMinutes, resolutionMinutes, clock}]
});

// REFERENCE: business hours.
it("Friday 17:30 to Monday 09:20 are 50 working minutes of 3,830; a weekend in New York with summer time 60 of 2,400", async () => {
  const office = {from: null, to: null, holidays: [], exceptions: {}};
  const week = (day: [string, string]) => ({mon: [day], tue: [day], wed: [day], thu: [day], fri: [day]});
  const minutes = async (zone: string, day: [string, string], opened_at: string, solved_at: string) =>
    (
      await serviceOf(
        {tickets: [{ticket_id: "1", opened_at, solved_at}]},
        {service: {calendars: [{...office, zone, hours: week(day)}]}}
      )
    ).row("select resolution_work_minutes as work, resolution_minutes as elapsed from int_ticket_clock");
  expect(await minutes("UTC", ["09:00", "18:00"], "2026-06-05 17:30:00", "2026-06-08 09:20:00")).toEqual({
    work: 50,
    elapsed: 3830
  });
  expect(await minutes("America/New_York", ["09:00", "17:00"], "2024-03-09 22:00:00", "2024-03-11 14:00:00")).toEqual({
    work: 60,
    elapsed: 2400
  });
});

describe("the clock of a resolution", () => {
  const events = [
    event("1", "2026-06-01 09:00:00", "created", "New", customer),
    event("1", "2026-06-01 10:00:00", "status", "Pending", agent),
    event("1", "2026-06-02 10:00:00", "status", "Open", customer),
    event("1", "2026-06-02 11:00:00", "status", "On hold", agent),
    event("1", "2026-06-02 12:00:00", "status", "Open", agent),
    event("1", "2026-06-02 13:00:00", "status", "Solved", agent),
    event("1", "2026-06-03 13:00:00", "status", "Open", customer),
    event("1", "2026-06-03 13:30:00", "status", "Solved", agent)
  ];
  const spent = async (minutes: number, clock: "business" | "elapsed", waitingStatuses = ["pending"]) =>
    (await serviceOf({events}, {service: {...promise(null, minutes, clock), waitingStatuses}})).row(
      "select spent_minutes, is_breached, is_running, due_at from int_ticket_target"
    );

  it("rests while the ticket waits for the customer, is on hold and stands solved", async () => {
    const due_at = new Date("2026-06-03T13:30:00Z");
    expect(await spent(210, "business")).toEqual({spent_minutes: 210, is_breached: false, is_running: false, due_at});
    expect(await spent(210, "elapsed")).toEqual({spent_minutes: 210, is_breached: false, is_running: false, due_at});
  });
  it("was due when it first reached the target, in whichever of its stretches", async () => {
    expect(await spent(150, "business")).toMatchObject({is_breached: true, due_at: new Date("2026-06-02T12:30:00Z")});
    expect(await spent(60, "business")).toMatchObject({is_breached: true, due_at: new Date("2026-06-01T10:00:00Z")});
  });
  it("runs on where the company does not call the state a pause", async () => {
    expect(await spent(210, "business", [])).toMatchObject({spent_minutes: 210 + 540, is_breached: true});
  });
  it("is told apart from the resolution itself, which is the whole time to the last solution", async () => {
    const warehouse = await serviceOf({events});
    expect(
      await warehouse.row(
        "select resolution_minutes, requester_wait_minutes, agent_wait_minutes, hold_minutes, reopens from int_ticket_clock"
      )
    ).toEqual({
      resolution_minutes: 2 * 1440 + 270,
      requester_wait_minutes: 60 + 60 + 60 + 30,
      agent_wait_minutes: 1440,
      hold_minutes: 60,
      reopens: 1
    });
  });
});

describe("a promise is that of the priority with which a ticket began", () => {
  const targets = [
    {priority: "high" as const, firstReplyMinutes: null, resolutionMinutes: 30, clock: "elapsed" as const},
    {priority: null, firstReplyMinutes: null, resolutionMinutes: 300, clock: "elapsed" as const}
  ];
  const ticket = {
    ticket_id: "1",
    opened_at: "2026-06-01 09:00:00",
    priority: "Urgent",
    solved_at: "2026-06-01 12:00:00"
  };
  const given = async (events: Record<string, unknown>[]) =>
    (
      await serviceOf(
        {tickets: [ticket], events: [event("1", "2026-06-01 09:00:00", "created"), ...events]},
        {service: {targets}}
      )
    ).row(
      "select t.priority, target_minutes, current_priority from int_ticket_target as t join int_ticket using (ticket_id)"
    );

  it("whatever it has become", async () => {
    const raised = event("1", "2026-06-01 11:00:00", "priority", "Urgent", {...agent, from_value: "High"});
    expect(await given([raised])).toEqual({priority: "high", target_minutes: 30, current_priority: "urgent"});
  });
  it("or the first that it was given, where it began without one", async () => {
    const given1 = event("1", "2026-06-01 09:05:00", "优先级", "高", agent);
    const given2 = event("1", "2026-06-01 11:00:00", "priority", "Urgent", {...agent, from_value: "High"});
    expect(await given([given1, given2])).toMatchObject({priority: "high"});
  });
  it("or the list's, where no change was told; without a target of its own, the one for all others", async () => {
    expect(await given([])).toEqual({priority: "urgent", target_minutes: 300, current_priority: "urgent"});
  });
});

it("an open ticket is breached once past its target, and the first reply that came too late stays broken", async () => {
  const warehouse = await serviceOf(
    {
      tickets: [
        {ticket_id: "late", opened_at: "2026-06-01 09:00:00"},
        {ticket_id: "young", opened_at: "2026-06-02 11:30:00"},
        {ticket_id: "answered", opened_at: "2026-06-01 09:00:00", first_reply_minutes: 90}
      ]
    },
    {asOf: "2026-06-02T12:00:00", service: promise(60, 600)}
  );
  expect(
    await warehouse.rows(
      "select ticket_id, target, spent_minutes, is_breached, is_running, remaining_minutes, due_at from int_ticket_target order by all"
    )
  ).toEqual([
    ...[
      ["answered", "first_reply", 90, true, false, -30, "2026-06-01T10:00:00Z"],
      ["answered", "resolution", 720, true, true, -120, "2026-06-02T10:00:00Z"],
      ["late", "first_reply", 720, true, true, -660, "2026-06-01T10:00:00Z"],
      ["late", "resolution", 720, true, true, -120, "2026-06-02T10:00:00Z"],
      ["young", "first_reply", 30, false, true, 30, "2026-06-02T12:30:00Z"],
      ["young", "resolution", 30, false, true, 570, "2026-06-03T12:30:00Z"]
    ].map(([ticket_id, target, spent_minutes, is_breached, is_running, remaining_minutes, due]) => ({
      ticket_id,
      target,
      spent_minutes,
      is_breached,
      is_running,
      remaining_minutes,
      due_at: new Date(due as string)
    }))
  ]);
  expect(
    await warehouse.row("select open_tickets, running_breached, due_within_day from mart_service_summary")
  ).toEqual({
    open_tickets: 3,
    running_breached: 2,
    due_within_day: 1
  });
  const [first] = await warehouse.rows(
    "select * from mart_sla_month where target = 'first_reply' and priority = 'all'"
  );
  expect(first).toMatchObject({tickets: 3, kept: 0, broken: 2, running: 1, kept_share: 0});
});

describe("what nobody tells is null", () => {
  it("replies, touches and escalations of a list alone", async () => {
    const warehouse = await serviceOf(
      {
        tickets: [{ticket_id: "1", opened_at: "2026-06-01 09:00:00", solved_at: "2026-06-01 10:00:00", reopens: 0}]
      },
      {service: promise(60, 60)}
    );
    expect(
      await warehouse.row(
        "select first_reply_at, next_replies, agent_replies, is_one_touch, is_first_contact, is_escalated from int_ticket_clock"
      )
    ).toEqual({
      first_reply_at: null,
      next_replies: null,
      agent_replies: null,
      is_one_touch: null,
      is_first_contact: null,
      is_escalated: null
    });
    expect(await warehouse.rows("select target from int_ticket_target")).toEqual([{target: "resolution"}]);
    expect(
      await warehouse.row(
        "select has_log, one_touch_share, first_reply_kept_share, first_reply_kept_n from mart_service_summary"
      )
    ).toEqual({
      has_log: false,
      one_touch_share: null,
      first_reply_kept_share: null,
      first_reply_kept_n: 0
    });
  });

  it("the end of a ticket that is closed without a time: it is counted apart, in no backlog and no resolution", async () => {
    const warehouse = await serviceOf(
      {
        tickets: [
          {ticket_id: "1", opened_at: "2026-06-01 09:00:00", ticket_status: "Closed", first_reply_minutes: 20},
          {ticket_id: "2", opened_at: "2026-06-02 09:00:00"}
        ]
      },
      {service: promise(60, 60)}
    );
    expect(await warehouse.row("select tickets, undated_tickets, open_tickets from mart_service_summary")).toEqual({
      tickets: 2,
      undated_tickets: 1,
      open_tickets: 1
    });
    expect(await warehouse.rows("select target from int_ticket_target where ticket_id = '1'")).toEqual([
      {target: "first_reply"}
    ]);
    expect(
      await warehouse.row(
        "select resolution_minutes, requester_wait_minutes from int_ticket_clock where ticket_id = '1'"
      )
    ).toEqual({resolution_minutes: null, requester_wait_minutes: null});
    expect(await warehouse.rows("select open_tickets from mart_backlog order by backlog_on")).toEqual([
      {open_tickets: 1}
    ]);
  });

  it("but the log may tell it", async () => {
    const warehouse = await serviceOf({
      tickets: [
        {ticket_id: "1", opened_at: "2026-06-01 09:00:00", ticket_status: "Closed"},
        {ticket_id: "2", opened_at: "2026-06-04 09:00:00"}
      ],
      events: [
        event("1", "2026-06-01 09:00:00", "created"),
        event("1", "2026-06-01 12:00:00", "status", "Solved"),
        event("1", "2026-06-03 12:00:00", "status", "Closed")
      ]
    });
    expect(await warehouse.row("select solved_at, ticket_state from int_ticket where ticket_id = '1'")).toEqual({
      solved_at: new Date("2026-06-01T12:00:00Z"),
      ticket_state: "closed"
    });
  });
});

describe("a log out of order", () => {
  it("events before the creation move no clock, and are counted", async () => {
    const warehouse = await serviceOf({
      tickets: [{ticket_id: "1", opened_at: "2026-06-01 09:00:00", solved_at: "2026-06-01 12:00:00"}],
      events: [
        event("1", "2026-06-01 08:00:00", "reply", null, agent),
        event("1", "2026-06-01 09:00:00", "created", "New"),
        event("1", "2026-06-01 09:30:00", "reply", null, agent)
      ]
    });
    expect(
      await warehouse.row(
        "select early_events, first_reply_minutes from int_ticket join int_ticket_clock using (ticket_id)"
      )
    ).toEqual({
      early_events: 1,
      first_reply_minutes: 30
    });
  });

  it("a ticket whose creation is missing was opened by its first event, and is open while no state ended it", async () => {
    const warehouse = await serviceOf({
      events: [
        event("1", "2026-06-01 10:00:00", "reply", null, agent),
        event("2", "2026-06-02 10:00:00", "状态", "已关闭", agent)
      ]
    });
    expect(
      await warehouse.rows(
        "select ticket_id, opened_at, solved_at, is_open, is_listed, ticket_state from int_ticket order by 1"
      )
    ).toEqual([
      {
        ticket_id: "1",
        opened_at: new Date("2026-06-01T10:00:00Z"),
        solved_at: null,
        is_open: true,
        is_listed: false,
        ticket_state: "open"
      },
      {
        ticket_id: "2",
        opened_at: new Date("2026-06-02T10:00:00Z"),
        solved_at: new Date("2026-06-02T10:00:00Z"),
        is_open: false,
        is_listed: false,
        ticket_state: "closed"
      }
    ]);
  });

  it("what happened after as_of has not happened yet", async () => {
    const events = [
      event("1", "2026-06-01 09:00:00", "created"),
      event("1", "2026-06-01 10:00:00", "status", "Pending"),
      event("1", "2026-06-05 10:00:00", "status", "Solved")
    ];
    const warehouse = await serviceOf({events}, {asOf: "2026-06-02T12:00:00"});
    expect(await warehouse.row("select is_open, ticket_state, solved_at from int_ticket")).toEqual({
      is_open: true,
      ticket_state: "waiting",
      solved_at: null
    });
  });
});

it("a reply is an agent's, unless the customer or the system acts or it is not public", async () => {
  const warehouse = await serviceOf({
    events: [
      event("1", "2026-06-01 09:00:00", "Created"),
      event("1", "2026-06-01 09:01:00", "reply", null, {actor_role: "system"}),
      event("1", "2026-06-01 09:02:00", "comment", null, {...agent, is_public: false}),
      event("1", "2026-06-01 09:03:00", "客户回复"),
      event("1", "2026-06-01 09:04:00", "reply", null, customer),
      event("1", "2026-06-01 09:05:00", "First response", null, agent),
      event("1", "2026-06-01 09:06:00", "回复"),
      event("1", "2026-06-01 09:07:00", "resolved"),
      event("1", "2026-06-01 09:08:00", "rating", "5")
    ]
  });
  expect(
    (await warehouse.rows("select action, to_state from int_ticket_event order by position")).map(Object.values)
  ).toEqual([
    ["created", "new"],
    ["other", null],
    ["internal_note", null],
    ["customer_reply", null],
    ["customer_reply", null],
    ["public_reply", null],
    ["public_reply", null],
    ["status", "solved"],
    ["other", null]
  ]);
});

describe("a ticket is escalated", () => {
  const escalated = async (...events: Record<string, unknown>[]) =>
    (await serviceOf({events: [event("1", "2026-06-01 09:00:00", "created"), ...events]})).row(
      "select is_escalated from int_ticket_clock"
    );
  const at = "2026-06-01 10:00:00";
  it.each([
    ["given to a second agent", true, [event("1", at, "assignee", "Ann"), event("1", at, "assignee", "Bo")]],
    ["given to its first agent", false, [event("1", at, "assignee", "Ann"), event("1", at, "assignee", "Ann")]],
    ["moved to a second team", true, [event("1", at, "group", "One"), event("1", at, "group", "Two")]],
    ["passed on to nobody named", true, [event("1", at, "escalated")]],
    ["raised in priority", true, [event("1", at, "priority", "High", {from_value: "Normal"})]],
    ["taken from an agent at the first change", true, [event("1", at, "assignee", "Bo", {from_value: "Ann"})]],
    ["taken from nobody", false, [event("1", at, "assignee", "Bo", {from_value: "Unassigned"})]],
    ["moved from a team at the first change", true, [event("1", at, "group", "Two", {from_value: "One"})]],
    ["raised without saying from what", true, [event("1", at, "priority", "Low"), event("1", at, "priority", "高")]],
    [
      "lowered without saying from what",
      false,
      [event("1", at, "priority", "High"), event("1", at, "priority", "low")]
    ],
    ["lowered in priority", false, [event("1", at, "priority", "Low", {from_value: "Normal"})]]
  ] as const)("%s: %s", async (_, expected, events) => {
    expect(await escalated(...events)).toEqual({is_escalated: expected});
  });
});
