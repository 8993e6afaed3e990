import {describe, expect, it} from "vitest";
import {
  rawActivities,
  rawCampaigns,
  rawConsents,
  rawCustomers,
  rawLeads,
  rawLoyaltyLedger,
  rawOpportunities,
  rawOrders,
  rawRefunds,
  rawSubscriptions,
  rawTickets,
  rawTouches
} from "../../ingest/contracts/kinds.ts";
import {martCustomer360} from "../../models/marts/mart_customer_360.ts";
import {martCustomerTimeline} from "../../models/marts/mart_customer_timeline.ts";
import {insert, ModelledWarehouse} from "./warehouseOf.ts";

/** An order of somebody else on 30 June 2026 at noon dates the warehouse. */
const dated = insert(rawOrders, [
  {order_id: "last", customer_key: "other", ordered_at: "2026-06-30 12:00:00", total: 1}
]);
const build = (...fill: string[]) =>
  ModelledWarehouse.of([dated, ...fill], {}, [martCustomer360, martCustomerTimeline]);
const customer = async (warehouse: ModelledWarehouse, key = "k") =>
  warehouse.row(
    `select * from mart_customer_360 where customer_id = (select customer_id from int_customer_keys where key_kind = 'customer_key' and source_key = '${key}')`
  );
const consent = (recorded_at: string, is_granted: boolean, more: object = {}) => ({
  customer_key: "k",
  channel: "email",
  recorded_at,
  is_granted,
  ...more
});

it("a customer who only gave a consent is there, a prospect without orders", async () => {
  const warehouse = await build(insert(rawConsents, [consent("2026-03-01 09:00:00", true)]));
  expect(await customer(warehouse)).toMatchObject({
    stage: "prospect",
    first_seen_on: "2026-03-01",
    orders: 0,
    net_revenue: 0,
    tickets: 0,
    points_balance: null,
    recurring_revenue: 0,
    last_contact_on: null,
    may_email: true,
    may_call: null,
    may_text: null
  });
});

describe("a consent", () => {
  const may = async (...rows: object[]) =>
    (await customer(await build(insert(rawConsents, rows as Record<string, unknown>[])))).may_email as boolean | null;

  it("is gone once it was withdrawn, and back once it was given again", async () => {
    const [given, withdrawn] = [consent("2026-01-01 09:00:00", true), consent("2026-02-01 09:00:00", false)];
    expect(await may(given, withdrawn)).toBe(false);
    expect(await may(given, withdrawn, consent("2026-03-01 09:00:00", true))).toBe(true);
  });

  it("counts less than a refusal at the same instant", async () => {
    expect(await may(consent("2026-01-01 09:00:00", true), consent("2026-01-01 09:00:00", false))).toBe(false);
  });

  it("to profiling is none to marketing, one to anything is", async () => {
    expect(await may(consent("2026-01-01 09:00:00", true, {purpose: "profiling"}))).toBe(null);
    expect(await may(consent("2026-01-01 09:00:00", true, {purpose: null}))).toBe(true);
  });

  it("given after as_of is not known yet", async () => {
    expect(await may(consent("2026-07-01 09:00:00", true), consent("2026-01-01 09:00:00", false))).toBe(false);
  });

  it("ends where the customer leaves the list over a message", async () => {
    const warehouse = await build(
      insert(rawConsents, [consent("2026-01-01 09:00:00", true)]),
      insert(rawCampaigns, [{campaign_id: "m", campaign_name: "Spring", campaign_channel: "email"}]),
      insert(rawTouches, [
        {
          campaign_id: "m",
          customer_key: "k",
          touched_at: "2026-05-01 09:00:00",
          unsubscribed_at: "2026-05-02 09:00:00"
        }
      ])
    );
    expect(await customer(warehouse)).toMatchObject({may_email: false, last_contact_channel: "touch"});
    expect(
      await warehouse.rows("select kind, detail from mart_customer_timeline where kind <> 'order' order by event_at")
    ).toEqual([
      {kind: "consent", detail: "email"},
      {kind: "sent", detail: "Spring"},
      {kind: "refusal", detail: "email"}
    ]);
  });
});

