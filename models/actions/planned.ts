import type {Settings} from "../settings.ts";
import * as s from "../sql.ts";
import {isDue, partColumns, type Db, type Part} from "./part.ts";

/** Calls, visits and tasks that somebody planned or left undone; worth the customer's open opportunities × the share of opportunities that are won. */
export const followUps = (db: Db, {actions}: Settings): Part =>
  db
    .selectFrom(
      db
        .selectFrom("mart_customer_360")
        .where("next_contact_on", "is not", null)
        .select(["customer_id", "next_contact_on as planned_on", "next_contact_about as about"])
        .unionAll(
          db.selectFrom("int_action_task").select(["customer_id", "due_on as planned_on", "activity_type as about"])
        )
        .as("plans")
    )
    .innerJoin("mart_customer_360 as known", "known.customer_id", "plans.customer_id")
    .crossJoin("int_as_of")
    .crossJoin(
      db
        .selectFrom("int_customer_opportunities")
        .select(({ref}) => {
          const those = (flag: string) => s.count(s.onlyWhen(ref(flag), ref("opportunity_id")));
          return s.ratio(those("is_won"), s.add(those("is_won"), those("is_lost"))).as("won_share");
        })
        .as("ended")
    )
    .where(({ref}) => isDue(ref("planned_on"), ref as never, actions))
    .groupBy(["plans.customer_id", "open_opportunities", "open_opportunity_amount", "won_share"])
    .select(({ref}) =>
      partColumns(ref as never, {
        action: "follow_up",
        customer_id: ref("plans.customer_id"),
        due_on: s.min(ref("planned_on")),
        items: s.countRows(),
        expected_value: s.onlyWhen(
          s.compare(ref("open_opportunity_amount"), ">", s.amount("0")),
          s.round(s.multiply(s.toDouble(ref("open_opportunity_amount")), ref("won_share")), 4)
        ),
        reason_text: s.earliest(
          ref("about"),
          s.join(s.toType(ref("planned_on"), "varchar") as s.Value<string>, ref("about"))
        ) as never,
        reason_count: ref("open_opportunities"),
        reason_amount: ref("open_opportunity_amount")
      })
    ) as unknown as Part;

/** Open opportunities whose expected day is past or at which nothing happens; worth their chance × what they might bring. */
export const deals = (db: Db, {actions}: Settings): Part =>
  db
    .selectFrom("mart_open_opportunity")
    .crossJoin("int_as_of")
    .where("customer_id", "is not", null)
    .where(
      ({ref}) =>
        s.either(
          s.both(ref("is_slipped"), isDue(ref("expected_close_on"), ref as never, actions)),
          ref("is_stale")
        ) as any
    )
    .groupBy(["customer_id", "as_of_on"])
    .select(({ref}) =>
      partColumns(ref as never, {
        action: "deal",
        // One that is stale is due today, and so is one that slipped longer ago than is listed.
        due_on: s.coalesce(
          s.min(
            s.onlyWhen(
              isDue(ref("expected_close_on"), ref as never, {...actions, aheadDays: 0}),
              ref("expected_close_on")
            )
          ),
          ref("as_of_on")
        ),
        items: s.countRows(),
        expected_value: s.sum(ref("expected_value")),
        deal_owner: s.min(ref("owner")) as never,
        reason_text: s.earliest(ref("stage"), ref("opportunity_id")) as never,
        reason_days: s.max(ref("quiet_days")) as never,
        reason_count: s.max(ref("slipped_days")) as never,
        reason_amount: s.sum(ref("worth"))
      })
    ) as unknown as Part;
