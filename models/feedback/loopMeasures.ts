import type {Expression, QueryCreator} from "kysely";
import * as c from "../../warehouse/columns.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import type {intLoopContact} from "../intermediate/int_loop_contact.ts";
import type {Database} from "../model.ts";
import * as s from "../sql.ts";

/** What is said of some cases together. */
export const loopColumns = {
  cases: c.count("Cases.", "个案数。"),
  due_cases: c.count("Of them, those whose promise has run out.", "其中承诺期限已过者。"),
  followed: c.count("Of the due, those followed up.", "到期个案中已跟进者。"),
  settled_cases: c.count("Cases older than the 90 days in which a follow-up counts.", "已满 90 天跟进窗口的个案数。"),
  settled_followed: c.count("Of them, those followed up.", "其中已跟进者。"),
  followed_share: c
    .share("Followed up within 90 days ÷ cases older than that.", "跟进率：90 天内已跟进÷已满 90 天的个案。")
    .nullable(),
  followed_low: c.share("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
  followed_high: c.share("Upper end of its 95 % interval.", "95% 区间上限。").nullable(),
  within_promise: c.count("Of the due, those followed up in time.", "到期个案中按时跟进者。"),
  within_promise_share: c.share("Followed up in time ÷ due.", "按时跟进率：按时跟进÷到期。").nullable(),
  within_promise_low: c.share("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
  within_promise_high: c.share("Upper end of its 95 % interval.", "95% 区间上限。").nullable(),
  median_days: c.days("Median days to the follow-up, of those followed up.", "跟进用时中位数（天）。").nullable(),
  recovered: c.count("The next answer was not unfavourable.", "下一次作答不再为差评的个案数。"),
  recovered_followed: c.count("Of them, those followed up before that answer.", "其中作答前已跟进者。"),
  repeated: c.count("The next answer was unfavourable again.", "下一次作答仍为差评的个案数。"),
  repeated_followed: c.count("Of them, those followed up before that answer.", "其中作答前已跟进者。"),
  never_followed: c.count(
    "Nobody came back, whether the promise has run out or another answer came.",
    "无人跟进的个案数，不论是否到期或已再次作答。"
  )
};

type Ref = (name: any) => Expression<any>;

/** How often it holds among the rows. */
export const casesWhere = (condition: Expression<boolean>) => s.count(s.onlyWhen(condition, s.yes));

/**
 * The columns as aggregates over rows of int_loop_case. Where no contact with any customer is known, nobody can say how many were
 * followed up: shares are null. Whether a case is followed up at all is counted of cases older than 90 days, as younger ones still may be.
 */
export function loopMeasures(ref: Ref, hasContacts: Expression<boolean>) {
  const [isDue, isFollowed] = [ref("is_due"), s.isKnown(ref("followed_on"))];
  const due = casesWhere(isDue);
  const [followed, inTime] = [casesWhere(s.both(isDue, isFollowed)), casesWhere(s.both(isDue, ref("is_in_time")))];
  const settled = casesWhere(ref("is_settled"));
  const settledFollowed = casesWhere(s.both(ref("is_settled"), isFollowed));
  const of = <T>(all: Expression<number>, x: s.Value<T>) =>
    s.onlyWhen(s.both(hasContacts, s.compare(all, ">", s.num(0))), x);
  const is = (name: string) => s.compare(ref("state"), "=", s.text(name));
  const first = (name: string) => casesWhere(s.both(is(name), ref("is_followed_first")));
  return [
    s.countRows().as("cases"),
    due.as("due_cases"),
    followed.as("followed"),
    settled.as("settled_cases"),
    settledFollowed.as("settled_followed"),
    of(settled, s.ratio(settledFollowed, settled)).as("followed_share"),
    of(settled, wilsonLow(settledFollowed, settled)).as("followed_low"),
    of(settled, wilsonHigh(settledFollowed, settled)).as("followed_high"),
    inTime.as("within_promise"),
    of(due, s.ratio(inTime, due)).as("within_promise_share"),
    of(due, wilsonLow(inTime, due)).as("within_promise_low"),
    of(due, wilsonHigh(inTime, due)).as("within_promise_high"),
    s.median(ref("follow_up_days")).as("median_days"),
    casesWhere(is("recovered")).as("recovered"),
    first("recovered").as("recovered_followed"),
    casesWhere(is("repeated")).as("repeated"),
    first("repeated").as("repeated_followed"),
    casesWhere(s.not(isFollowed)).as("never_followed")
  ] as const;
}

/** Whether any contact with customers is known: a relation of one row with the column has_activities. */
export const contactsKnown = (db: QueryCreator<any>) =>
  (db as QueryCreator<Database<readonly [typeof intLoopContact]>>)
    .selectFrom("int_loop_contact")
    .select(() => [s.compare(s.countRows(), ">", s.num(0)).as("has_activities")]);
