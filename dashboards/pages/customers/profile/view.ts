import {timelineKinds, type TimelineKind} from "../../../../models/marts/timelineKinds.ts";
import type {Locale} from "../../../format/locale.ts";
import type {Profile} from "../profileShape.ts";
import type {Loaded} from "../shape.ts";

/** What every part of a profile sees. */
export interface View {
  profile: Profile;
  events: Happened[];
  /** The business day of as_of. */
  asOf: Date;
  /** How many customers have ordered: what a rank is out of. */
  buyers: number;
  has: Loaded;
  /** The key by which the customer was asked for, where it is one of old. */
  askedFor: string | null;
}

/** An event of the timeline, newest first. */
export interface Happened {
  at: Date;
  kind: TimelineKind;
  reference: string;
  amount: number | null;
  score: number | null;
  detail: string | null;
  points: number | null;
}

const DAY = 86_400_000;

/** The day so many days before another. */
export const daysBefore = (day: Date, days: number): Date => new Date(day.getTime() - days * DAY);

/** The events of a profile with their dates. */
export const eventsOf = ({events}: Profile, asOf: Date): Happened[] =>
  events.map(([kind, days, reference, amount = null, score = null, detail = null, points = null]) => ({
    at: daysBefore(asOf, days),
    kind: timelineKinds[kind]!,
    reference,
    amount,
    score,
    detail,
    points
  }));

/** How many of some events lie in the days up to and including as_of: the last `days` of them, or all. */
export const countOf = (events: readonly Happened[], asOf: Date, days = Infinity): number =>
  events.filter(({at}) => {
    const ago = (asOf.getTime() - at.getTime()) / DAY;
    return ago >= 0 && ago < days;
  }).length;

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
