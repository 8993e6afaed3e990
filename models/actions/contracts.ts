import type {Settings} from "../settings.ts";
import * as s from "../sql.ts";
import {isDue, partColumns, type Db, type Part} from "./part.ts";
import {longTermEnd, termEnd} from "./termEnd.ts";

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
          const next = longTermEnd(ref("held.started_on"), ref("told.billing_interval"), ref as never);
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

/**
 * Contracts that were cancelled and still run, listed until they end, however far ahead; worth a year of what they bring. Due is the end
 * that the source tells, else that of the running term, else as_of. Of several the reason is of the one that ends first.
 */
export const notices = (db: Db): Part =>
  db
    .selectFrom(
      db
        .selectFrom("int_contract_span as span")
        .innerJoin("stg_subscriptions as told", "told.subscription_id", "span.subscription_id")
        .crossJoin("int_as_of")
        .where("span.state", "=", "running")
        .where("span.notice_on", "is not", null)
        .select(({ref}) => {
          const end = termEnd(ref("span.started_on"), ref("told.billing_interval"), ref as never);
          return [
            "span.customer_id",
            "span.subscription_id",
            "span.plan",
            "span.notice_on",
            "span.monthly_amount",
            "as_of_on",
            s.firstOf<any>(ref("told.ended_on"), end, ref("as_of_on")).as("ends_on")
          ];
        })
        .as("ending")
    )
    .select(({ref}) => [
      "customer_id",
      "plan",
      "notice_on",
      "monthly_amount",
      "as_of_on",
      "ends_on",
      s
        .ordered(s.rowNumber(), {
          partitionBy: [ref("customer_id")],
          orderBy: [ref("ends_on"), ref("subscription_id")]
        })
        .as("turn")
    ])
    .$call((ending) => db.selectFrom(ending.as("cancelled")))
    .groupBy(["customer_id", "as_of_on"])
    .select(({ref}) => {
      const ofFirst = (x: s.Value<any>) => s.max(s.onlyWhen(s.compare(ref("turn"), "=", s.num(1)), x)) as never;
      return partColumns(ref as never, {
        action: "notice",
        due_on: s.min(ref("ends_on")),
        items: s.countRows(),
        expected_value: s.multiply(s.sum(ref("monthly_amount")), s.num(12)),
        reason_text: ofFirst(ref("plan")),
        reason_days: s.daysBetween(ofFirst(ref("notice_on")), ref("as_of_on")),
        reason_amount: s.sum(ref("monthly_amount"))
      });
    }) as unknown as Part;