it("a window holds its days and not the one before them", async () => {
  const on = (day: string) => ({order_id: day, customer_key: "k", ordered_at: `${day} 23:59:59`, total: 10});
  const opened = (day: string) => ({ticket_id: day, customer_key: "k", opened_at: `${day} 00:00:00`});
  const days = ["2026-06-01", "2026-05-31", "2026-04-02", "2026-04-01", "2025-07-01", "2025-06-30"];
  const warehouse = await build(insert(rawOrders, days.map(on)), insert(rawTickets, days.map(opened)));
  expect(await customer(warehouse)).toMatchObject({
    orders: 6,
    orders_30d: 1,
    orders_90d: 3,
    orders_365d: 5,
    net_revenue_30d: 10,
    tickets_30d: 1,
    tickets_90d: 3,
    tickets_365d: 5
  });
});

it("what happens at the instant of as_of has happened, a second later it has not", async () => {
  const entry = (entry_id: string, happened_at: string, points: number) => ({
    entry_id,
    customer_key: "k",
    happened_at,
    entry_type: "earn",
    points
  });
  const warehouse = await build(
    insert(rawLoyaltyLedger, [entry("1", "2026-06-30 12:00:00", 12.5), entry("2", "2026-06-30 12:00:01", 100)])
  );
  expect((await customer(warehouse)).points_balance).toBe(12.5);
  expect(await warehouse.rows("select reference, points from mart_customer_timeline where kind = 'points'")).toEqual([
    {reference: "1", points: 12.5}
  ]);
});

it("of contacts at one instant the ticket is named before the message", async () => {
  const at = "2026-06-01 09:00:00";
  const warehouse = await build(
    insert(rawTouches, [{campaign_id: "m", customer_key: "k", touched_at: at}]),
    insert(rawTickets, [{ticket_id: "t", customer_key: "k", opened_at: at}])
  );
  expect(await customer(warehouse)).toMatchObject({last_contact_on: "2026-06-01", last_contact_channel: "ticket"});
});

it("a visit that names only its deal is a contact of the deal's customer, and the next call is the next contact", async () => {
  const warehouse = await build(
    insert(rawOpportunities, [
      {opportunity_id: "d", customer_key: "k", stage: "open", amount: 900, created_at: "2026-02-01 09:00:00"}
    ]),
    insert(rawActivities, [
      {activity_id: "1", activity_type: "visit", opportunity_id: "d", happened_at: "2026-05-05 10:00:00"},
      {activity_id: "2", activity_type: "call", opportunity_id: "d", due_at: "2026-07-09 10:00:00"},
      {activity_id: "3", activity_type: "task", opportunity_id: "d", due_at: "2026-08-01 10:00:00"},
      {activity_id: "4", activity_type: "task", opportunity_id: "d", due_at: "2026-01-01 10:00:00"},
      {
        activity_id: "5",
        activity_type: "visit",
        opportunity_id: "d",
        due_at: "2026-07-01 10:00:00",
        activity_status: "Cancelled"
      }
    ])
  );
  expect(await customer(warehouse)).toMatchObject({
    last_contact_on: "2026-05-05",
    last_contact_channel: "activity",
    next_contact_on: "2026-07-09",
    next_contact_about: "call",
    open_opportunities: 1,
    open_opportunity_amount: 900
  });
  expect(await warehouse.rows("select reference from mart_customer_timeline where kind = 'activity'")).toEqual([
    {reference: "1"}
  ]);
});

it("a subscription that was cancelled runs to its end, and a trial brings nothing yet", async () => {
  const plan = (subscription_id: string, more: object) => ({
    subscription_id,
    customer_key: "k",
    started_at: "2026-01-01 00:00:00",
    recurring_amount: 26,
    billing_interval: "month",
    ...more
  });
  const warehouse = await build(
    insert(rawSubscriptions, [
      plan("1", {cancelled_at: "2026-06-01 00:00:00", ended_at: "2026-07-31 00:00:00"}),
      plan("2", {trial_ends_at: "2026-07-15 00:00:00"}),
      plan("3", {billing_interval: "week"}),
      plan("4", {ended_at: "2026-05-01 00:00:00"}),
      plan("5", {subscription_status: "paused"})
    ])
  );
  expect(await customer(warehouse)).toMatchObject({active_subscriptions: 3, recurring_revenue: 26 + 112.6667});
});

