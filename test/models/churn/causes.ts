import {rawFeedback, rawOrderLines, rawOrders, rawTickets} from "../../../ingest/contracts/kinds.ts";
import {dice} from "../randomCompany.ts";
import {insert} from "../warehouseOf.ts";

const day = 86_400_000;
const start = Date.UTC(2024, 0, 1);
const at = (days: number) => new Date(start + days * day).toISOString().slice(0, 19).replace("T", " ");

/** What happens to a customer, after which most leave. */
export const causes = ["complaints", "order_value", "score"] as const;
export type Cause = (typeof causes)[number];

export interface Blow {
  customer: string;
  cause: Cause;
  day: number;
  leaves: boolean;
}

/**
 * A base in which customers order in a steady rhythm of their own and leave at random, seldom; but after a blow seven of ten leave: three
 * tickets in ten days, three orders of a quarter of the usual value, or an NPS answer of 0–3. `blows` is the truth, in days since 2024-01-01.
 */
export function companyOfCauses(seed: number, customers: number, days: number): {fill: string[]; blows: Blow[]} {
  const roll = dice(seed);
  const orders: Record<string, unknown>[] = [];
  const lines: Record<string, unknown>[] = [];
  const tickets: Record<string, unknown>[] = [];
  const answers: Record<string, unknown>[] = [];
  const blows: Blow[] = [];
  for (let i = 0; i < customers; i++) {
    const customer = `c${i}`;
    const gap = 12 + Math.floor(roll() * 20);
    const usual = 40 + Math.floor(roll() * 60);
    let now = Math.floor(roll() * 120);
    let fallen = 0;
    for (let n = 0; now < days; n++) {
      const order_id = `o${i}-${n}`;
      orders.push({order_id, customer_key: customer, ordered_at: at(now)});
      lines.push({
        order_id,
        quantity: 1,
        unit_price: Math.round(usual * (fallen ? 0.25 : 0.8 + 0.4 * roll()) * 100) / 100
      });
      if (roll() < 0.02)
        tickets.push({ticket_id: `t${i}-${n}`, customer_key: customer, opened_at: at(now + 2), solved_at: at(now + 3)});
      if (roll() < 0.12)
        answers.push({
          response_id: `a${i}-${n}`,
          customer_key: customer,
          answered_at: at(now + 3),
          instrument: "nps",
          score: 7 + Math.floor(roll() * 4)
        });
      if (roll() < 0.01) break;
      if (fallen === 1 || (n > 3 && !fallen && roll() < 0.07)) {
        const cause = fallen ? "order_value" : causes[Math.floor(roll() * 3)]!;
        if (cause === "order_value" && !fallen) fallen = 4;
        else {
          const leaves = roll() < 0.7;
          if (cause === "complaints")
            for (let k = 0; k < 3; k++)
              tickets.push({
                ticket_id: `t${i}-${n}-${k}`,
                customer_key: customer,
                opened_at: at(now + 2 + 3 * k),
                solved_at: at(now + 4 + 3 * k)
              });
          if (cause === "score")
            answers.push({
              response_id: `a${i}-${n}-x`,
              customer_key: customer,
              answered_at: at(now + 4),
              instrument: "nps",
              score: Math.floor(roll() * 4)
            });
          blows.push({customer, cause, day: now, leaves});
          if (leaves) break;
        }
      }
      if (fallen > 1) fallen--;
      now += Math.max(3, Math.round(gap * (0.85 + 0.3 * roll())));
    }
  }
  return {
    fill: [
      insert(rawOrders, orders),
      insert(rawOrderLines, lines),
      insert(rawTickets, tickets),
      insert(rawFeedback, answers)
    ],
    blows
  };
}
