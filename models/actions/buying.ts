import type {Settings} from "../settings.ts";
import * as s from "../sql.ts";
import {isDue, partColumns, type Db, type Part} from "./part.ts";

/** Those on the list of churn watch whose risk is not low. */
const toCall = (db: Db) =>
  db
    .selectFrom("mart_churn_watch")
    .where(({ref}) => s.coalesce(s.compare(ref("risk_band"), "<>", s.text("low")), s.yes) as any);

/** They are worth their value at risk. */
export const churnCalls = (db: Db): Part =>
  toCall(db)
    .crossJoin("int_as_of")
    .select(({ref}) =>
      partColumns(ref as never, {
        action: "churn_call",
        due_on: ref("as_of_on"),
        expected_value: ref("value_at_risk"),
        reason_days: ref("recency_days"),
        reason_share: ref("risk_share"),
        reason_amount: ref("expected_revenue")
      })
    ) as unknown as Part;

/** Class A customers who are dormant or lost and not to be called anyway; worth their lifetime value, which counts how unlikely it is that they buy again. */
export const winBacks = (db: Db): Part =>
  db
    .selectFrom("mart_customer_360")
    .crossJoin("int_as_of")
    .leftJoin(toCall(db).select("customer_id as called_id").as("called"), "called_id", "customer_id")
    .where("called_id", "is", null)
    .where("stage", "in", ["dormant", "lost"])
    .where(({ref}) => s.compare(s.left(ref("abc_class"), 1), "=", s.text("A")) as any)
    .where("clv", ">", 0)
    .select(({ref}) =>
      partColumns(ref as never, {
        action: "win_back",
        due_on: ref("as_of_on"),
        expected_value: ref("clv"),
        reason_days: ref("days_since_last_order"),
        reason_count: ref("orders"),
        reason_amount: ref("net_revenue"),
        reason_share: ref("alive_share")
      })
    ) as unknown as Part;

/**
 * What a customer usually buys again about now; worth the expected revenue of all that is due. The reason is of the product that is due
 * first, among several the one that brings most.
 */
export const replenishments = (db: Db, {actions}: Settings): Part =>
  db
    .selectFrom(
      db
        .selectFrom("mart_replenishment_due")
        .crossJoin("int_as_of")
        .where(({ref}) => isDue(ref("due_on"), ref as never, actions))
        .selectAll("mart_replenishment_due")
        .select(({ref}) =>
          s
            .ordered(s.rowNumber(), {partitionBy: [ref("customer_id")], orderBy: [ref("due_on"), ref("place")]})
            .as("turn")
        )
        .as("refills")
    )
    .groupBy("customer_id")
    .select(({ref}) => {
      const ofFirst = (x: s.Value<any>) => s.max(s.onlyWhen(s.compare(ref("turn"), "=", s.num(1)), x)) as never;
      return partColumns(ref as never, {
        action: "replenishment",
        due_on: s.min(ref("due_on")),
        items: s.countRows(),
        expected_value: s.sum(ref("expected_revenue")),
        reason_text: ofFirst(s.firstOf(ref("product_name"), ref("item_id"))),
        reason_days: s.round(ofFirst(ref("usual_gap_days"))),
        reason_count: ofFirst(ref("purchase_days")),
        reason_share: ofFirst(ref("buy_share"))
      });
    }) as unknown as Part;

/** Points that end within the days ahead; that they sell anything is not known, so they are worth nothing here. */
export const expiringPoints = (db: Db, {actions}: Settings): Part =>
  db
    .selectFrom("int_points_lot")
    .crossJoin("int_as_of")
    .where("remaining_points", ">", 0)
    .where("is_over", "=", false)
    .where(({ref}) => isDue(ref("expires_on"), ref as never, {...actions, lapsedDays: 0}))
    .groupBy("customer_id")
    .select(({ref}) =>
      partColumns(ref as never, {
        action: "points_expiring",
        due_on: s.min(ref("expires_on")),
        items: s.countRows(),
        reason_amount: s.sum(ref("remaining_points"))
      })
    ) as unknown as Part;
