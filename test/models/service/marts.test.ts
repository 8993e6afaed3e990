import {describe, expect, it} from "vitest";
import {rawCustomers, rawOrderLines} from "../../../ingest/contracts/kinds.ts";
import {insert} from "../warehouseOf.ts";
import {event, serviceOf} from "./serviceDesk.ts";

const agent = {actor_role: "agent", agent: "Ann"};
const customer = {actor_role: "customer"};
const many = (n: number, of: (i: number) => Record<string, unknown>) => Array.from({length: n}, (_, i) => of(i));

// Newcombe (1998), table II: 56/70 − 48/80 by method 10 is 0.2000 (0.0524, 0.3339).
it("causes are ranked by their share, and a change is clear where its interval leaves zero out", async () => {
  const tickets = (n: number, day: string, category: string) =>
    many(n, (i) => ({
      ticket_id: `${day}${category}${i}`,
      opened_at: `${day} 10:00:00`,
      category,
      reopens: i % 4 ? 0 : 1,
      solved_at: `${day} 11:00:00`
    }));
  const warehouse = await serviceOf({
    tickets: [
      ...tickets(56, "2026-06-30", "late"),
      ...tickets(14, "2026-06-30", "other"),
      ...tickets(48, "2025-06-30", "late"),
      ...tickets(32, "2025-06-30", "other")
    ]
  });
  const [late, other] = await warehouse.rows(
    "select * from mart_complaint_cause where subcategory = 'all' order by tickets desc"
  );
  expect(late).toMatchObject({
    category: "late",
    tickets: 56,
    share: 0.8,
    cumulative_share: 0.8,
    tickets_previous: 48,
    is_clear: true,
    reopened_share: 0.25
  });
  expect([late!.change, late!.change_low, late!.change_high].map((x: number) => x.toFixed(4))).toEqual([
    "0.2000",
    "0.0524",
    "0.3339"
  ]);
  expect(other).toMatchObject({tickets: 14, share: 0.2, cumulative_share: 1});
});

it("a category is drilled down to its subcategories, whose shares run up to the whole of it", async () => {
  const tickets = ["lost", "lost", "lost", "slow", null].map((subcategory, i) => ({
    ticket_id: String(i),
    opened_at: "2026-06-30 10:00:00",
    category: "delivery",
    subcategory
  }));
  const warehouse = await serviceOf({tickets});
  expect(
    await warehouse.rows(
      "select subcategory, tickets, share, cumulative_share, change from mart_complaint_cause order by subcategory <> 'all', cumulative_share"
    )
  ).toEqual([
    {subcategory: "all", tickets: 5, share: 1, cumulative_share: 1, change: null},
    {subcategory: "lost", tickets: 3, share: 0.6, cumulative_share: 0.6, change: null},
    {subcategory: "slow", tickets: 1, share: 0.2, cumulative_share: 0.8, change: null},
    {subcategory: "unknown", tickets: 1, share: 0.2, cumulative_share: 1, change: null}
  ]);
});

it("the backlog of a past day stands in the states of the log, that of the last day in those of now", async () => {
  const warehouse = await serviceOf(
    {
      tickets: [
        {ticket_id: "1", opened_at: "2026-06-01 10:00:00", priority: "High", ticket_status: "On hold"},
        {ticket_id: "2", opened_at: "2026-06-03 10:00:00", ticket_status: "New"}
      ],
      events: [
        event("1", "2026-06-01 10:00:00", "created"),
        event("1", "2026-06-02 10:00:00", "status", "Pending"),
        event("1", "2026-06-02 18:00:00", "status", "Open"),
        event("1", "2026-06-03 09:00:00", "status", "On hold")
      ]
    },
    {asOf: "2026-06-04T12:00:00"}
  );
  const of = async (dimension: string) =>
    (
      await warehouse.rows(
        `select backlog_on, value, open_tickets from mart_backlog_group where dimension = '${dimension}' order by all`
      )
    ).map(Object.values);
  expect(await of("status")).toEqual([
    ["2026-06-01", "new", 1],
    ["2026-06-02", "open", 1],
    ["2026-06-03", "on_hold", 1],
    ["2026-06-03", "unknown", 1],
    ["2026-06-04", "new", 1],
    ["2026-06-04", "on_hold", 1]
  ]);
  expect(await of("age")).toEqual([
    ["2026-06-01", "0-1", 1],
    ["2026-06-02", "0-1", 1],
    ["2026-06-03", "0-1", 1],
    ["2026-06-03", "2-5", 1],
    ["2026-06-04", "0-1", 1],
    ["2026-06-04", "2-5", 1]
  ]);
  expect((await of("priority")).at(-1)).toEqual(["2026-06-04", "unknown", 1]);
});

