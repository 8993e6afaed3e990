import type {Settings} from "../settings.ts";
import * as s from "../sql.ts";
import {isDue, nextReturn, partColumns, type Db, type Part} from "./part.ts";

/** Months of billing intervals that are long enough to speak of a renewal. */
const long = {quarter: 3, half_year: 6, year: 12} as const;

/** Contracts that end, or begin a term of three months or more; worth what a term costs. */
export const renewals = (db: Db, {actions}: Settings): Part =>
  db
    .selectFrom(
      db
        .selectFrom("int_customer_subscriptions as held")
        .innerJoin("stg_subscriptions as told", "told.subscription_id", "held.subscription_id")
        .crossJoin("int_as_of")
        .where("held.is_active", "=", true)
        .where("held.left_on", "is", null)
        .select(({ref}) => {
          const months = Object.entries(long).reduceRight<s.Value<number | null>>(
            (otherwise, [name, n]) =>
              s.when(s.compare(ref("told.billing_interval"), "=", s.text(name)), s.toBigint(s.num(n)), otherwise),
            s.nothing<number>("bigint")
          );
          const next = s.onlyWhen(s.isKnown(months), nextReturn(ref("held.started_on"), months as never, ref as never));
          return [
            "held.customer_id",
            "held.subscription_id",
            "held.plan",
            "held.recurring_amount",
            "as_of_on",
            s.firstOf<any>(ref("told.ended_on"), next).as("renews_on")
          ];
        })
        .as("terms")
    )
    .where(({ref}) => isDue(ref("renews_on"), ref as never, {...actions, lapsedDays: 0}))
    .groupBy("customer_id")
    .select(({ref}) =>
      partColumns(ref as never, {
        action: "renewal",
        due_on: s.min(ref("renews_on")),
        items: s.countRows(),
        expected_value: s.sum(ref("recurring_amount")),
        reason_text: s.earliest(ref("plan"), ref("subscription_id")) as never,
        reason_amount: s.sum(ref("recurring_amount"))
      })
    ) as unknown as Part;

/** Contracts that were cancelled and still run; worth a year of what they bring. */
export const notices = (db: Db, {actions}: Settings): Part =>
  db
    .selectFrom("int_customer_subscriptions")
    .crossJoin("int_as_of")
    .where("is_active", "=", true)
    .where("left_on", "is not", null)
    .where(({ref}) => isDue(ref("left_on"), ref as never, actions))
    .groupBy(["customer_id", "as_of_on"])
    .select(({ref}) =>
      partColumns(ref as never, {
        action: "notice",
        due_on: s.min(ref("left_on")),
        items: s.countRows(),
        expected_value: s.multiply(s.sum(ref("monthly_amount")), s.num(12)),
        reason_text: s.earliest(ref("plan"), ref("subscription_id")) as never,
        reason_days: s.daysBetween(s.min(ref("left_on")), ref("as_of_on")),
        reason_amount: s.sum(ref("monthly_amount"))
      })
    ) as unknown as Part;
