import type {CalendarSettings} from "../settings.ts";
import {workSpans, type WorkSpan} from "./workSpans.ts";

const wholeSecond = (at: Date): number => Math.floor(at.getTime() / 1000);

/**
 * The pieces of working time from one instant to another that count, in order: one for each stretch at work, cut off at both ends.
 * Instants count by their whole second; none where `to` is not after `from`.
 */
export function explain(calendar: readonly CalendarSettings[], from: Date, to: Date): WorkSpan[] {
  const [start, end] = [wholeSecond(from), wholeSecond(to)];
  return end > start ? workSpans(calendar, start, end) : [];
}

/** Working seconds from one instant to another, zero where `to` is not after `from`. */
export const workSeconds = (calendar: readonly CalendarSettings[], from: Date, to: Date): number =>
  explain(calendar, from, to).reduce((sum, span) => sum + span.to - span.from, 0);
