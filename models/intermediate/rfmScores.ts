import type {Expression, Kysely} from "kysely";
import type {Database} from "../model.ts";
import type {Settings} from "../settings.ts";
import * as s from "../sql.ts";
import type {intAsOf} from "./int_as_of.ts";
import type {intCustomerOrders} from "./int_customer_orders.ts";
import {cutsBelow, cutsOf, fifths, inWindow} from "./quantileScore.ts";
import {segmentOf} from "./segmentOf.ts";

type Source = Database<[typeof intAsOf, typeof intCustomerOrders]>;
type Day = Expression<Date>;

/**
 * Customers with an order in the window that ends on a day, with their measures, scores and segment; only orders up to that day count.
 *
 * `dayOf` makes the day from that of as_of, which it is unless told.
 */
export const rfmScores = (db: Kysely<Source>, settings: Settings, dayOf: (asOf: Day) => Day = (asOf) => asOf) =>
  db
    .with("customers", (db) =>
      db
        .selectFrom("int_customer_orders")
        .crossJoin("int_as_of")
        .where("is_cancelled", "=", false)
        .where(({ref}) => s.compare(ref("ordered_on"), "<=", dayOf(ref("as_of_on"))))
        .where(({ref}) => inWindow(s.daysBetween(ref("ordered_on"), dayOf(ref("as_of_on"))), settings.rfm.windowDays))
        .groupBy("customer_id")
        .select(({ref}) => [
          "customer_id",
          s.min(ref("first_order_on").$notNull()).as("first_order_on"),
          s.min(s.daysBetween(ref("ordered_on"), dayOf(ref("as_of_on")))).as("recency_days"),
          s.countRows().as("frequency"),
          s.countRows().filterWhere("is_first_of_day", "=", true).as("purchase_days"),
          s.sum(ref("net_revenue")).as("monetary")
        ])
    )
    .with("cuts", (db) =>
      db
        .selectFrom("customers")
        .select(({ref}) => [
          ...cutsOf("recency", ref("recency_days"), settings.rfm.thresholds.recency),
          ...cutsOf("frequency", ref("frequency"), settings.rfm.thresholds.frequency),
          ...cutsOf("monetary", ref("monetary"), settings.rfm.thresholds.monetary)
        ])
    )
    .with("scored", (db) =>
      db
        .selectFrom("customers")
        .crossJoin("cuts")
        .select(({ref}) => {
          const cuts = (measure: "recency" | "frequency" | "monetary") =>
            fifths.map((fifth) => ref(`${measure}_${fifth}`));
          return [
            "customer_id",
            "first_order_on",
            "recency_days",
            "frequency",
            "purchase_days",
            "monetary",
            s.subtract(s.num(6), cutsBelow(ref("recency_days"), cuts("recency"))).as("recency_score"),
            cutsBelow(ref("frequency"), cuts("frequency")).as("frequency_score"),
            cutsBelow(ref("monetary"), cuts("monetary")).as("monetary_score")
          ];
        })
    )
    .selectFrom("scored")
    .select(({ref}) => [
      "customer_id",
      "first_order_on",
      "recency_days",
      "frequency",
      "purchase_days",
      "monetary",
      "recency_score",
      "frequency_score",
      "monetary_score",
      segmentOf(settings, ref("recency_score"), ref("frequency_score"), ref("monetary_score")).as("segment")
    ]);
