import {beforeAll, describe, expect, it} from "vitest";
import {
  rawActivities,
  rawConsents,
  rawCustomers,
  rawFeedback,
  rawLoyaltyLedger,
  rawOpportunities,
  rawOrders,
  rawSubscriptions,
  rawTouches
} from "../../../ingest/contracts/kinds.ts";
import {actionNeeds, type Action} from "../../../models/actions/kinds.ts";
import {intAsOf} from "../../../models/intermediate/int_as_of.ts";
import {martAction} from "../../../models/marts/mart_action.ts";
import {martActionDue} from "../../../models/marts/mart_action_due.ts";
import {martActionKind} from "../../../models/marts/mart_action_kind.ts";
import {martActionNext} from "../../../models/marts/mart_action_next.ts";
import {martChurnWatch} from "../../../models/marts/mart_churn_watch.ts";
import {martReplenishmentDue} from "../../../models/marts/mart_replenishment_due.ts";
import {martCustomer360} from "../../../models/marts/mart_customer_360.ts";
import {askModel} from "../askModel.ts";
import {randomRelations} from "../randomRelations.ts";
import {insert, ModelledWarehouse, settings} from "../warehouseOf.ts";

const asked = [martAction, martActionKind, martActionNext];
const last = insert(rawOrders, [
  {order_id: "last", customer_key: "other", ordered_at: "2026-06-30 12:00:00", total: 1}
]);
const build = (fill: readonly string[], changes: Partial<typeof settings> = {}) =>
  ModelledWarehouse.of([last, ...fill], changes, asked);
const agreed = (key: string, isGranted = true, channel = "email") =>
  insert(rawConsents, [
    {customer_key: key, channel, purpose: "marketing", is_granted: isGranted, recorded_at: "2026-01-01 00:00:00"}
  ]);
const person = (key: string, change: Record<string, unknown> = {}) =>
  insert(rawCustomers, [{customer_key: key, email: `${key}@x.com`, customer_name: `Ann ${key}`, ...change}]);
const due = (built: ModelledWarehouse, action: Action) =>
  built.rows(
    `select source_key as key, due_on, birthday_on, items, expected_value::double as value, reason_text, reason_days,
       reason_count, reason_amount::double as amount from mart_action_due
     join int_customer_keys using (customer_id) where action = '${action}' and key_kind = 'customer_key' order by key`
  );
const listed = async (built: ModelledWarehouse, action: Action) =>
  (
    await built.rows(
      `select source_key as key from mart_action join int_customer_keys using (customer_id)
       where action = '${action}' and key_kind = 'customer_key' order by key`
    )
  ).map(({key}) => String(key));

const wide = {...settings.actions, aheadDays: 30, lapsedDays: 90, pressure: {messages: 2, days: 60}};

