import {beforeAll, describe, expect, it} from "vitest";
import {rawFeedback, rawOrders, rawRefunds, rawTicketEvents, rawTickets} from "../../../ingest/contracts/kinds.ts";
import {associations} from "../../../models/feedback/detraction.ts";
import {intFeedbackExposure} from "../../../models/intermediate/int_feedback_exposure.ts";
import {martDetractionDriver} from "../../../models/marts/mart_detraction_driver.ts";
import {dayOf, dice, zone} from "../randomCompany.ts";
import {insert, ModelledWarehouse, settings} from "../warehouseOf.ts";
import {askedCompany, sqlTime} from "./askedCompany.ts";

const table = (a: number, b: number, c: number, d: number) => ({
  exposed: a + b,
  exposedDetractors: a,
  all: a + b + c + d,
  allDetractors: a + c
});

describe("log odds", () => {
  it("are those of the Physicians' Health Study: 189 of 11,034 with placebo, 104 of 11,037 with aspirin", () => {
    // Agresti, Categorical Data Analysis (2002), 3.1.1: log odds ratio 0.605, standard error 0.123, 95 % interval (0.365, 0.846).
    const [found] = associations([table(189, 10845, 104, 10933)]);
    expect(found!.logOdds).toBeCloseTo(0.605, 3);
    expect(found!.low).toBeCloseTo(0.365, 2);
    expect(found!.high).toBeCloseTo(0.846, 2);
    expect((found!.high - found!.low) / 2 / 1.96).toBeCloseTo(0.123, 3);
  });

  it("of a table with a zero have a half in each cell", () => {
    const [found] = associations([table(0, 12, 10, 20)]);
    expect(found!.logOdds).toBeCloseTo(Math.log((0.5 * 20.5) / (12.5 * 10.5)), 12);
    expect(Number.isFinite(found!.low)).toBe(true);
  });

  it("are tested, and adjusted, only where both sides and the detractors are enough", () => {
    const rows = [table(12, 8, 20, 60), table(6, 4, 20, 70), table(4, 5, 30, 60), table(2, 10, 2, 40)];
    const found = associations(rows);
    expect(found.map(({p}) => p !== null)).toEqual([true, true, false, false]);
    const [first, second] = found;
    expect(first!.adjusted).toBeCloseTo(2 * first!.p!, 12);
    expect(second!.adjusted).toBeCloseTo(Math.max(second!.p!, 2 * first!.p!), 12);
  });
});

const second = 1000;

