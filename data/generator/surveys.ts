import type {Customer} from "./customers.ts";
import type {Dice} from "./dice.ts";
import {DAY, MINUTE, startOfDay} from "./londonTime.ts";
import type {Order} from "./orders.ts";
import type {Parameters} from "./parameters.ts";
import {atShoppingHour} from "./timeOfDay.ts";

/** One row of the survey tool: an answer, an unfinished one, or a colleague's preview. */
export interface Answer {
  respondent: Customer;
  wave: string;
  startedAt: number;
  seconds: number;
  /** 0 to 10; null when the respondent gave up before. */
  score: number | null;
  isFinished: boolean;
  isPreview: boolean;
  /** The order the respondent has in mind, the failed one if there is one. */
  order: Order;
}

/** Every quarter those who ordered in the year before are asked; the tenth of the month, in London. */
export function wavesBetween(from: number, until: number): string[] {
  const waves: string[] = [];
  for (let year = new Date(from).getUTCFullYear(); year <= new Date(until).getUTCFullYear(); year++)
    for (const month of ["03", "06", "09", "12"]) waves.push(`${year}-${month}-10`);
  return waves.filter((wave) => startOfDay(wave) > from && startOfDay(wave) < until);
}

/** The waves one customer is invited to, and the answers begun. */
export function drawAnswers(
  customer: Customer,
  orders: readonly Order[],
  waves: readonly string[],
  until: number,
  parameters: Parameters,
  dice: Dice
): {invitations: string[]; answers: Answer[]} {
  const answers: Answer[] = [];
  const invitations: string[] = [];
  for (const wave of waves) {
    const opens = startOfDay(wave);
    const recent = orders.filter(({at, cancelledAt}) => at < opens && at > opens - 365 * DAY && cancelledAt === null);
    const last = recent[recent.length - 1];
    if (!last) continue;
    invitations.push(wave);
    const isFinished = dice.chance(customer.answers);
    const isPreview = !isFinished && dice.chance(0.0015);
    if (!isFinished && !isPreview && !dice.chance(0.008)) continue;
    const startedAt = atShoppingHour(opens + dice.exponential(0.4) * DAY, dice);
    if (startedAt + 60 * MINUTE > until) continue;
    const failed = recent.findLast(({failure}) => failure !== null);
    const score = drawScore(customer, failed !== undefined, parameters, dice);
    answers.push({
      respondent: customer,
      wave,
      startedAt,
      seconds: Math.round(dice.logNormal(95, 0.6)),
      score: isFinished || isPreview || dice.chance(0.5) ? score : null,
      isFinished: isFinished || isPreview,
      isPreview,
      order: failed ?? last
    });
  }
  return {invitations, answers};
}

function drawScore({satisfaction}: Customer, failed: boolean, {failurePoints}: Parameters, dice: Dice): number {
  const latent = satisfaction + dice.normal(0, 1.3) - (failed ? failurePoints : 0);
  return Math.max(0, Math.min(10, Math.round(latent)));
}