it("hours and weekdays are those of the company, and working hours the calendar's", async () => {
  const warehouse = await serviceOf(
    {
      tickets: [
        {ticket_id: "1", opened_at: "2026-06-07 23:30:00", first_reply_minutes: 10},
        {ticket_id: "2", opened_at: "2026-06-08 09:30:00", first_reply_minutes: 30},
        {ticket_id: "3", opened_at: "2026-06-01 09:59:59", first_reply_minutes: 50}
      ]
    },
    {zone: "Europe/London", asOf: "2026-06-08T12:00:00"}
  );
  expect(await warehouse.rows("select * from mart_service_hour where tickets > 0 order by weekday, hour")).toEqual([
    {weekday: 1, hour: 0, tickets: 1, within_hours_share: 0, median_first_reply_minutes: 10, is_working: false},
    {weekday: 1, hour: 10, tickets: 2, within_hours_share: 1, median_first_reply_minutes: 40, is_working: true}
  ]);
  // Nine to six of UTC is ten to seven of London's summer.
  expect(
    await warehouse.row(
      "select count(*) as hours, min(hour) as first, max(hour) as last from mart_service_hour where is_working"
    )
  ).toEqual({
    hours: 45,
    first: 10,
    last: 18
  });
});

describe("tickets solved at once", () => {
  const events = [
    event("one touch", "2026-06-01 09:00:00", "created"),
    event("one touch", "2026-06-01 10:00:00", "reply", null, agent),
    event("one touch", "2026-06-01 10:00:01", "status", "Solved"),
    event("two replies", "2026-06-01 09:00:00", "created"),
    event("two replies", "2026-06-01 10:00:00", "reply", null, agent),
    event("two replies", "2026-06-01 11:00:00", "reply", null, agent),
    event("two replies", "2026-06-01 12:00:00", "status", "Solved"),
    event("wrote again", "2026-06-01 09:00:00", "created"),
    event("wrote again", "2026-06-01 09:30:00", "reply", null, customer),
    event("wrote again", "2026-06-01 10:00:00", "reply", null, agent),
    event("wrote again", "2026-06-01 12:00:00", "status", "Solved"),
    event("came back", "2026-06-01 09:00:00", "created"),
    event("came back", "2026-06-01 10:00:00", "reply", null, agent),
    event("came back", "2026-06-01 12:00:00", "status", "Solved"),
    event("came back", "2026-06-02 12:00:00", "status", "Open"),
    event("came back", "2026-06-02 13:00:00", "status", "Solved"),
    event("open", "2026-06-02 09:00:00", "created")
  ];

  it("are told from those that needed more, and open ones are neither", async () => {
    const warehouse = await serviceOf({events});
    expect(
      (
        await warehouse.rows(
          "select ticket_id, is_one_touch, is_first_contact, reopens from int_ticket_clock order by 1"
        )
      ).map(Object.values)
    ).toEqual([
      ["came back", false, false, 1],
      ["one touch", true, true, 0],
      ["open", null, null, 0],
      ["two replies", false, true, 0],
      ["wrote again", true, false, 0]
    ]);
    expect(
      await warehouse.row(
        "select one_touch_share, first_contact_share, solved_n, reopened_share, reopened_n, unlisted_tickets, unassigned_tickets from mart_service_summary"
      )
    ).toEqual({
      one_touch_share: 0.5,
      first_contact_share: 0.5,
      solved_n: 4,
      reopened_share: 0.25,
      reopened_n: 4,
      unlisted_tickets: 5,
      unassigned_tickets: 1
    });
  });

  it("where a log names no waiting state, the time after a reply is the customer's", async () => {
    const warehouse = await serviceOf({events});
    expect(
      (
        await warehouse.rows(
          "select phase, sum(elapsed_seconds) / 60 as minutes from int_ticket_step where ticket_id = 'came back' group by all having minutes > 0 order by 1"
        )
      ).map(Object.values)
    ).toEqual([
      ["first_reply", 60],
      ["reopened", 25 * 60],
      ["with_customer", 120]
    ]);
  });
});

