import {createHash} from "node:crypto";
import {beforeAll, describe, expect, it} from "vitest";
import {rawActivities, rawFeedback, rawTicketEvents, rawTickets} from "../../../ingest/contracts/kinds.ts";
import {martClosedLoop} from "../../../models/marts/mart_closed_loop.ts";
import {martLoopMonth} from "../../../models/marts/mart_loop_month.ts";
import {martLoopSummary} from "../../../models/marts/mart_loop_summary.ts";
import {dayOf, daylong, dice, isoDay, monthOf, zone} from "../randomCompany.ts";
import {insert, ModelledWarehouse} from "../warehouseOf.ts";
import {askedCompany, sqlTime} from "./askedCompany.ts";

/** A case as the site shows it, under the secret of the tests. */
const caseKey = (id: string) => `K-${createHash("md5").update(`test${id}`).digest("hex").slice(0, 12).toUpperCase()}`;

const asked = [martClosedLoop, martLoopMonth, martLoopSummary];
const second = 1000;
const worst = {nps: 6, csat: 2, ces: 3, rating: 2} as const;

interface Case {
  id: string;
  customer: number;
  at: number;
  instrument: string | null;
  score: number | null;
}

describe.each([1, 2])("cases of random company %i", (seed) => {
  const company = askedCompany(seed, 200);
  const roll = dice(seed + 77);
  const upTo = (n: number) => Math.floor(roll() * n);
  const last = Math.max(...[...company.orders, ...company.tickets, ...company.answers].map(({at}) => at));
  const moment = () => Math.floor((last - 1 - upTo(600 * 86_400) * second) / second) * second;
  const tickets = Array.from({length: 90}, (_, i) => {
    const at = moment();
    const solved = upTo(3) ? Math.min(last, at + upTo(20 * 86_400) * second) : null;
    return {
      id: `c${i}`,
      customer: upTo(8) ? upTo(70) : null,
      at,
      solved,
      replied: upTo(3) ? Math.min(last, at + upTo(9 * 86_400) * second) : null,
      category: ["Complaint", "投诉", "question", null][upTo(4)]!,
      reopens: upTo(5) ? 0 : 1,
      satisfaction: solved === null ? null : [null, "Good", "Bad"][upTo(3)]!
    };
  });
  const activities = Array.from({length: 150}, (_, i) => ({
    id: `v${i}`,
    customer: upTo(70),
    at: moment(),
    type: ["Call", "Meeting", "拜访", "Note", "Task"][upTo(5)]!
  }));
  const fill = [
    ...company.fill,
    insert(
      rawTickets,
      tickets.map(({id, customer, at, solved, replied, category, reopens, satisfaction}) => ({
        ticket_id: id,
        email: customer === null ? null : `${customer}@example.com`,
        opened_at: sqlTime(at),
        first_replied_at: replied === null ? null : sqlTime(replied),
        solved_at: solved === null ? null : sqlTime(solved),
        category,
        reopens,
        satisfaction
      }))
    ),
    insert(
      rawActivities,
      activities.map(({id, customer, at, type}) => ({
        activity_id: id,
        email: `${customer}@example.com`,
        happened_at: sqlTime(at),
        activity_type: type
      }))
    )
  ];
  let warehouse: ModelledWarehouse;
  beforeAll(async () => {
    warehouse = await ModelledWarehouse.of(fill, {zone}, asked);
  });

  const today = dayOf(last);
  const made = ({category, reopens, satisfaction, at, solved}: (typeof tickets)[number]): number | null =>
    category === "Complaint" || category === "投诉" || reopens ? at : satisfaction === "Bad" ? solved : null;
  const complaints = tickets.map((ticket) => ({...ticket, made: made(ticket)})).filter(({made}) => made !== null);
  const bad = company.answers.filter(({instrument, score}) => score <= worst[instrument]);
  const cases: Case[] = [
    ...bad.flatMap(({id, customer, at, instrument, score}) =>
      customer === null ? [] : [{id: `answer:${id}`, customer, at, instrument, score}]
    ),
    ...complaints.flatMap(({id, customer, made}) =>
      customer === null ? [] : [{id: `ticket:${id}`, customer, at: made!, instrument: null, score: null}]
    )
  ];
  const contacts = [
    ...activities
      .filter(({type}) => type !== "Note" && type !== "Task")
      .map(({customer, at, type}) => ({
        customer,
        at,
        by: type === "Call" ? "call" : type === "Meeting" ? "meeting" : "visit"
      })),
    ...tickets.flatMap(({customer, replied}) =>
      customer === null || replied === null ? [] : [{customer, at: replied, by: "reply"}]
    )
  ];
  const expected = cases.map(({id, customer, at, instrument, score}) => {
    const day = dayOf(at);
    const [followed] = contacts
      .filter((contact) => contact.customer === customer && contact.at > at && dayOf(contact.at) - day <= 90)
      .sort((a, b) => a.at - b.at);
    const [next] = company.answers
      .filter(
        (answer) =>
          answer.customer === customer && answer.at > at && (instrument ?? answer.instrument) === answer.instrument
      )
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    const state = next
      ? next.score <= worst[next.instrument]
        ? "repeated"
        : "recovered"
      : followed
        ? "followed_up"
        : today > day + 14
          ? "overdue"
          : "open";
    return {
      case_id: caseKey(id),
      origin: instrument === null ? "complaint" : instrument === "nps" ? "detractor" : "low_rating",
      happened_on: isoDay(day),
      instrument,
      score,
      state,
      due_on: isoDay(day + 14),
      followed_on: followed ? isoDay(dayOf(followed.at)) : null,
      follow_up_days: followed ? dayOf(followed.at) - day : null,
      follow_up_by: followed?.by ?? null,
      next_on: next ? isoDay(next.day) : null,
      next_instrument: next?.instrument ?? null,
      next_score: next?.score ?? null,
      isFirst: Boolean(followed && next && followed.at < next.at)
    };
  });

  it("are those of the definition, with their follow-up, their next answer and their state", async () => {
    const columns = Object.keys(expected[0]!)
      .filter((name) => name !== "isFirst")
      .join(", ");
    const wanted = expected
      .map(({isFirst: _, ...one}) => one)
      .filter(({happened_on}) => today - Date.parse(happened_on) / daylong < 365)
      .sort((a, b) => (a.case_id < b.case_id ? -1 : 1));
    expect(await warehouse.rows(`select ${columns} from mart_closed_loop order by case_id`)).toEqual(wanted);
    expect(new Set(wanted.map(({state}) => state)).size).toBe(5);
  });

  it("add up to the unfavourable answers and complaints of the year, those of nobody known set apart", async () => {
    const row = await warehouse.row("select * from mart_loop_summary");
    const inYear = (day: number) => today - day < 365;
    expect(row.cases + row.unidentified).toBe(
      bad.filter(({day}) => inYear(day)).length + complaints.filter(({made}) => inYear(dayOf(made!))).length
    );
    expect(row.unidentified).toBeGreaterThan(0);
    expect(await warehouse.row("select count(*) as cases from mart_closed_loop")).toEqual({cases: row.cases});
    expect(row).toMatchObject({promise_days: 14, window_days: 365, has_activities: true});
  });

  it("months hold all cases, with the shares of those that were due", async () => {
    const rows = await warehouse.rows("select * from mart_loop_month order by case_month");
    const months = new Set(expected.map(({happened_on}) => `${happened_on.slice(0, 7)}-01`));
    expect(rows.map(({case_month}) => case_month)).toEqual([...months].sort());
    for (const row of rows) {
      const own = expected.filter(({happened_on}) => monthOf(Date.parse(happened_on) / daylong) === row.case_month);
      const settled = own.filter(({happened_on}) => today - Date.parse(happened_on) / daylong > 90);
      const due = own.filter(({due_on}) => isoDay(today) > due_on);
      const followed = due.filter(({followed_on}) => followed_on !== null);
      const inTime = followed.filter(({follow_up_days}) => follow_up_days! <= 14);
      expect(row).toMatchObject({
        cases: own.length,
        due_cases: due.length,
        followed: followed.length,
        settled_cases: settled.length,
        followed_share: settled.length
          ? settled.filter(({followed_on}) => followed_on !== null).length / settled.length
          : null,
        within_promise_share: due.length ? inTime.length / due.length : null,
        recovered: own.filter(({state}) => state === "recovered").length,
        recovered_followed: own.filter(({state, isFirst}) => state === "recovered" && isFirst).length,
        repeated_followed: own.filter(({state, isFirst}) => state === "repeated" && isFirst).length,
        never_followed: own.filter(({followed_on}) => followed_on === null).length
      });
    }
    expect(rows.filter(({is_partial}) => is_partial).length).toBeGreaterThan(0);
  });
});

