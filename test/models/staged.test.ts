import {describe, expect, expectTypeOf, it} from "vitest";
import {
  rawActivities,
  rawLeads,
  rawLoyaltyLedger,
  rawOpportunities,
  rawOpportunityStages,
  rawPayments,
  rawSubscriptions,
  rawTouches,
  rawWebEvents
} from "../../ingest/contracts/kinds.ts";
import type {Relation, RowOf} from "../../models/model.ts";
import {models} from "../../models/index.ts";
import {stgActivities} from "../../models/staging/stg_activities.ts";
import {stgLeads} from "../../models/staging/stg_leads.ts";
import {stgOpportunities} from "../../models/staging/stg_opportunities.ts";
import type {stgPayments} from "../../models/staging/stg_payments.ts";
import {stgSubscriptions} from "../../models/staging/stg_subscriptions.ts";
import {dice} from "./randomCompany.ts";
import {insert, ModelledWarehouse} from "./warehouseOf.ts";

type Row = Record<string, string | number | null>;
type Delivered = Row & {load_id: string; load_rank: number; load_row: number};

const roll = dice(17);
const upTo = (n: number) => Math.floor(roll() * n);
const some = <T>(...values: T[]): T => values[upTo(values.length)]!;
const moment = () => `2026-0${1 + upTo(6)}-0${1 + upTo(3)} 2${upTo(4)}:00:00`;
const perhaps = <T>(value: T): T | null => (upTo(3) ? value : null);

/** A kind with random rows, what tells its rows or groups apart, and the instants that are cut at as_of. */
interface Case {
  raw: Relation;
  key?: string[];
  group?: string[];
  event: string;
  cut: string[];
  shown: string[];
  row: () => Row;
}

const cases: Record<string, Case> = {
  stg_payments: {
    raw: rawPayments,
    key: ["payment_id"],
    event: "paid_at",
    cut: [],
    shown: ["payment_id", "amount", "paid_at"],
    row: () => ({payment_id: `p${upTo(40)}`, amount: upTo(1000), paid_at: moment()})
  },
  stg_opportunity_stages: {
    raw: rawOpportunityStages,
    key: ["opportunity_id", "stage", "entered_at"],
    event: "entered_at",
    cut: ["left_at"],
    shown: ["opportunity_id", "stage", "entered_at", "left_at", "amount"],
    row: () => ({
      opportunity_id: `o${upTo(4)}`,
      stage: some("new", "offer"),
      entered_at: moment(),
      left_at: perhaps("2026-06-09 00:00:00"),
      amount: upTo(1000)
    })
  },
  stg_loyalty_ledger: {
    raw: rawLoyaltyLedger,
    key: ["entry_id"],
    event: "happened_at",
    cut: [],
    shown: ["entry_id", "points", "happened_at", "expires_at"],
    row: () => ({
      entry_id: `e${upTo(40)}`,
      entry_type: "earn",
      points: upTo(1000),
      happened_at: moment(),
      expires_at: perhaps("2027-01-01 00:00:00")
    })
  },
  stg_web_events: {
    raw: rawWebEvents,
    group: ["visitor_key", "customer_key", "email", "happened_at"],
    event: "happened_at",
    cut: [],
    shown: ["load_id", "load_row", "visitor_key", "customer_key", "email", "happened_at", "event_name"],
    row: () => ({
      visitor_key: perhaps(`v${upTo(2)}`),
      customer_key: perhaps("c1"),
      email: perhaps("a@b.co"),
      happened_at: some("2026-02-01 10:00:00", "2026-05-01 10:00:00"),
      event_name: some("page_view", "add_to_cart")
    })
  },
  stg_touches: {
    raw: rawTouches,
    group: ["campaign_id", "customer_key", "email", "phone", "touched_at"],
    event: "touched_at",
    cut: ["opened_at"],
    shown: ["load_id", "load_row", "campaign_id", "customer_key", "touched_at", "opened_at"],
    row: () => ({
      campaign_id: some("spring", "autumn"),
      customer_key: perhaps(`c${upTo(3)}`),
      touched_at: perhaps(some("2026-02-01 10:00:00", "2026-05-01 10:00:00")),
      opened_at: perhaps("2026-05-02 10:00:00")
    })
  }
};

