import type {RowRule} from "./contract.ts";

const hours = 3_600_000;

/** One instant never lies before another; nothing is asked where either is missing. */
export const notBefore = (later: string, earlier: string, reason: string): RowRule => ({
  name: `${later} not before ${earlier}`,
  field: later,
  sql: `${later} is null or ${earlier} is null or ${later} >= ${earlier}`,
  test: (row) => row[later] == null || row[earlier] == null || (row[later] as string) >= (row[earlier] as string),
  reason
});

/**
 * One instant never lies a day or more before another: for pairs of which exports write one with the time of day and the other as
 * a bare day, which stands for its midnight. A day on which clocks go back has 25 hours.
 */
export const notDaysBefore = (later: string, earlier: string, reason: string): RowRule => ({
  name: `${later} not days before ${earlier}`,
  field: later,
  sql: `${later} is null or ${earlier} is null or ${later} + interval 25 hours >= ${earlier}`,
  test: (row) =>
    row[later] == null ||
    row[earlier] == null ||
    Date.parse(row[later] as string) + 25 * hours >= Date.parse(row[earlier] as string),
  reason
});

/** A number is zero or more. */
export const notNegative = (field: string, reason: string): RowRule => ({
  name: `positive ${field}`,
  field,
  sql: `${field} is null or ${field} >= 0`,
  test: (row) => row[field] == null || (row[field] as number) >= 0,
  reason
});

/** A number is at most another; nothing is asked where either is missing. */
export const notAbove = (field: string, limit: string, reason: string): RowRule => ({
  name: `${field} within ${limit}`,
  field,
  sql: `${field} is null or ${limit} is null or ${field} <= ${limit}`,
  test: (row) => row[field] == null || row[limit] == null || (row[field] as number) <= (row[limit] as number),
  reason
});

/** A rule of which only rows that meet a condition are asked; the condition in SQL is never null. */
export const where = (sql: string, test: RowRule["test"], rule: RowRule): RowRule => ({
  ...rule,
  sql: `not (${sql}) or (${rule.sql})`,
  test: (row) => !test(row) || rule.test(row)
});
