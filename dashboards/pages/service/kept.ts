import {newcombe, type Difference, type Share} from "../cohorts/intervals.ts";
import type {Summary, Target} from "./rows.ts";

/** How often a target was kept in the last 90 days, and in the 90 before; undefined where nothing was measured. */
export interface Kept {
  now: Share | undefined;
  before: Share | undefined;
  change: Difference | undefined;
}

const shareOf = (value: number | null, low: number | null, high: number | null, n: number): Share | undefined =>
  value === null || low === null || high === null || n === 0 ? undefined : {value, low, high, n};

/** What the summary says of a target. */
export function keptOf(s: Summary, target: Target): Kept {
  const [now, before] =
    target === "first_reply"
      ? [
          shareOf(s.first_reply_kept_share, s.first_reply_kept_low, s.first_reply_kept_high, s.first_reply_kept_n),
          shareOf(
            s.previous_first_reply_kept_share,
            s.previous_first_reply_kept_low,
            s.previous_first_reply_kept_high,
            s.previous_first_reply_kept_n
          )
        ]
      : [
          shareOf(s.resolution_kept_share, s.resolution_kept_low, s.resolution_kept_high, s.resolution_kept_n),
          shareOf(
            s.previous_resolution_kept_share,
            s.previous_resolution_kept_low,
            s.previous_resolution_kept_high,
            s.previous_resolution_kept_n
          )
        ];
  return {now, before, change: now && before && newcombe(now, before)};
}