/** Six loads whose ranks are not in the order of their ids. */
function deliveries({row, key}: Case): Delivered[] {
  return [3, 1, 6, 2, 5, 4].flatMap((rank, i) => {
    const rows = Array.from({length: 20}, row);
    const known = new Set<string>();
    const fresh = rows.filter((one) => {
      const name = key?.map((field) => one[field]).join("|");
      if (name === undefined) return true;
      return known.has(name) ? false : known.add(name);
    });
    return fresh.map((one, place) => ({...one, load_id: `00000${i + 1}`, load_rank: rank, load_row: place + 1}));
  });
}

/** What staging holds, found by looking at every pair of rows. */
function oracle({key, group, event, cut, shown}: Case, rows: Delivered[], asOf: string | null): string[] {
  const same = key ?? group!;
  const latest = rows.filter(
    (row) =>
      !rows.some((other) => same.every((field) => other[field] === row[field]) && other.load_rank > row.load_rank)
  );
  const isAhead = (at: unknown) => asOf !== null && typeof at === "string" && at > asOf;
  return latest
    .filter((row) => !isAhead(row[event] ?? null))
    .map((row) =>
      JSON.stringify(shown.map((name) => (cut.includes(name) && isAhead(row[name]) ? null : (row[name] ?? null))))
    )
    .sort();
}

const isoText = (value: unknown) =>
  value instanceof Date ? value.toISOString().slice(0, 19).replace("T", " ") : value;

describe.each(Object.keys(cases))("%s", (name) => {
  const given = cases[name]!;
  const model = models.find((one) => one.name === name)!;

  it.each([null, "2026-03-02 21:00:00", "2026-05-01 10:00:00"])(
    "holds the latest delivery of all that had happened by %s",
    async (asOf) => {
      const rows = deliveries(given);
      const loads = [...new Set(rows.map(({load_id}) => load_id))];
      const warehouse = await ModelledWarehouse.of(
        loads.map((load) =>
          insert(
            given.raw,
            rows.filter((row) => row.load_id === load),
            load
          )
        ),
        {asOf: asOf && asOf.replace(" ", "T")},
        [model]
      );
      const found = await warehouse.rows(`select ${given.shown.join(", ")} from ${name}`);
      const wanted = oracle(given, rows, asOf);
      expect(wanted.length).toBeGreaterThan(5);
      expect(wanted.length).toBeLessThan(rows.length);
      expect(found.map((row) => JSON.stringify(given.shown.map((column) => isoText(row[column])))).sort()).toEqual(
        wanted
      );
    }
  );
});

const at = "2026-03-01 10:00:00";
const later = "2026-05-01 00:00:00";
const asOf = "2026-04-01T00:00:00";

it("an opportunity is won or lost by flag, else by stage, and one closed after as_of was open", async () => {
  const rows = [
    {opportunity_id: "flag", stage: "Phase 9", is_won: true, created_at: at, closed_at: at, amount: 5},
    {opportunity_id: "guess", stage: "Offer", created_at: at, closed_at: at, expected_close_on: "2026-06-30"},
    {opportunity_id: "later", stage: "Closed Won", created_at: at, closed_at: later, expected_close_on: "2026-05-01"},
    {opportunity_id: "lost", stage: "Closed Lost to Competition", created_at: at, closed_at: at, loss_reason: "price"},
    {opportunity_id: "lost_zh", stage: "输单", is_won: false},
    {opportunity_id: "new", stage: "Offer", created_at: later},
    {opportunity_id: "won", stage: "closedwon", created_at: at, closed_at: at},
    {opportunity_id: "won_zh", stage: "赢单"}
  ];
  const warehouse = await ModelledWarehouse.of([insert(rawOpportunities, rows)], {asOf}, [stgOpportunities]);
  const columns = "opportunity_id, stage, is_won, is_lost, closed_on, expected_close_on, loss_reason";
  const open = {is_won: false, is_lost: false, closed_on: null, expected_close_on: null, loss_reason: null};
  const won = {...open, is_won: true};
  const lost = {...open, is_lost: true};
  const closed_on = "2026-03-01";
  expect(await warehouse.rows(`select ${columns} from stg_opportunities order by all`)).toEqual([
    {...won, opportunity_id: "flag", stage: "Phase 9", closed_on},
    {...open, opportunity_id: "guess", stage: "Offer", expected_close_on: "2026-06-30"},
    {...open, opportunity_id: "later", stage: null},
    {...lost, opportunity_id: "lost", stage: "Closed Lost to Competition", closed_on, loss_reason: "price"},
    {...lost, opportunity_id: "lost_zh", stage: "输单"},
    {...won, opportunity_id: "won", stage: "closedwon", closed_on},
    {...won, opportunity_id: "won_zh", stage: "赢单"}
  ]);
});