describe("on a random company", () => {
  let built: ModelledWarehouse;
  beforeAll(async () => {
    const people = Array.from({length: 240}, (_, i) => ({
      customer_key: `k${i}`,
      customer_name: `Ann Number${i}`,
      email: i % 7 ? `k${i}@x.com` : null,
      phone: i % 3 ? null : `+4477009${String(i).padStart(5, "0")}`,
      birth_date: `19${60 + (i % 30)}-07-${String(1 + (i % 28)).padStart(2, "0")}`,
      owner: ["Olga", "Piotr", null][i % 3],
      accepts_marketing: [true, false, null, null][i % 4]
    }));
    built = await ModelledWarehouse.of(
      [...randomRelations(5, 240).fill, insert(rawCustomers, people)],
      {actions: wide},
      asked
    );
  }, 300_000);

  it("several kinds of action are due", async () => {
    const rows = await built.rows("select action from mart_action_kind where customers > 0");
    expect(rows.length).toBeGreaterThan(5);
  });

  it("no message is listed for a customer who did not agree, has no address or had enough, and everybody else is listed", async () => {
    const rows = await built.rows(
      `select action, known.*, coalesce(messages, 0) as messages,
         exists (from mart_action where mart_action.customer_id = due.customer_id and mart_action.action = due.action) as is_listed
       from mart_action_due as due join mart_customer_360 as known using (customer_id) left join int_action_pressure using (customer_id)`
    );
    expect(rows.length).toBeGreaterThan(50);
    const {messages} = wide.pressure;
    const seen = new Set<string>();
    for (const row of rows) {
      const needs = actionNeeds[row.action as Action];
      const mail = (row.may_email ?? row.accepts_marketing) === true && row.email !== null;
      const phone = row.phone !== null && (row.may_text === true || row.may_call === true);
      const may =
        needs === "service" ||
        (needs === "call" && row.may_call !== false) ||
        (needs === "message" && (mail || phone) && row.messages < messages);
      expect({action: row.action, id: row.customer_id, is_listed: row.is_listed}).toEqual({
        action: row.action,
        id: row.customer_id,
        is_listed: may
      });
      seen.add(`${needs} ${may}`);
    }
    expect([...seen].sort()).toEqual(["message false", "message true", "service true"]);
  });

  it("kinds add up to what is due and what is listed", async () => {
    for (const row of await built.rows("from mart_action_kind")) {
      const {n} = await built.row(`select count(*) as n from mart_action_due where action = '${row.action}'`);
      const {listed, value} = await built.row(
        `select count(*) as listed, coalesce(sum(expected_value), 0)::double as value from mart_action where action = '${row.action}'`
      );
      expect({...row, expected_value: Number(row.expected_value)}).toMatchObject({
        customers: n,
        listed,
        expected_value: value
      });
      expect(row.listed + row.refused + row.no_address + row.no_answer + row.pressed).toBe(row.customers);
      expect(row.overdue + row.due_today + row.due_week + row.due_later).toBe(row.listed);
    }
  });

  it("customers stand by the greatest value of their actions, each once on the list of one owner", async () => {
    const rows = await built.rows(
      `select customer_id, any_value(owner) as owner, count(distinct coalesce(owner, '')) as owners, any_value(place) as place,
         any_value(overall_place) as overall_place, max(expected_value)::double as value, any_value(customer_value)::double as said,
         coalesce(min(due_on), date '2200-01-01') as due_on
       from mart_action group by customer_id order by overall_place`
    );
    expect(rows.length).toBeGreaterThan(20);
    const sorted = rows.toSorted(
      (a, b) =>
        (b.value ?? -1) - (a.value ?? -1) ||
        String(a.due_on).localeCompare(String(b.due_on)) ||
        (a.customer_id < b.customer_id ? -1 : 1)
    );
    expect(rows).toEqual(sorted);
    const places = new Map<string, number>();
    rows.forEach((row, i) => {
      const owner = String(row.owner ?? "");
      places.set(owner, (places.get(owner) ?? 0) + 1);
      expect(row).toMatchObject({owners: 1, overall_place: i + 1, place: places.get(owner), said: row.value});
    });
  });

  it("what falls due lies within the configured days, and nothing else is listed", async () => {
    const {as_of_on} = await built.row("from int_as_of");
    for (const {due_on, action} of await built.rows("select due_on, action from mart_action_due")) {
      if (action === "notice") expect(due_on >= as_of_on).toBe(true);
      else if (due_on === null) expect(action).toBe("birthday");
      else {
        const days = (Date.parse(due_on) - Date.parse(as_of_on)) / 86_400_000;
        expect(days).toBeGreaterThanOrEqual(-wide.lapsedDays);
        expect(days).toBeLessThanOrEqual(wide.aheadDays);
      }
    }
  });
});

