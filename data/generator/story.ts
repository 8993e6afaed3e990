import {type Customer, drawCustomer} from "./customers.ts";
import type {Dice} from "./dice.ts";
import {drawLifetime, type Lifetime} from "./lifetime.ts";
import type {Parameters} from "./parameters.ts";
import {drawOrders, type Order} from "./orders.ts";
import {type Answer, drawAnswers} from "./surveys.ts";
import {drawTickets, type Ticket} from "./tickets.ts";

/** Everything one customer did. */
export interface Story {
  customer: Customer;
  life: Lifetime;
  orders: Order[];
  tickets: Ticket[];
  answers: Answer[];
  invitations: string[];
}

/** Draws the story of the customer who arrives as number `index` at `arrivedAt`, up to the instant `until`. */
export function drawStory(
  index: number,
  arrivedAt: number,
  waves: readonly string[],
  until: number,
  parameters: Parameters,
  dice: Dice
): Story {
  const customer = drawCustomer(index, arrivedAt, parameters, dice);
  const life = customer.buys
    ? drawLifetime(customer, until, parameters, dice)
    : {purchases: [], diedAt: null, cause: null};
  const orders = drawOrders(customer, life, until, parameters, dice);
  const tickets = drawTickets(orders, until, dice);
  const {invitations, answers} = drawAnswers(customer, orders, waves, until, parameters, dice);
  return {customer, life, orders, tickets, answers, invitations};
}
