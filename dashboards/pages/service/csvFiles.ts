import {isWithheld} from "../../withheld.ts";
import type {TakenTable} from "../../live/takeTable.ts";
import type {Cause} from "./causes.ts";
import {cellSize} from "./cellSize.ts";
import type {GroupRow} from "./rows.ts";

const groupColumns = [
  "dimension",
  "value",
  "tickets",
  "median_first_reply_work_minutes",
  "p90_first_reply_work_minutes",
  "first_reply_kept_share",
  "median_resolution_work_minutes",
  "p90_resolution_work_minutes",
  "resolution_kept_share",
  "one_touch_share",
  "first_contact_share",
  "reopened_share",
  "escalated_share",
  "satisfied_share",
  "tickets_per_100_orders"
] as const;

/** Groups of one dimension under the mart's names. */
export const groupsCsv = (rows: readonly GroupRow[], minCell: number): TakenTable => ({
  columns: [...groupColumns],
  rows: rows.filter((row) => !isWithheld(cellSize(row), minCell)).map((row) => groupColumns.map((name) => row[name]))
});

const causeColumns = [
  "category",
  "subcategory",
  "tickets",
  "share",
  "cumulative_share",
  "tickets_previous",
  "change",
  "change_low",
  "change_high",
  "is_clear",
  "reopened_share",
  "customers"
] as const;

/** Causes with their parts under the mart's names. */
export const causesCsv = (causes: readonly Cause[]): TakenTable => ({
  columns: [...causeColumns],
  rows: causes.flatMap(({row, parts}) => [row, ...parts].map((one) => causeColumns.map((name) => one[name])))
});
