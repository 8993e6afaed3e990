import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {intCustomerFeedback} from "../../../models/intermediate/int_customer_feedback.ts";
import {intCustomerPoints} from "../../../models/intermediate/int_customer_points.ts";
import {intCustomerTickets} from "../../../models/intermediate/int_customer_tickets.ts";
import {intCustomerTouches} from "../../../models/intermediate/int_customer_touches.ts";
import {fill, uniform} from "./fill.ts";

/** Events per order: what an order brings with it by chance. */
const perOrder = {ticket: 0.15, answer: 0.1, message: 1, points: 0.4};

/** Fills tickets, answers, messages and points beside the orders of `makeBase`, as many as a company of that size has. */
export async function makeEvents(warehouse: Warehouse): Promise<void> {
  const on = `ordered_on + cast(floor(30 * ${uniform("after", "order_id")}) as integer)`;
  const at = `cast(${on} as timestamp)`;
  const of = (what: keyof typeof perOrder) =>
    `int_customer_orders where ${uniform(what, "order_id")} < ${perOrder[what]}`;
  const who = {customer_id: "customer_id"};
  await fill(
    warehouse,
    intCustomerTickets,
    {
      ...who,
      ticket_id: "order_id",
      opened_at: at,
      opened_on: on,
      solved_at: `${at} + interval 2 day`,
      solved_on: `${on} + 2`,
      resolution_hours: "48",
      is_open: "false"
    },
    of("ticket")
  );
  await fill(
    warehouse,
    intCustomerFeedback,
    {
      ...who,
      response_id: "order_id",
      answered_at: at,
      answered_on: on,
      instrument: "'nps'",
      score: `floor(11 * sqrt(${uniform("score", "order_id")}))`
    },
    of("answer")
  );
  await fill(
    warehouse,
    intCustomerTouches,
    {...who, touch_id: "order_id", campaign: "'news'", sent_at: at, sent_on: on, opened_on: `${on} + 1`},
    of("message")
  );
  await fill(
    warehouse,
    intCustomerPoints,
    {...who, entry_id: "order_id", happened_at: at, happened_on: on, entry_type: "'earn'", points: "10"},
    of("points")
  );
}
