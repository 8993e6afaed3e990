import type {Locale} from "../../../format/locale.ts";
import {eventKinds, type EventCode, type Manifest, type Profile} from "../shape.ts";

/** What every part of a profile sees. */
export interface View {
  profile: Profile;
  events: Happened[];
  /** The business day of as_of. */
  asOf: Date;
  /** How many customers have ordered: what a rank is out of. */
  buyers: number;
  has: Manifest["has"];
}

/** An event of the timeline, newest first. */
export interface Happened {
  at: Date;
  kind: EventCode;
  reference: string;
  amount: number | null;
  score: number | null;
  detail: string | null;
}

const DAY = 86_400_000;

/** The day so many days before another. */
export const daysBefore = (day: Date, days: number): Date => new Date(day.getTime() - days * DAY);

/** The events of a profile with their dates. */
export const eventsOf = ({events}: Profile, asOf: Date): Happened[] =>
  events.map(([kind, days, reference, amount, score, detail]) => ({
    at: daysBefore(asOf, days),
    kind: eventKinds[kind]!,
    reference,
    amount,
    score,
    detail
  }));

/** Days between one purchase day and the next, oldest first. */
export function gapsOf(events: readonly Happened[]): number[] {
  const orders = events.filter(({kind}) => kind === "order").map(({at}) => at.getTime());
  const days = [...new Set(orders)].sort((a, b) => a - b);
  return days.slice(1).map((day, i) => Math.round((day - days[i]!) / DAY));
}

/** How many days beyond the own median gap the customer is silent; null without a rhythm or while it is not over. */
export function daysLate({medianGapDays, silentDays}: Profile): number | null {
  if (medianGapDays === null || silentDays === null) return null;
  const late = Math.round(silentDays - medianGapDays);
  return late > 0 ? late : null;
}

/** A horizon in words: whole weeks where it is, else days. */
export const horizonWords = (days: number, {f}: Locale): string => (days % 7 === 0 ? f.weeks(days / 7) : f.days(days));