it("a ticket that went back to open is a complaint of that moment, and the reply after it is the follow-up", async () => {
  const event = (hour: number, event: string, to_value: string | null, actor_role: string) => ({
    ticket_id: "t1",
    happened_at: `2026-01-05 ${String(hour).padStart(2, "0")}:00:00`,
    event,
    to_value,
    actor_role,
    is_public: true
  });
  const warehouse = await ModelledWarehouse.of(
    [
      insert(rawTickets, [
        {
          ticket_id: "t1",
          email: "ann@example.com",
          opened_at: "2026-01-05 08:00:00",
          solved_at: "2026-01-05 10:00:00",
          reopens: 1
        }
      ]),
      insert(rawTicketEvents, [
        event(8, "created", null, "customer"),
        event(9, "reply", null, "agent"),
        event(10, "status", "solved", "agent"),
        event(12, "status", "open", "customer"),
        event(15, "reply", null, "agent")
      ])
    ],
    {asOf: "2026-01-06T00:00:00"},
    asked
  );
  expect(
    await warehouse.rows("select complaint, cast(complained_at as varchar) as at from int_loop_complaint")
  ).toEqual([{complaint: "reopened", at: "2026-01-05 12:00:00"}]);
  expect(await warehouse.rows("select state, follow_up_by, follow_up_days from mart_closed_loop")).toEqual([
    {state: "followed_up", follow_up_by: "reply", follow_up_days: 0}
  ]);
});

