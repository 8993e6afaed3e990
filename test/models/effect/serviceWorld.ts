import {createRows} from "../../../models/compile.ts";
import {createFromRows} from "../../../models/createFromRows.ts";
import {intAsOf} from "../../../models/intermediate/int_as_of.ts";
import {intCustomerOrders} from "../../../models/intermediate/int_customer_orders.ts";
import {intEffectEvent} from "../../../models/intermediate/int_effect_event.ts";
import {intLoopCase} from "../../../models/intermediate/int_loop_case.ts";
import {intTicket} from "../../../models/intermediate/int_ticket.ts";
import type {Model} from "../../../models/model.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {dice, isoDay} from "../randomCompany.ts";
import {settings} from "../warehouseOf.ts";

const firstDay = Date.UTC(2023, 0, 1) / 86_400_000;
const length = 1_200;
export const promiseDays = 14;

/** What happened in an invented base: days of purchases that did take place, and of those that bad service prevented. */
export interface World {
  bought: number[][];
  /** Day of the first bad service, if any, and the purchase days that it cost. */
  events: ({on: number; lost: number[]} | null)[];
  /** Days of tickets that ended well. */
  helped?: readonly number[][];
}

/**
 * Customers who buy at rates of their own until they leave; each order brings bad service with the same chance, and of what the customer would
 * have bought from then on only a share takes place.
 */
export function serviceWorld(seed: number, {customers = 700, chance = 0.03, share = 0.5} = {}): World {
  const roll = dice(seed);
  const world: World = {bought: [], events: []};
  for (let i = 0; i < customers; i++) {
    const gap = 20 + 80 * roll();
    const days: number[] = [];
    const lost: number[] = [];
    let on: number | null = null;
    for (let day = 400 * roll(); day < length; day += 1 - gap * Math.log(1 - roll())) {
      const whole = Math.floor(day);
      if (on !== null && whole > on && roll() > share) lost.push(whole);
      else days.push(whole);
      if (on === null && whole > 600 && whole === days.at(-1) && roll() < chance) on = whole + 1;
      if (roll() < 0.03) break;
    }
    world.bought.push([...new Set(days)]);
    world.events.push(on === null ? null : {on, lost: [...new Set(lost)]});
  }
  return world;
}

const id = (customer: number) => `C-${String(customer).padStart(6, "0")}`;
const day = (n: number) => isoDay(firstDay + n);

/**
 * The world's orders and events as tables in memory, with these models built upon them. The events are cases too, of which those in
 * `followed` were followed up after three days, the others never.
 */
export async function worldWarehouse(
  {bought, events, helped = []}: World,
  models: readonly Model[],
  followed: (customer: number) => boolean = () => false
): Promise<Warehouse> {
  const warehouse = await Warehouse.open(":memory:");
  const enter = (relation: Model, rows: readonly object[]) =>
    createFromRows(relation, rows as never, {warehouse, table: `"${relation.name}"`});
  await enter(intAsOf as unknown as Model, [{as_of_on: day(length)}]);
  await enter(
    intCustomerOrders as unknown as Model,
    bought.flatMap((days, customer) =>
      days.map((on, i) => ({
        order_id: `${customer}-${i}`,
        customer_id: id(customer),
        ordered_on: day(on),
        is_cancelled: false,
        is_first_of_day: true,
        net_revenue: 10 + ((customer * 7 + i * 3) % 40)
      }))
    )
  );
  await enter(
    intEffectEvent as unknown as Model,
    events.flatMap((event, customer) =>
      event && event.on <= length
        ? [
            {
              ticket_id: `t${customer}`,
              customer_id: id(customer),
              happened_on: day(event.on),
              is_reopened: true,
              is_late: false,
              is_rated_bad: false
            }
          ]
        : []
    )
  );
  await enter(
    intLoopCase as unknown as Model,
    events.flatMap((event, customer) =>
      event && event.on <= length
        ? [
            {
              case_id: `ticket:t${customer}`,
              origin: "complaint",
              customer_id: id(customer),
              happened_at: `${day(event.on)} 12:00:00`,
              happened_on: day(event.on),
              due_on: day(event.on + promiseDays),
              is_in_time: followed(customer)
            }
          ]
        : []
    )
  );
  const ticket = (customer: number, on: number) => ({
    ticket_id: `t${customer}-${on}`,
    customer_id: id(customer),
    opened_on: day(on)
  });
  await enter(intTicket as unknown as Model, [
    ...events.flatMap((event, customer) => (event && event.on <= length ? [ticket(customer, event.on)] : [])),
    ...helped.flatMap((days, customer) => days.map((on) => ticket(customer, on)))
  ]);
  for (const model of models) await createRows(model, {warehouse, settings, table: `"${model.name}"`});
  return warehouse;
}

export const customerOf = (customerId: string): number => Number(customerId.slice(2));
