import type {Story} from "./story.ts";
import type {GeneratedTruth} from "./truth.ts";

export type Tally = Pick<
  GeneratedTruth,
  "customers" | "buyers" | "purchases" | "cancelledOrders" | "failures" | "departed" | "tickets" | "waves"
>;

/** Counts of nothing yet, with a row for each survey wave. */
export const emptyTally = (waves: readonly string[]): Tally => ({
  customers: 0,
  buyers: 0,
  purchases: 0,
  cancelledOrders: 0,
  failures: 0,
  departed: {natural: 0, paid_social: 0, service_failure: 0},
  tickets: 0,
  waves: waves.map((wave) => ({wave, invited: 0, answered: 0}))
});

/** Adds one customer's story to the counts, in place. */
export function count(tally: Tally, {customer, life, orders, tickets, answers, invitations}: Story): void {
  tally.customers++;
  if (customer.buys) tally.buyers++;
  tally.purchases += life.purchases.length;
  tally.cancelledOrders += orders.filter(({cancelledAt}) => cancelledAt !== null).length;
  tally.failures += life.purchases.filter(({failure}) => failure !== null).length;
  if (life.cause) tally.departed[life.cause]++;
  tally.tickets += tickets.length;
  for (const row of tally.waves) {
    if (invitations.includes(row.wave)) row.invited++;
    if (answers.some(({wave, isFinished, isPreview}) => wave === row.wave && isFinished && !isPreview)) row.answered++;
  }
}
