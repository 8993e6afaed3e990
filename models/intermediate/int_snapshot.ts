import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";

/**
 * The days as of which churn is studied, one row per snapshot: as_of and the configured number of month ends before it.
 *
 * base_gap_days is the lower median of all gaps between consecutive purchase days that had ended by the snapshot; null before the
 * first. Months are enough to tell which gaps those are, since a snapshot ends its month or is as_of.
 */
export const intSnapshot = model({
  name: "int_snapshot",
  title: {en: "The days as of which churn is studied, one row per snapshot.", zh: "流失快照日，每个快照一行。"},
  from: [intAsOf, intCustomerOrders],
  grain: ["snapshot_on"],
  columns: z.strictObject({
    snapshot_on: c.day("As of the end of this day.", "快照日（当日末）。"),
    horizon_on: c.day("Last day of the horizon after it.", "视野期末日。"),
    is_horizon_closed: c.flag("The horizon is over at as_of.", "视野期是否已结束。"),
    base_gap_days: c.wholeDays("Lower median gap of all customers so far.", "全体客户间隔中位数。").nullable()
  }),
  query: (db, {churn}) =>
    db
      .with("days", (db) =>
        db
          .selectFrom("int_as_of")
          .crossJoin(s.series(0, churn.snapshots))
          .select(({ref}) => [
            "as_of_on",
            "history_from_on",
            "horizon_days",
            s
              .when(
                s.compare(ref("n"), "=", s.num(0)),
                ref("as_of_on"),
                s.addDays(s.addMonths(ref("as_of_month"), s.subtract(s.num(1), ref("n"))), s.num(-1))
              )
              .as("snapshot_on")
          ])
      )
      .with("gap_counts", (db) =>
        db
          .selectFrom("int_customer_orders")
          .where("days_since_previous", ">", 0)
          .groupBy(["order_month", "days_since_previous"])
          .select(({ref}) => [
            "order_month",
            ref("days_since_previous").$notNull().as("gap_days"),
            s.countRows().as("gaps")
          ])
      )
      .with("gaps_so_far", (db) =>
        db
          .selectFrom("days")
          .crossJoin("gap_counts")
          .whereRef("order_month", "<=", "snapshot_on")
          .groupBy(["snapshot_on", "gap_days"])
          .select(({ref}) => ["snapshot_on", "gap_days", s.toBigint(s.sum(ref("gaps"))).as("gaps")])
      )
      .with("ranked", (db) =>
        db
          .selectFrom("gaps_so_far")
          .select(({ref}) => [
            ref("snapshot_on").as("gap_snapshot_on"),
            "gap_days",
            s
              .running(s.sum(ref("gaps")), {partitionBy: [ref("snapshot_on")], orderBy: [ref("gap_days")]})
              .as("gaps_up_to"),
            s.overall(s.sum(ref("gaps")), ref("snapshot_on")).as("all_gaps")
          ])
      )
      .with("base", (db) =>
        db
          .selectFrom("ranked")
          .where(({ref}) => s.compare(s.multiply(s.num(2), ref("gaps_up_to")), ">=", ref("all_gaps")))
          .groupBy("gap_snapshot_on")
          .select(({ref}) => ["gap_snapshot_on", s.min(ref("gap_days")).as("base_gap_days")])
      )
      .selectFrom("days")
      .leftJoin("base", "gap_snapshot_on", "snapshot_on")
      .whereRef("snapshot_on", ">=", "history_from_on")
      .select(({ref}) => {
        const horizonOn = s.addDays(ref("snapshot_on"), ref("horizon_days"));
        return [
          "snapshot_on",
          horizonOn.as("horizon_on"),
          s.compare(horizonOn, "<=", ref("as_of_on")).as("is_horizon_closed"),
          "base_gap_days"
        ];
      })
});
