import type {Expression} from "kysely";
import {compare, daysBetween, num} from "../sql.ts";

/** Whether a day lies in the window of so many days that ends with the day of as_of; rows are joined with int_as_of. */
export const withinDays = (days: number, on: Expression<Date | null>, ref: (name: any) => Expression<any>) =>
  compare(daysBetween(on, ref("as_of_on")), "<", num(days));
