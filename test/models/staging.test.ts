import {expect, it} from "vitest";
import {rawCustomers, rawOrderLines, rawOrders, rawTickets} from "../../ingest/contracts/kinds.ts";
import {stgCustomers} from "../../models/staging/stg_customers.ts";
import {stgOrderLines} from "../../models/staging/stg_order_lines.ts";
import {stgOrders} from "../../models/staging/stg_orders.ts";
import {stgTickets} from "../../models/staging/stg_tickets.ts";
import type {Settings} from "../../models/settings.ts";
import {insert, ModelledWarehouse} from "./warehouseOf.ts";

const staged = (fill: string[], changes: Partial<Settings> = {}) =>
  ModelledWarehouse.of(fill, changes, [stgCustomers, stgOrderLines, stgOrders, stgTickets]);
const at = "2026-03-01 10:00:00";

it("a record delivered twice is the one of the later load, within a load the later row", async () => {
  const warehouse = await staged([
    insert(rawCustomers, [
      {customer_key: "a", city: "old"},
      {customer_key: "b", city: "first"},
      {customer_key: "b", city: "second"}
    ]),
    insert(rawCustomers, [{customer_key: "a", city: "new"}], "000002"),
    insert(rawCustomers, [{customer_key: "c", city: "only"}], "000010")
  ]);
  expect(await warehouse.rows("select customer_key, city from stg_customers order by all")).toEqual([
    {customer_key: "a", city: "new"},
    {customer_key: "b", city: "second"},
    {customer_key: "c", city: "only"}
  ]);
});

it("an order delivered again replaces all of its lines, and equal lines of one delivery stay", async () => {
  const line = {order_id: "o1", quantity: 1, unit_price: 5, ordered_at: at};
  const warehouse = await staged([
    insert(rawOrderLines, [line, line, {...line, order_id: "o2"}]),
    insert(rawOrderLines, [{...line, unit_price: 7}], "000002")
  ]);
  expect(await warehouse.rows("select order_id, lines, net_revenue from stg_orders order by all")).toEqual([
    {order_id: "o1", lines: 1, net_revenue: 7},
    {order_id: "o2", lines: 1, net_revenue: 5}
  ]);
  expect(await warehouse.row("select count(*) as lines from stg_order_lines")).toEqual({lines: 2});
  const single = await staged([insert(rawOrderLines, [line, line])]);
  expect(await single.row("select lines, net_revenue from stg_orders")).toEqual({lines: 2, net_revenue: 10});
});

it("net revenue is lines less line discounts, order discount and refund, without tax and shipping", async () => {
  const warehouse = await staged([
    insert(rawOrders, [{order_id: "o1", ordered_at: at, total: 40, tax: 6, shipping: 4, discount: 2, refunded: 3}]),
    insert(rawOrderLines, [
      {order_id: "o1", quantity: 3, unit_price: 10.5, discount: 1.5},
      {order_id: "o1", quantity: -1, unit_price: 4, is_return: true}
    ])
  ]);
  expect(await warehouse.row("select units, gross_revenue, refunded, net_revenue from stg_orders")).toEqual({
    units: 2,
    gross_revenue: 24,
    refunded: 3,
    net_revenue: 21
  });
});

it("an order without lines is worth its total less shipping and tax", async () => {
  const warehouse = await staged([
    insert(rawOrders, [{order_id: "o1", ordered_at: at, total: 40, tax: 6, shipping: 4, discount: 2, refunded: 3}])
  ]);
  expect(await warehouse.row("select lines, gross_revenue, net_revenue from stg_orders")).toEqual({
    lines: 0,
    gross_revenue: 30,
    net_revenue: 27
  });
});

it("an order that only lines tell of stands at its earliest line and is cancelled if any line says so", async () => {
  const warehouse = await staged([
    insert(rawOrderLines, [
      {
        order_id: "o1",
        quantity: 1,
        unit_price: 5,
        customer_key: "c",
        ordered_at: "2026-03-02 09:00:00",
        is_cancelled: false
      },
      {order_id: "o1", quantity: 1, unit_price: 5, customer_key: "c", ordered_at: at, is_cancelled: true},
      {order_id: "o2", quantity: 1, unit_price: 5}
    ])
  ]);
  expect(
    await warehouse.rows(
      "select order_id, customer_key, ordered_on, is_cancelled, gross_revenue, net_revenue from stg_orders"
    )
  ).toEqual([
    {order_id: "o1", customer_key: "c", ordered_on: "2026-03-01", is_cancelled: true, gross_revenue: 10, net_revenue: 0}
  ]);
});

it("an order without total and without lines has no revenue, whatever shipping and tax it carries", async () => {
  const warehouse = await staged([insert(rawOrders, [{order_id: "o1", ordered_at: at, tax: 6, shipping: 4}])]);
  expect(await warehouse.row("select lines, gross_revenue, net_revenue from stg_orders")).toEqual({
    lines: 0,
    gross_revenue: 0,
    net_revenue: 0
  });
});