describe("the calendar", () => {
  it("knows birthdays within the days ahead, 29 February on the 28th; records that contradict each other have none", async () => {
    const born = {a: "1980-07-01", b: "1990-06-30", c: "1970-07-14", d: "1970-07-15", e: "1960-06-29"};
    const built = await build([
      ...Object.entries(born).map(([key, birth_date]) => person(key, {birth_date})),
      ...Object.keys(born).map((key) => agreed(key))
    ]);
    expect(await due(built, "birthday")).toMatchObject([
      {key: "a", due_on: null, birthday_on: "2026-07-01"},
      {key: "b", birthday_on: "2026-06-30"},
      {key: "c", birthday_on: "2026-07-14"}
    ]);
    expect(await listed(built, "birthday")).toEqual(["a", "b", "c"]);
    const leap = await ModelledWarehouse.of(
      [
        insert(rawOrders, [{order_id: "last", customer_key: "x", ordered_at: "2026-02-20 12:00:00", total: 1}]),
        person("a", {birth_date: "1992-02-29"})
      ],
      {},
      asked
    );
    expect(await due(leap, "birthday")).toMatchObject([{key: "a", birthday_on: "2026-02-28"}]);
    const twice = await build([
      person("a", {birth_date: "1980-07-01"}),
      person("b", {birth_date: "1980-07-09", email: "a@x.com", customer_name: "Ann a"})
    ]);
    const rows = await twice.rows("select customer_id from mart_action_due where action = 'birthday'");
    const {n} = await twice.row(
      "select count(distinct customer_id) as n from int_identity_member where record_key like '%customer%'"
    );
    // Where both are held to be one person, the day is not known; where they are two, each has one.
    expect(rows).toHaveLength(n === 2 ? 0 : 2);
  });

  it("counts years since the first order of those who still buy", async () => {
    const built = await build([
      insert(rawOrders, [
        {order_id: "1", customer_key: "a", ordered_at: "2024-07-05 09:00:00", total: 10},
        {order_id: "2", customer_key: "a", ordered_at: "2026-06-20 09:00:00", total: 10},
        {order_id: "3", customer_key: "b", ordered_at: "2024-07-20 09:00:00", total: 10},
        {order_id: "4", customer_key: "b", ordered_at: "2026-06-20 09:00:00", total: 10},
        {order_id: "5", customer_key: "c", ordered_at: "2026-06-30 09:00:00", total: 10}
      ]),
      agreed("a")
    ]);
    expect(await due(built, "anniversary")).toMatchObject([{key: "a", due_on: "2026-07-05", reason_count: 2}]);
  });

  it("renews contracts of three months and more, and keeps those that were cancelled", async () => {
    const contract = (key: string, billing_interval: string, started_at: string, change = {}) => ({
      subscription_id: key,
      customer_key: key,
      plan: "club",
      billing_interval,
      started_at,
      recurring_amount: 60,
      ...change
    });
    const built = await build([
      insert(rawSubscriptions, [
        contract("year", "year", "2024-07-10 09:00:00"),
        contract("quarter", "quarter", "2025-10-02 09:00:00"),
        contract("month", "month", "2025-10-02 09:00:00"),
        contract("far", "year", "2024-08-10 09:00:00"),
        contract("new", "year", "2026-06-30 09:00:00"),
        contract("left", "month", "2025-01-01 09:00:00", {
          cancelled_at: "2026-06-20 09:00:00",
          subscription_status: "active"
        }),
        contract("long", "year", "2025-05-01 09:00:00", {
          cancelled_at: "2026-01-31 09:00:00",
          subscription_status: "active"
        }),
        contract("gone", "month", "2025-01-01 09:00:00", {
          cancelled_at: "2026-06-20 09:00:00",
          ended_at: "2026-06-25 09:00:00"
        })
      ])
    ]);
    expect(await due(built, "renewal")).toMatchObject([
      {key: "quarter", due_on: "2026-07-02", value: 60, reason_text: "club"},
      {key: "year", due_on: "2026-07-10", value: 60}
    ]);
    expect(await due(built, "notice")).toMatchObject([
      {key: "left", due_on: "2026-07-01", value: 720, reason_days: 10},
      {key: "long", due_on: "2027-05-01", value: 60, reason_days: 150}
    ]);
  });

  it("tells of points that end, and only those who agreed", async () => {
    const earn = (key: string, expires_at: string | null) => ({
      entry_id: key,
      customer_key: key,
      happened_at: "2026-01-01 09:00:00",
      entry_type: "earn",
      points: 50,
      expires_at
    });
    const built = await build([
      insert(rawLoyaltyLedger, [earn("a", "2026-07-05 09:00:00"), earn("b", "2026-07-05 09:00:00"), earn("c", null)]),
      person("a"),
      agreed("a"),
      agreed("b", false)
    ]);
    expect(await due(built, "points_expiring")).toMatchObject([
      {key: "a", due_on: "2026-07-05", amount: 50, value: null},
      {key: "b", due_on: "2026-07-05"}
    ]);
    expect(await listed(built, "points_expiring")).toEqual(["a"]);
  });
});