it("what came with a conversion, an end or a completion after as_of is unknown, and a plan may lie ahead", async () => {
  const warehouse = await ModelledWarehouse.of(
    [
      insert(rawLeads, [
        {
          lead_id: "later",
          created_at: at,
          converted_at: later,
          is_converted: true,
          customer_key: "c",
          lead_status: "ok"
        },
        {lead_id: "now", converted_at: at, customer_key: "c", lead_status: "ok"},
        {lead_id: "open", is_converted: false}
      ]),
      insert(rawSubscriptions, [
        {subscription_id: "ended", started_at: at, ended_at: at, subscription_status: "canceled"},
        {subscription_id: "later", started_at: at, cancelled_at: later, subscription_status: "canceled"},
        {subscription_id: "new", started_at: later},
        {subscription_id: "trial", started_at: at, trial_ends_at: later, subscription_status: "trialing"}
      ]),
      insert(rawActivities, [
        {activity_id: "call", activity_type: "call", happened_at: at, outcome: "reached"},
        {activity_id: "next", activity_type: "call", happened_at: later},
        {activity_id: "task", activity_type: "task", due_at: later, completed_at: later, outcome: "done"}
      ])
    ],
    {asOf},
    [stgLeads, stgSubscriptions, stgActivities]
  );
  expect(
    await warehouse.rows("select lead_id, is_converted, customer_key, lead_status from stg_leads order by all")
  ).toEqual([
    {lead_id: "later", is_converted: false, customer_key: null, lead_status: null},
    {lead_id: "now", is_converted: true, customer_key: "c", lead_status: "ok"},
    {lead_id: "open", is_converted: false, customer_key: null, lead_status: null}
  ]);
  const dates = "subscription_id, ended_on, cancelled_on, trial_ends_on, subscription_status";
  const none = {ended_on: null, cancelled_on: null, trial_ends_on: null, subscription_status: null};
  expect(await warehouse.rows(`select ${dates} from stg_subscriptions order by all`)).toEqual([
    {...none, subscription_id: "ended", ended_on: "2026-03-01", subscription_status: "canceled"},
    {...none, subscription_id: "later"},
    {...none, subscription_id: "trial", trial_ends_on: "2026-05-01", subscription_status: "trialing"}
  ]);
  expect(
    await warehouse.rows("select activity_id, due_on, completed_on, outcome from stg_activities order by all")
  ).toEqual([
    {activity_id: "call", due_on: null, completed_on: null, outcome: "reached"},
    {activity_id: "task", due_on: "2026-05-01", completed_on: null, outcome: null}
  ]);
});

it("the type of a staged row is that of its contract, with business days and without the currency", () => {
  type Payment = RowOf<typeof stgPayments>;
  expectTypeOf<Payment["paid_at"]>().toEqualTypeOf<Date>();
  expectTypeOf<Payment["paid_on"]>().toEqualTypeOf<Date>();
  expectTypeOf<Payment["is_failed"]>().toEqualTypeOf<boolean>();
  expectTypeOf<Payment["fee"]>().toEqualTypeOf<number | null>();
  expectTypeOf<Payment>().not.toHaveProperty("currency");
  expectTypeOf<RowOf<typeof stgLeads>["converted_on"]>().toEqualTypeOf<Date | null>();
  expect(Object.keys(models.find(({name}) => name === "stg_payments")!.columns.shape)).toEqual(
    expect.arrayContaining(["paid_at", "paid_on", "is_failed", "fee"])
  );
});