it.each([
  ["with a sign", -1],
  ["without sign", 1]
])("a returned line written %s gives goods and the discounted price back", async (_, sign) => {
  const returned = {order_id: "o1", unit_price: 10, is_return: true, ordered_at: at};
  const warehouse = await staged([
    insert(rawOrderLines, [
      {order_id: "o1", quantity: 3, unit_price: 10, discount: 3, is_return: false, ordered_at: at},
      {...returned, quantity: sign * 2, discount: sign * 2},
      {...returned, quantity: sign * 0.5}
    ])
  ]);
  expect(await warehouse.rows("select quantity, line_revenue from stg_order_lines order by load_row")).toEqual([
    {quantity: 3, line_revenue: 27},
    {quantity: -2, line_revenue: -18},
    {quantity: -0.5, line_revenue: -5}
  ]);
  expect(await warehouse.row("select units, net_revenue from stg_orders")).toEqual({units: 0.5, net_revenue: 4});
});

it("the business day is the day of the company's zone, summer time included", async () => {
  const orders = [
    {order_id: "winter", ordered_at: "2026-01-31 23:30:00"},
    {order_id: "summer", ordered_at: "2026-06-30 23:30:00"}
  ];
  const warehouse = await staged([insert(rawOrders, orders)], {zone: "Europe/London"});
  expect(await warehouse.rows("select ordered_on, order_month from stg_orders order by all")).toEqual([
    {ordered_on: "2026-01-31", order_month: "2026-01-01"},
    {ordered_on: "2026-07-01", order_month: "2026-07-01"}
  ]);
});

it("money stays exact over amounts that no double holds", async () => {
  const lines = Array.from({length: 1000}, () => ({order_id: "o1", quantity: 0.1, unit_price: 0.07, ordered_at: at}));
  const warehouse = await staged([insert(rawOrderLines, lines)]);
  expect(await warehouse.row("select net_revenue from stg_orders")).toEqual({net_revenue: 7});
});

it("what happened to a ticket after as_of, and its state with it, has not happened; one closed without a time is not open", async () => {
  const tickets = [
    {ticket_id: "late", opened_at: at, solved_at: "2026-05-01 00:00:00", ticket_status: "Solved", reopens: 1},
    {ticket_id: "closed", opened_at: at, ticket_status: "Closed"},
    {ticket_id: "open", opened_at: at, ticket_status: "Pending", first_reply_minutes: 44400},
    {ticket_id: "replied", opened_at: at, ticket_status: "Pending", first_reply_minutes: 43800},
    {ticket_id: "solved", opened_at: at, solved_at: "2026-03-01 12:30:00", first_replied_at: "2026-03-01 10:15:00"},
    {ticket_id: "after", opened_at: "2026-05-02 00:00:00"}
  ];
  const warehouse = await staged([insert(rawTickets, tickets)], {asOf: "2026-04-01T00:00:00"});
  const columns = "ticket_id, is_open, ticket_status, reopens, resolution_hours, first_reply_hours";
  const nothing = {ticket_status: null, reopens: null, resolution_hours: null, first_reply_hours: null};
  expect(await warehouse.rows(`select ${columns} from stg_tickets order by all`)).toEqual([
    {...nothing, ticket_id: "closed", is_open: false, ticket_status: "Closed"},
    {...nothing, ticket_id: "late", is_open: true},
    {...nothing, ticket_id: "open", is_open: true, ticket_status: "Pending"},
    {...nothing, ticket_id: "replied", is_open: true, ticket_status: "Pending", first_reply_hours: 730},
    {...nothing, ticket_id: "solved", is_open: false, resolution_hours: 2.5, first_reply_hours: 0.25}
  ]);
});

it("a customer registered after as_of does not exist yet, one without a date does", async () => {
  const warehouse = await staged(
    [
      insert(rawCustomers, [
        {customer_key: "before", registered_at: at},
        {customer_key: "after", registered_at: "2026-04-01 00:00:01"},
        {customer_key: "unknown"}
      ])
    ],
    {asOf: "2026-04-01T00:00:00"}
  );
  expect(await warehouse.rows("select customer_key from stg_customers order by all")).toEqual([
    {customer_key: "before"},
    {customer_key: "unknown"}
  ]);
});

it("a customer's change after as_of has no time, and the record says which load brought it", async () => {
  const warehouse = await staged(
    [
      insert(rawCustomers, [{customer_key: "a", given_name: "Ada", updated_at: at}]),
      insert(rawCustomers, [{customer_key: "b", given_name: "Bo", updated_at: "2026-04-01 00:00:01"}], "000002")
    ],
    {asOf: "2026-04-01T00:00:00"}
  );
  expect(
    await warehouse.rows("select customer_key, given_name, updated_at, load_id from stg_customers order by all")
  ).toEqual([
    {customer_key: "a", given_name: "Ada", updated_at: new Date("2026-03-01T10:00:00Z"), load_id: "000001"},
    {customer_key: "b", given_name: "Bo", updated_at: null, load_id: "000002"}
  ]);
});