describe("people to come back to", () => {
  it("detractors nobody called, until somebody does", async () => {
    const scores = insert(
      rawFeedback,
      ["a", "b"].map((key) => ({
        response_id: key,
        customer_key: key,
        answered_at: "2026-06-20 09:00:00",
        instrument: "nps",
        score: 3
      }))
    );
    const called = insert(rawActivities, [
      {activity_id: "1", customer_key: "b", activity_type: "call", happened_at: "2026-06-22 09:00:00"},
      {activity_id: "2", customer_key: "a", activity_type: "visit", due_at: "2026-07-03 09:00:00"},
      {activity_id: "3", customer_key: "c", activity_type: "task", due_at: "2026-06-18 09:00:00"},
      {
        activity_id: "4",
        customer_key: "c",
        activity_type: "call",
        due_at: "2026-06-25 09:00:00",
        activity_status: "Open"
      },
      {
        activity_id: "5",
        customer_key: "c",
        activity_type: "call",
        due_at: "2026-06-10 09:00:00",
        activity_status: "Done"
      },
      {activity_id: "6", customer_key: "c", activity_type: "call", due_at: "2026-03-10 09:00:00"},
      {
        activity_id: "7",
        customer_key: "d",
        activity_type: "task",
        due_at: "2026-06-18 09:00:00",
        completed_at: "2026-06-19 09:00:00"
      }
    ]);
    const deal = insert(rawOpportunities, [
      {
        opportunity_id: "1",
        customer_key: "a",
        created_at: "2026-06-01 09:00:00",
        amount: 1000,
        stage: "Proposal",
        is_won: false,
        is_lost: false
      },
      ...[2, 3, 4].map((n) => ({
        opportunity_id: String(n),
        customer_key: "z",
        stage: "Closed",
        created_at: "2026-01-01 09:00:00",
        closed_at: "2026-02-01 09:00:00",
        amount: 100,
        is_won: n > 2,
        is_lost: n === 2
      }))
    ]);
    const built = await build([scores, called, deal]);
    expect(await due(built, "detractor")).toMatchObject([{key: "a", reason_count: 3, reason_days: 10}]);
    const [followUp, late, ...others] = await due(built, "follow_up");
    // Of four the oldest that is not too old and not done; the fourth was due before what is listed.
    expect(late).toMatchObject({key: "c", due_on: "2026-06-18", items: 2, reason_text: "task", value: null});
    expect(others).toEqual([]);
    expect(followUp).toMatchObject({
      key: "a",
      due_on: "2026-07-03",
      reason_text: "visit",
      reason_count: 1,
      amount: 1000
    });
    // Two of three are won.
    expect(followUp!.value).toBeCloseTo(666.6667, 3);
  });

  it("who refused calls is not called to be kept, though nobody needs to have agreed to them", async () => {
    const mayCall = {a: true, b: false, c: null};
    const ids = Object.keys(mayCall);
    const rows = await askModel(martAction, [
      [intAsOf, [{as_of_on: "2026-06-30"}]],
      [
        martCustomer360,
        Object.entries(mayCall).map(([customer_id, may_call]) => ({customer_id, may_call, abc_class: "A"}))
      ],
      [
        martActionDue,
        ids.flatMap((customer_id) => [
          {customer_id, action: "churn_call", due_on: "2026-06-30"},
          {customer_id, action: "renewal", due_on: "2026-06-30"}
        ])
      ]
    ]);
    const listedOf = (action: Action) => rows.filter((row) => row.action === action).map((row) => row.customer_id);
    expect(listedOf("churn_call")).toEqual(["a", "c"]);
    expect(listedOf("renewal")).toEqual(["a", "b", "c"]);
  });

  it("who had enough messages gets none, and is listed for what goes on all the same", async () => {
    const touches = insert(
      rawTouches,
      [1, 2, 3, 4].map((n) => ({campaign_id: `c${n}`, customer_key: "a", touched_at: `2026-06-2${n} 08:00:00`}))
    );
    const birthday = person("a", {birth_date: "1980-07-01"});
    const more = insert(rawActivities, [
      {activity_id: "2", customer_key: "a", activity_type: "visit", due_at: "2026-07-03 09:00:00"}
    ]);
    const few = await build([birthday, agreed("a"), more]);
    const many = await build([birthday, agreed("a"), more, touches]);
    expect([await listed(few, "birthday"), await listed(many, "birthday")]).toEqual([["a"], []]);
    expect([await listed(few, "follow_up"), await listed(many, "follow_up")]).toEqual([["a"], ["a"]]);
    expect(await many.row("select pressed from mart_action_kind where action = 'birthday'")).toEqual({pressed: 1});
  });
});

