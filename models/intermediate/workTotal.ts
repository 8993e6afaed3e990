import type {Expression} from "kysely";
import {add, both, compare, greatest, num, secondsBetween, timestamp, when} from "../sql.ts";

type Ref = (name: any) => Expression<any>;

/** An instant that the calendar reaches: it begins in 1900 at the earliest. */
export const reached = (at: Expression<Date>) => greatest(at, timestamp("1900-01-01 00:00:00"));

/** Whether a row of int_work_hour holds an instant; rows are joined by its hour. */
export const holds = (at: Expression<Date>, ref: Ref) =>
  both(compare(ref("stretch_from_at"), "<=", at), compare(at, "<", ref("stretch_to_at")));

/** Seconds of working time from the calendar's beginning to an instant, beside the row of int_work_hour that holds it. */
export const workTotal = (at: Expression<Date>, ref: Ref) =>
  add(ref("work_seconds_before"), when(ref("is_working"), secondsBetween(ref("stretch_from_at"), at), num(0)));