it("a first reply of which the list tells minutes alone is a contact too", async () => {
  const warehouse = await ModelledWarehouse.of(
    [
      insert(rawTickets, [
        {
          ticket_id: "t1",
          email: "ann@example.com",
          opened_at: "2026-01-05 08:00:00",
          first_reply_minutes: 95,
          category: "Complaint"
        }
      ])
    ],
    {asOf: "2026-01-06T00:00:00"},
    asked
  );
  expect(
    await warehouse.rows("select contacted_by, cast(contacted_at as varchar) as at from int_loop_contact")
  ).toEqual([{contacted_by: "reply", at: "2026-01-05 09:35:00"}]);
  expect(await warehouse.rows("select state from mart_closed_loop")).toEqual([{state: "followed_up"}]);
});

it("without any record of contacts nobody can say how many were followed up", async () => {
  const warehouse = await ModelledWarehouse.of(
    [
      insert(rawFeedback, [
        {response_id: "r1", email: "a@example.com", answered_at: "2026-01-05 12:00:00", instrument: "nps", score: 2},
        {response_id: "r2", email: "b@example.com", answered_at: "2026-03-05 12:00:00", instrument: "nps", score: 9}
      ])
    ],
    {},
    asked
  );
  expect(await warehouse.row("select * from mart_loop_summary")).toMatchObject({
    cases: 1,
    due_cases: 1,
    overdue_cases: 1,
    followed_share: null,
    within_promise_share: null,
    within_promise_low: null,
    median_days: null,
    has_activities: false
  });
});

it("where nobody is unhappy there is no row", async () => {
  const warehouse = await ModelledWarehouse.of(
    [
      insert(rawFeedback, [
        {response_id: "r1", email: "a@example.com", answered_at: "2026-01-05 12:00:00", instrument: "nps", score: 10}
      ])
    ],
    {},
    asked
  );
  for (const {name} of asked) expect(await warehouse.rows(`from ${name}`)).toEqual([]);
});

it("a case has the theme of what was written, the first in the order of themes", async () => {
  const warehouse = await ModelledWarehouse.of(
    [
      insert(rawFeedback, [
        {
          response_id: "r1",
          email: "a@example.com",
          answered_at: "2026-01-05 12:00:00",
          instrument: "nps",
          score: 2,
          comment: "The delivery was late again and nobody told me"
        },
        {response_id: "r2", email: "b@example.com", answered_at: "2026-01-05 12:00:00", instrument: "nps", score: 3}
      ])
    ],
    {},
    asked
  );
  expect(await warehouse.rows("select case_id, theme from mart_closed_loop order by case_id")).toEqual(
    [
      {case_id: caseKey("answer:r1"), theme: "delivery"},
      {case_id: caseKey("answer:r2"), theme: null}
    ].sort((a, b) => (a.case_id < b.case_id ? -1 : 1))
  );
});