it("the reason of a refill is of the product that is due first", async () => {
  const rows = await askModel(martActionDue, [
    [intAsOf, [{as_of_on: "2026-06-30"}]],
    [
      martReplenishmentDue,
      [
        {customer_id: "a", item_id: "1", product_name: "Board", due_on: "2026-07-03", place: 1, usual_gap_days: 131},
        {customer_id: "a", item_id: "2", product_name: "Corkscrew", due_on: "2026-06-26", place: 2, usual_gap_days: 60}
      ]
    ]
  ]);
  expect(rows).toMatchObject([{action: "replenishment", items: 2, reason_text: "Corkscrew", reason_days: 60}]);
});

it("whose risk is low is not called to be kept", async () => {
  const bands = ["low", "medium", "high", null];
  const rows = await askModel(martActionDue, [
    [intAsOf, [{as_of_on: "2026-06-30"}]],
    [martChurnWatch, bands.map((risk_band, i) => ({place: i + 1, customer_id: String(risk_band), risk_band}))]
  ]);
  expect(rows.map(({customer_id}) => customer_id).toSorted()).toEqual(["high", "medium", "null"]);
});

it("the page's list holds forty of each owner and as many without as the configuration says", async () => {
  const many = Array.from({length: 130}, (_, i) => String(i));
  const built = await build(
    [
      insert(
        rawCustomers,
        many.map((key) => ({customer_key: key, email: `p${key}@x.com`, owner: Number(key) < 60 ? "Olga" : null}))
      ),
      insert(
        rawActivities,
        many.map((key) => ({activity_id: key, customer_key: key, activity_type: "call", due_at: "2026-07-03 09:00:00"}))
      )
    ],
    {actions: {...settings.actions, withoutOwner: 25}}
  );
  expect(
    await built.rows(
      "select owner, count(distinct customer_id) as n from mart_action_next group by owner order by owner nulls last"
    )
  ).toEqual([
    {owner: "Olga", n: 40},
    {owner: null, n: 25}
  ]);
  expect(await built.rows("select distinct all_customers, all_but_birthdays from mart_action_next")).toEqual([
    {all_customers: 130, all_but_birthdays: 130}
  ]);
});
