import type {Expression} from "kysely";
import type {AudienceRule, AudienceTest} from "../../ingest/audienceConfig.ts";
import * as s from "../sql.ts";
import {audienceColumns, kindOf} from "./columns.ts";
import {isBounds, partsOf, type Bounds} from "./rules.ts";

/** Where the columns of a customer are found, and the day from which days are counted back. */
export interface Subject {
  column: (name: string) => Expression<any>;
  asOf: Expression<Date>;
}

/**
 * The condition that a rule says, never null: what is not known meets no condition but null and `not`.
 *
 * All conditions of a rule hold at once; `any` needs one of its rules, `all` each, `not` that its rule does not hold.
 */
export function conditionOf(rule: AudienceRule, subject: Subject): s.Value<boolean> {
  const {tests, any, all, not} = partsOf(rule);
  const inner = (one: AudienceRule) => conditionOf(one, subject);
  return s.both(
    ...tests.map(({column, test}) => testOf(column, test, subject)),
    ...(any.length ? [s.either(...any.map(inner))] : []),
    ...all.map(inner),
    ...(not ? [s.not(inner(not))] : [])
  );
}

const known = (condition: s.Value<boolean>): s.Value<boolean> => s.when(condition, s.yes, s.no);

function testOf(name: string, test: AudienceTest, {column, asOf}: Subject): s.Value<boolean> {
  const x = column(name);
  if (!isBounds(test)) return isOneOf(name, x, test);
  const {not, at_least, at_most, above, below, within_days, older_than_days} = test;
  const age = s.daysBetween(x, asOf);
  const limit = (operator: ">=" | "<=" | ">" | "<", bound: string | number | undefined) =>
    bound === undefined ? [] : [known(s.compare(x, operator, literal(name, bound)))];
  return s.both(
    ...(not === undefined ? [] : [s.not(isOneOf(name, x, not))]),
    ...limit(">=", at_least),
    ...limit("<=", at_most),
    ...limit(">", above),
    ...limit("<", below),
    ...(within_days === undefined
      ? []
      : [known(s.both(s.compare(age, ">=", s.num(0)), s.compare(age, "<=", s.num(within_days))))]),
    ...(older_than_days === undefined ? [] : [known(s.compare(age, ">", s.num(older_than_days)))])
  );
}

function isOneOf(name: string, x: Expression<any>, test: Exclude<AudienceTest, Bounds>): s.Value<boolean> {
  if (test === null) return s.isNull(x);
  const values = Array.isArray(test) ? test : [test];
  return known(s.either(...values.map((value) => s.compare(x, "=", literal(name, value)))));
}

/** A value in the type of its column. */
function literal(name: string, value: string | number | boolean): Expression<any> {
  const column = audienceColumns.get(name)!;
  const kind = kindOf(column);
  if (kind === "flag") return value === true ? s.yes : s.no;
  if (kind === "day") return s.date(String(value));
  if (kind === "text") return s.text(String(value));
  return column.sql === "money" ? s.amount(Number(value).toFixed(4)) : s.num(Number(value));
}
