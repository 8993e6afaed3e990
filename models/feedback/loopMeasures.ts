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
  followed_share: c.share("Followed up ÷ due.", "跟进率：已跟进÷到期。").nullable(),
  followed_low: c.share("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
  followed_high: c.share("Upper end of its 95 % interval.", "95% 区间上限。").nullable(),
  within_promise: c.count("Of the due, those followed up in time.", "到期个案中按时跟进者。"),
  within_promise_share: c.share("Followed up in time ÷ due.", "按时跟进率：按时跟进÷到期。").nullable(),
  within_promise_low: c.share("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
  within_promise_high: c.share("Upper end of its 95 % interval.", "95% 区间上限。").nullable(),
  median_days: c.days("Median days to the follow-up, of those followed up.", "跟进用时中位数（天）。").nullable(),
  recovered: c.count("The next answer was not unfavourable.", "下一次作答不再为差评的个案数。"),
  repeated: c.count("The next answer was unfavourable again.", "下一次作答仍为差评的个案数。")
};

type Ref = (name: any) => Expression<any>;

/** How often it holds among the rows. */
export const casesWhere = (condition: Expression<boolean>) => s.count(s.onlyWhen(condition, s.yes));

/**
 * The columns as aggregates over rows of int_loop_case. Where no contact with any customer is known, nobody can say how many were
 * followed up: shares are null.
 */
export function loopMeasures(ref: Ref, hasContacts: Expression<boolean>) {
  const [isDue, isFollowed] = [ref("is_due"), s.isKnown(ref("followed_on"))];
  const due = casesWhere(isDue);
  const [followed, inTime] = [casesWhere(s.both(isDue, isFollowed)), casesWhere(s.both(isDue, ref("is_in_time")))];
  const ofDue = <T>(x: s.Value<T>) => s.onlyWhen(s.both(hasContacts, s.compare(due, ">", s.num(0))), x);
  const state = (name: string) => casesWhere(s.compare(ref("state"), "=", s.text(name)));
  return [
    s.countRows().as("cases"),
    due.as("due_cases"),
    followed.as("followed"),
    ofDue(s.ratio(followed, due)).as("followed_share"),
    ofDue(wilsonLow(followed, due)).as("followed_low"),
    ofDue(wilsonHigh(followed, due)).as("followed_high"),
    inTime.as("within_promise"),
    ofDue(s.ratio(inTime, due)).as("within_promise_share"),
    ofDue(wilsonLow(inTime, due)).as("within_promise_low"),
    ofDue(wilsonHigh(inTime, due)).as("within_promise_high"),
    s.median(ref("follow_up_days")).as("median_days"),
    state("recovered").as("recovered"),
    state("repeated").as("repeated")
  ] as const;
}

/** Whether any contact with customers is known: a relation of one row with the column has_activities. */
export const contactsKnown = (db: QueryCreator<any>) =>
  (db as QueryCreator<Database<readonly [typeof intLoopContact]>>)
    .selectFrom("int_loop_contact")
    .select(() => [s.compare(s.countRows(), ">", s.num(0)).as("has_activities")]);
