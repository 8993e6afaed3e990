import type {Settings} from "../settings.ts";
import * as s from "../sql.ts";
import {isDue, nextReturn, partColumns, type Db, type Part} from "./part.ts";

/** Years since the first order of customers who still buy. */
export const anniversaries = (db: Db, {actions}: Settings): Part =>
  db
    .selectFrom(
      db
        .selectFrom("mart_customer_360")
        .crossJoin("int_as_of")
        .where("stage", "in", ["active", "loyal", "reactivated", "slipping"])
        .select(({ref}) => [
          "customer_id",
          "first_order_on",
          "as_of_on",
          nextReturn(ref("first_order_on"), s.num(12), ref as never).as("returns_on")
        ])
        .as("customers")
    )
    .where(({ref}) => isDue(ref("returns_on"), ref as never, {...actions, lapsedDays: 0}))
    .select(({ref}) =>
      partColumns(ref as never, {
        action: "anniversary",
        due_on: ref("returns_on"),
        reason_count: s.round(s.ratio(s.monthsBetween(ref("first_order_on"), ref("returns_on")), s.num(12)))
      })
    ) as unknown as Part;

/**
 * Birthdays of persons whose records agree on one. Their day is personal: due_on stays empty, so that a published row says no more than that
 * the birthday is within the days ahead. Who was born on 29 February has it on the 28th.
 */
export const birthdays = (db: Db, {actions}: Settings): Part =>
  db
    .selectFrom(
      db
        .selectFrom("int_identity_record as record")
        .innerJoin("int_identity_member as member", "member.record_key", "record.record_key")
        .where("record.birth_day", "is not", null)
        .where("record.party", "=", "person")
        .groupBy("member.customer_id")
        .select(({ref}) => [
          "member.customer_id",
          s.min(ref("record.birth_day")).as("first_day"),
          s.max(ref("record.birth_day")).as("last_day")
        ])
        .as("born")
    )
    .innerJoin(
      db
        .selectFrom("int_as_of")
        .crossJoin(s.series(0, actions.aheadDays))
        .select(({ref}) => {
          const day = s.addDays(ref("as_of_on"), ref("n"));
          return [day.as("ahead_on"), s.after(s.toType(day, "varchar") as s.Value<string>, 5).as("ahead_day")];
        })
        .as("ahead"),
      (on) =>
        on.on(
          ({ref}) =>
            s.compare(
              ref("ahead_day"),
              "=",
              s.when(s.compare(ref("first_day"), "=", s.text("02-29")), s.text("02-28"), ref("first_day") as never)
            ) as any
        )
    )
    .whereRef("first_day", "=", "last_day")
    .select(({ref}) =>
      partColumns(ref as never, {action: "birthday", birthday_on: ref("ahead_on")})
    ) as unknown as Part;
