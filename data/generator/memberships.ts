import type {Dice} from "./dice.ts";
import {DAY, fromLondon, toLondon} from "./londonTime.ts";
import type {Order} from "./orders.ts";
import {atShoppingHour} from "./timeOfDay.ts";
import {weighted} from "./weighted.ts";

/** A plan of the wine club: pence per billing interval and case. */
export interface Plan {
  name: string;
  pence: number;
  months: number;
  interval: "month" | "quarter" | "year";
}

/** Somebody's time in the wine club; `number` is given in order of joining inside a batch. */
export interface Membership {
  email: string;
  number: number;
  plan: Plan;
  cases: number;
  startedAt: number;
  trialEndsAt: number | null;
  cancelledAt: number | null;
  /** When the last paid interval ended; null while the service goes on. */
  endedAt: number | null;
  /** Amounts taken, or tried and failed. */
  charges: {at: number; isFailed: boolean}[];
}

const PLANS: readonly (Plan & {weight: number})[] = [
  {name: "Explorer, 3 bottles", pence: 3600, months: 1, interval: "month", weight: 50},
  {name: "Cellar, 6 bottles", pence: 6900, months: 1, interval: "month", weight: 25},
  {name: "Season case", pence: 16_500, months: 3, interval: "quarter", weight: 18},
  {name: "Year of wine", pence: 62_000, months: 12, interval: "year", weight: 7}
];
const drawPlan = weighted(PLANS, ({weight}) => weight);

/** Share of buyers who try the club, and the share of members who cancel in a month. */
export const CLUB_SHARE = 0.105;
export const CANCELLATION_A_MONTH = 0.05;

export const amountOf = ({plan, cases}: Membership): number => plan.pence * cases;

/** Whether the service goes on at the end of the data. */
export const isRunning = ({endedAt}: Membership): boolean => endedAt === null;

/** Draws whether a customer joined the club, some days after an order, and how it went on up to `until`. */
export function drawMembership(orders: readonly Order[], until: number, dice: Dice): Membership | null {
  const kept = orders.filter(({cancelledAt}) => cancelledAt === null);
  if (!kept.length || !dice.chance(CLUB_SHARE)) return null;
  const order = dice.pick(kept);
  const startedAt = atShoppingHour(order.at + dice.int(1, 21) * DAY, dice);
  const plan = drawPlan(dice.uniform());
  const isTrial = plan.months === 1 && dice.chance(0.4);
  const cases = dice.chance(0.08) ? 2 : 1;
  const asked = startedAt + (dice.exponential(CANCELLATION_A_MONTH) * 365 * DAY) / 12;
  if (startedAt >= until) return null;
  const firstDue = isTrial ? monthsLater(startedAt, 1) : startedAt;
  const cancelledAt = asked < until ? Math.floor(asked) : null;
  const dues = [firstDue];
  while (dues.at(-1)! < until) dues.push(monthsLater(firstDue, dues.length * plan.months));
  const end = cancelledAt === null ? undefined : dues.find((due) => due > cancelledAt);
  const endedAt = end !== undefined && end < until ? end : null;
  const paid = dues.filter((due) => due < until && (end === undefined || due < end));
  const charges = paid.flatMap((at) => {
    const again = at + 2 * DAY + dice.int(0, 3600) * 1000;
    if (!dice.chance(0.04) || again >= until) return [{at, isFailed: false}];
    return [
      {at, isFailed: true},
      {at: again, isFailed: false}
    ];
  });
  const trialEndsAt = isTrial ? firstDue : null;
  return {email: order.customer.email, number: 0, plan, cases, startedAt, trialEndsAt, cancelledAt, endedAt, charges};
}

/** The same day and time of a later month in London, or its last day. */
function monthsLater(at: number, months: number): number {
  const local = new Date(toLondon(at));
  const day = local.getUTCDate();
  local.setUTCDate(1);
  local.setUTCMonth(local.getUTCMonth() + months);
  const last = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
  local.setUTCDate(Math.min(day, last));
  return fromLondon(local.getTime());
}