it("a control group is held back: it gets no message and meets nobody", async () => {
  const touch = {campaign_id: "m", customer_key: "k", touched_at: "2026-06-01 09:00:00", arm: "control"};
  const warehouse = await build(insert(rawTouches, [touch]));
  expect(await customer(warehouse)).toMatchObject({touches_90d: 0, last_contact_on: null, first_seen_on: null});
  expect(await warehouse.rows("from mart_customer_timeline where kind = 'sent'")).toEqual([]);
});

it("a golden value comes from its record's source, and what a record leaves empty from another", async () => {
  const enter = (load_id: string, source: string) =>
    `insert into ledger_loads select '${load_id}', '${source}', 'customers', 'f', 1, 1, 0, 0, null, null, '2026-06-30', 0`;
  const warehouse = await build(
    insert(rawCustomers, [
      {
        customer_key: "k",
        email: "ann@example.com",
        customer_name: "Ann Lee",
        phone: "+44 113 496 0000",
        load_id: "000001",
        updated_at: "2025-01-01 00:00:00"
      },
      {
        customer_key: "crm",
        email: "ann@example.com",
        customer_name: "Ann Lee",
        owner: "Bo",
        load_id: "000002",
        registered_at: "2026-01-01 00:00:00"
      }
    ]),
    enter("000001", "shop"),
    enter("000002", "crm")
  );
  expect(await customer(warehouse)).toMatchObject({
    phone: "+44 113 496 0000",
    owner: "Bo",
    source_keys: 2,
    emails: 1,
    first_seen_on: "2026-01-01"
  });
  expect(
    await warehouse.rows(
      "select field, source, rule, record_key from int_customer_field where field in ('email', 'owner', 'phone') order by field"
    )
  ).toEqual([
    {field: "email", source: "crm", rule: "only", record_key: "customer:crm"},
    {field: "owner", source: "crm", rule: "only", record_key: "customer:crm"},
    {field: "phone", source: "shop", rule: "only", record_key: "customer:k"}
  ]);
});

it("a person belongs to the organisation that their record names, which is a customer of its own", async () => {
  const warehouse = await build(
    insert(rawCustomers, [{customer_key: "k", given_name: "Ann", family_name: "Lee", company: "Brown Foods Ltd"}])
  );
  const person = await customer(warehouse);
  expect(person).toMatchObject({party: "person", records: 1});
  expect(
    await warehouse.row(`select party, organisation_id, customer_name, stage, orders, source_keys from mart_customer_360
      where customer_id = '${person.organisation_id}'`)
  ).toEqual({
    party: "organisation",
    organisation_id: null,
    customer_name: "Brown Foods Ltd",
    stage: "prospect",
    orders: 0,
    source_keys: 0
  });
});

it("who is only a lead is a prospect with the lead's name and owner, seen since the lead came in", async () => {
  const warehouse = await build(
    insert(rawLeads, [
      {lead_id: "l", customer_name: "Ann Lee", owner: "Bo", created_at: "2026-04-01 09:00:00", lead_source: "fair"}
    ])
  );
  expect(await warehouse.row("select * from mart_customer_360 where customer_name is not null")).toMatchObject({
    customer_name: "Ann Lee",
    owner: "Bo",
    stage: "prospect",
    first_seen_on: "2026-04-01"
  });
  expect(await warehouse.rows("select reference, detail from mart_customer_timeline where kind = 'lead'")).toEqual([
    {reference: "l", detail: "fair"}
  ]);
});

it("a refund that names only its order is a refund of the order's customer", async () => {
  const warehouse = await build(
    insert(rawOrders, [{order_id: "o", customer_key: "k", ordered_at: "2026-05-01 09:00:00", total: 10}]),
    insert(rawRefunds, [{refund_id: "f", order_id: "o", refunded_at: "2026-05-02 09:00:00", amount: 4}])
  );
  const {customer_id} = await customer(warehouse);
  expect(
    await warehouse.rows("select customer_id, reference, amount from mart_customer_timeline where kind = 'refund'")
  ).toEqual([{customer_id, reference: "f", amount: 4}]);
});