describe.each([8, 9])("what goes with detraction in random company %i", (seed) => {
  const company = askedCompany(seed, 300);
  const roll = dice(seed + 5);
  const upTo = (n: number) => Math.floor(roll() * n);
  const last = Math.max(...[...company.orders, ...company.tickets, ...company.answers].map(({at}) => at));
  const moment = () => Math.floor((last - 1 - upTo(600 * 86_400) * second) / second) * second;
  const tickets = Array.from({length: 160}, (_, i) => {
    const at = moment();
    return {
      id: `x${i}`,
      customer: upTo(70),
      at,
      solved: upTo(4) ? Math.min(last, at + upTo(60 * 86_400) * second) : null,
      category: ["delivery", "price", null][upTo(3)]!,
      reopens: upTo(4) ? 0 : 1
    };
  });
  const refunds = Array.from({length: 60}, (_, i) => ({id: `f${i}`, customer: upTo(70), at: moment()}));
  const fill = [
    ...company.fill,
    insert(
      rawTickets,
      tickets.map(({id, customer, at, solved, category, reopens}) => ({
        ticket_id: id,
        email: `${customer}@example.com`,
        opened_at: sqlTime(at),
        solved_at: solved === null ? null : sqlTime(solved),
        category,
        reopens
      }))
    ),
    insert(
      rawOrders,
      refunds.map(({id, customer}) => ({
        order_id: `of${id}`,
        email: `${customer}@example.com`,
        ordered_at: "2024-01-01 00:00:00",
        total: 5
      }))
    ),
    insert(
      rawRefunds,
      refunds.map(({id, at}) => ({refund_id: id, order_id: `of${id}`, refunded_at: sqlTime(at), amount: 1}))
    )
  ];
  let warehouse: ModelledWarehouse;
  beforeAll(async () => {
    warehouse = await ModelledWarehouse.of(fill, {zone}, [martDetractionDriver]);
  });

  it("counts of each customer the last answer of the year, and what happened in the 180 days before it", async () => {
    const today = dayOf(last);
    const answers = new Map<number, {at: number; day: number; score: number}>();
    for (const {customer, instrument, at, day, score} of company.answers.toSorted(
      (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)
    ))
      if (customer !== null && instrument === "nps") answers.set(customer, {at, day, score});
    for (const [customer, {day}] of answers) if (today - day >= 365) answers.delete(customer);

    const plain = company.tickets.map(({customer, at}) => ({customer, at, solved: null, category: null, reopens: 0}));
    const exposed = new Map<string, Set<number>>();
    const enter = (key: string, customer: number) => exposed.set(key, (exposed.get(key) ?? new Set()).add(customer));
    for (const [customer, {at, day}] of answers) {
      for (const ticket of [...tickets, ...plain]) {
        if (ticket.customer !== customer || ticket.at >= at) continue;
        if (ticket.solved === null || ticket.solved > at) enter("open_ticket any", customer);
        if (day - dayOf(ticket.at) > 180) continue;
        enter("ticket any", customer);
        if (ticket.reopens && ticket.solved !== null && ticket.solved < at) {
          enter("bad_service any", customer);
          enter("bad_service reopened", customer);
        }
        if (ticket.category !== null) enter(`category ${ticket.category}`, customer);
      }
      for (const refund of refunds)
        if (refund.customer === customer && refund.at < at && day - dayOf(refund.at) <= 180)
          enter("refund any", customer);
    }
    const isDetractor = (customer: number) => answers.get(customer)!.score <= 6;
    const all = [...answers.keys()];
    const wanted = [...exposed]
      .map(([key, customers]) => ({
        key,
        customers: all.length,
        exposed: customers.size,
        detractors: [...customers].filter(isDetractor).length
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    const rows = await warehouse.rows("select * from mart_detraction_driver order by driver, value");
    expect(
      rows.map(({driver, value, customers, exposed, detractors}) => ({
        key: `${driver} ${value}`,
        customers,
        exposed,
        detractors
      }))
    ).toEqual(wanted);
    const found = associations(
      wanted.map((row) => ({
        exposed: row.exposed,
        exposedDetractors: row.detractors,
        all: all.length,
        allDetractors: all.filter(isDetractor).length
      }))
    );
    for (const [i, row] of rows.entries()) {
      expect(row.log_odds).toBeCloseTo(found[i]!.logOdds, 9);
      expect(row.p_adjusted).toBe(found[i]!.adjusted);
    }
    expect(rows.map(({rank}) => rank as number).sort((a, b) => a - b)).toEqual(rows.map((_, i) => i + 1));
  });
});

it("what happened to a ticket after the answer is not what came before it", async () => {
  const ticket = (ticket_id: string, of: object) => ({
    ticket_id,
    email: `${ticket_id}@example.com`,
    opened_at: "2026-01-01 12:00:00",
    first_replied_at: "2026-01-01 13:00:00",
    reopens: 0,
    satisfaction: null,
    ...of
  });
  const [before, after] = ["2026-01-04 12:00:00", "2026-01-07 12:00:00"];
  const tickets = [
    ticket("reopened-before", {reopens: 1, solved_at: before}),
    ticket("reopened-after", {reopens: 1, solved_at: after}),
    ticket("logged-before", {reopens: 1, solved_at: after}),
    ticket("logged-after", {reopens: 1, solved_at: after}),
    ticket("rated-before", {satisfaction: "Bad", solved_at: before}),
    ticket("rated-after", {satisfaction: "Bad", solved_at: after}),
    ticket("late-before", {first_replied_at: "2026-01-09 12:00:00"}),
    ticket("late-after", {opened_at: "2026-01-05 11:00:00", first_replied_at: "2026-01-09 12:00:00"})
  ];
  const log = (ticket_id: string, reopened_at: string) => [
    {ticket_id, happened_at: "2026-01-01 12:00:00", event: "created", to_value: null},
    {ticket_id, happened_at: "2026-01-02 12:00:00", event: "status", to_value: "solved"},
    {ticket_id, happened_at: reopened_at, event: "status", to_value: "open"},
    {ticket_id, happened_at: after, event: "status", to_value: "solved"}
  ];
  const answers = tickets.map(({ticket_id}) => ({
    response_id: ticket_id,
    email: `${ticket_id}@example.com`,
    answered_at: "2026-01-05 12:00:00",
    instrument: "nps",
    score: 2
  }));
  const service = {
    ...settings.service,
    targets: [{priority: null, firstReplyMinutes: 180, resolutionMinutes: null, clock: "elapsed" as const}]
  };
  const warehouse = await ModelledWarehouse.of(
    [
      insert(rawTickets, tickets),
      insert(rawTicketEvents, [
        ...log("logged-before", "2026-01-03 12:00:00"),
        ...log("logged-after", "2026-01-06 12:00:00")
      ]),
      insert(rawFeedback, answers)
    ],
    {service, asOf: "2026-01-10T00:00:00"},
    [intFeedbackExposure]
  );
  expect(
    await warehouse.rows(
      `select email as who, driver, value from int_feedback_exposure join int_feedback_answer using (customer_id)
       join stg_feedback using (response_id) where driver in ('bad_service', 'late_reply') order by all`
    )
  ).toEqual([
    {who: "late-before@example.com", driver: "late_reply", value: "any"},
    ...["logged-before", "rated-before", "reopened-before"].flatMap((name) =>
      ["any", name === "rated-before" ? "rated_bad" : "reopened"].map((value) => ({
        who: `${name}@example.com`,
        driver: "bad_service",
        value
      }))
    )
  ]);
});

it("a driver that everybody has, or one of few answers, is told without a test", async () => {
  const tickets = Array.from({length: 12}, (_, i) => ({
    ticket_id: `t${i}`,
    email: `${i}@example.com`,
    opened_at: "2026-01-01 12:00:00"
  }));
  const answers = Array.from({length: 12}, (_, i) => ({
    response_id: `r${i}`,
    email: `${i}@example.com`,
    answered_at: "2026-01-05 12:00:00",
    instrument: "nps",
    score: i < 6 ? 2 : 10
  }));
  const warehouse = await ModelledWarehouse.of([insert(rawTickets, tickets), insert(rawFeedback, answers)], {}, [
    martDetractionDriver
  ]);
  const rows = await warehouse.rows("select * from mart_detraction_driver");
  expect(rows.map(({driver}) => driver as string).sort()).toEqual(["open_ticket", "ticket"]);
  for (const row of rows)
    expect(row).toMatchObject({
      exposed: 12,
      share_exposed: 1,
      other_detractor_share: null,
      p_value: null,
      is_clear: false
    });
});

it("what was written with the answer is a driver too, by its theme", async () => {
  const answers = Array.from({length: 40}, (_, i) => ({
    response_id: `r${i}`,
    email: `${i}@example.com`,
    answered_at: "2026-01-05 12:00:00",
    instrument: "nps",
    score: i < 15 ? 2 : 10,
    comment: i < 12 || i === 39 ? `The delivery came ${i + 2} days late` : null
  }));
  const warehouse = await ModelledWarehouse.of([insert(rawFeedback, answers)], {}, [martDetractionDriver]);
  const row = await warehouse.row("select * from mart_detraction_driver where driver = 'theme' and value = 'delivery'");
  expect(row).toMatchObject({customers: 40, exposed: 13, detractors: 12, is_clear: true});
  // 12 of 13 against 3 of 27.
  expect(row.log_odds).toBeCloseTo(Math.log((12 * 24) / (1 * 3)), 9);
});