it("contact rates are of the orders of the same customers and products, in the same days", async () => {
  const line = (order_id: string, customer_key: string, product_id: string, ordered_at: string) => ({
    order_id,
    customer_key,
    product_id,
    ordered_at,
    quantity: 1,
    unit_price: 10
  });
  const lines = [
    ...many(8, (i) => line(`o${i}`, "a", i < 4 ? "tea" : "pot", `2026-05-0${i + 1} 10:00:00`)),
    line("o0", "a", "pot", "2026-05-01 10:00:00"),
    line("old", "a", "tea", "2024-05-01 10:00:00")
  ];
  const warehouse = await serviceOf({
    tickets: [
      {ticket_id: "1", customer_key: "a", opened_at: "2026-05-10 10:00:00", product_id: "tea", satisfaction: "Good"},
      {ticket_id: "2", customer_key: "a", opened_at: "2026-05-11 10:00:00", product_id: "tea", satisfaction: "Offered"},
      {ticket_id: "3", opened_at: "2026-05-12 10:00:00", satisfaction: "不满意"}
    ],
    fill: [insert(rawCustomers, [{customer_key: "a"}]), insert(rawOrderLines, lines)]
  });
  const rows = await warehouse.rows(
    `select dimension, tickets, customers, orders, tickets_per_100_orders as rate, satisfied_share, satisfied_n from mart_service_group
     where dimension = 'all' or value = 'tea' or dimension = 'tier' and value <> 'unknown' order by 1`
  );
  expect(rows.map(Object.values)).toEqual([
    ["all", 3, 1, 8, 37.5, 0.5, 2],
    ["product", 2, 1, 4, 50, 1, 1],
    ["tier", 2, 1, 8, 25, 1, 1]
  ]);
});

it("a promise whose clock rests does not hide one that runs", async () => {
  const targets = [{priority: null, firstReplyMinutes: 120, resolutionMinutes: 70, clock: "elapsed" as const}];
  const warehouse = await serviceOf(
    {
      events: [
        event("1", "2026-06-01 10:00:00", "created"),
        event("1", "2026-06-01 10:50:00", "status", "Pending"),
        event("2", "2026-06-01 10:00:00", "created"),
        event("2", "2026-06-01 10:10:00", "reply", null, agent)
      ]
    },
    {asOf: "2026-06-01T11:00:00", service: {targets}}
  );
  expect(
    await warehouse.row(
      "select target, remaining_minutes, is_paused, due_at from mart_open_ticket where ticket_id = '1'"
    )
  ).toEqual({target: "first_reply", remaining_minutes: 60, is_paused: false, due_at: new Date("2026-06-01T12:00:00Z")});
});

it("the open tickets carry what is due next, the least time first", async () => {
  const targets = [{priority: null, firstReplyMinutes: 120, resolutionMinutes: 240, clock: "elapsed" as const}];
  const warehouse = await serviceOf(
    {
      tickets: [
        {ticket_id: "1", opened_at: "2026-06-01 10:00:00"},
        {ticket_id: "2", opened_at: "2026-06-01 10:00:00", first_reply_minutes: 5, priority: "紧急"},
        {ticket_id: "3", opened_at: "2026-06-01 10:00:00", solved_at: "2026-06-01 10:30:00"}
      ]
    },
    {asOf: "2026-06-01T11:00:00", service: {targets}}
  );
  expect(
    await warehouse.rows(
      "select ticket_id, priority, target, remaining_minutes, is_breached from mart_open_ticket order by 1"
    )
  ).toEqual([
    {ticket_id: "1", priority: null, target: "first_reply", remaining_minutes: 60, is_breached: false},
    {ticket_id: "2", priority: "urgent", target: "resolution", remaining_minutes: 180, is_breached: false}
  ]);
});
