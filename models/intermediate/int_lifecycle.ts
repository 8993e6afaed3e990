import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {countedQuantile} from "./gapQuantile.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {stageCuts} from "./stageCuts.ts";

/** Months of history of the stages, before the one of as_of. */
const months = 24;

/**
 * After how many days of silence a customer was in another stage of life, one row per month end and one for as_of: from the gaps
 * between purchase days of the whole base that had ended by then.
 *
 * Dormant begins where the churn horizon ends: by default the 90th percentile of the gaps, in whole weeks; 13 weeks while nobody has
 * bought twice. Slipping begins after the 75th percentile, at most the horizon; half of it while nobody has bought twice. Lost begins
 * after the 98th percentile, and not before twice the horizon. So of ten gaps after which a customer came back about one was longer
 * than dormant, of fifty one longer than lost. Configured days stand for these. A young history knows short gaps alone: is_settled
 * is false while it is shorter than twice the days of lost. The month ends are the 24 before as_of and
 * one more to compare the first with, back to the one before the first order.
 */
export const intLifecycle = model({
  name: "int_lifecycle",
  title: {
    en: "Days of silence that change a customer's stage, one row per month end and as_of.",
    zh: "划分客户阶段的沉默天数，每个月末与截止日各一行。"
  },
  from: [intAsOf, intCustomerOrders],
  grain: ["stage_on"],
  columns: z.strictObject({
    stage_on: c.day("As of the end of this day: the last of a month, or as_of.", "截至该日末：月末或截止日。"),
    stage_month: c.month("Its month.", "所在月份。"),
    is_as_of: c.flag("The day of as_of.", "是否为截止日。"),
    is_partial: c.flag("The month was still running at as_of.", "该月在截止时尚未结束。"),
    gaps: c.count("Gaps between purchase days that had ended by then.", "截至当时已结束的购买间隔数。"),
    is_settled: c.flag("Orders reached back twice as far as lost begins.", "订单历史不短于“流失”所需沉默天数的两倍。"),
    slipping_after_days: c.days("Silence from which a customer is slipping.", "超过该沉默天数为“渐冷”。"),
    dormant_after_days: c.days("Silence from which a customer is dormant.", "超过该沉默天数为“休眠”。"),
    lost_after_days: c.days("Silence from which a customer is lost.", "超过该沉默天数为“流失”。")
  }),
  query: (db, settings) =>
    db
      .with("days", (db) =>
        db
          .selectFrom("int_as_of")
          .crossJoin(s.series(0, months + 1))
          .select(({ref}) => {
            const isAsOf = s.compare(ref("n"), "=", s.num(0));
            const month = s.addMonths(ref("as_of_month"), s.multiply(s.num(-1), ref("n")));
            return [
              s.when(isAsOf, ref("as_of_on"), s.addDays(s.addMonths(month, s.num(1)), s.num(-1))).as("stage_on"),
              month.as("stage_month"),
              isAsOf.as("is_as_of"),
              s.both(isAsOf, s.not(ref("is_month_complete"))).as("is_partial"),
              s.coalesce(ref("history_from_on"), ref("as_of_on")).as("history_from_on")
            ];
          })
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
          .whereRef("order_month", "<=", "stage_month")
          .groupBy(["stage_on", "gap_days"])
          .select(({ref}) => [
            "stage_on",
            "gap_days",
            s
              .toBigint(s.sum(ref("gaps")))
              .$notNull()
              .as("gaps")
          ])
      )
      .with("ranked", (db) =>
        db.selectFrom("gaps_so_far").select(({ref}) => [
          ref("stage_on").as("gaps_on"),
          "gap_days",
          s
            .toBigint(s.running(s.sum(ref("gaps")), {partitionBy: [ref("stage_on")], orderBy: [ref("gap_days")]}))
            .$notNull()
            .as("gaps_up_to"),
          s
            .toBigint(s.overall(s.sum(ref("gaps")), ref("stage_on")))
            .$notNull()
            .as("all_gaps")
        ])
      )
      .with("quantiles", (db) =>
        db
          .selectFrom("ranked")
          .groupBy("gaps_on")
          .select(({ref}) => {
            const counted = {value: ref("gap_days"), upTo: ref("gaps_up_to"), all: ref("all_gaps")};
            const at = (p: number) => countedQuantile(counted, p, s.max(ref("all_gaps")));
            return [
              "gaps_on",
              s.max(ref("all_gaps")).as("gaps"),
              at(0.75).as("q75_days"),
              at(0.9).as("q90_days"),
              at(0.98).as("q98_days")
            ];
          })
      )
      .with("cut", (db) =>
        db
          .selectFrom("days")
          .leftJoin("quantiles", "gaps_on", "stage_on")
          .where(({ref}) =>
            s.compare(ref("stage_month"), ">=", s.addMonths(s.month(ref("history_from_on")), s.num(-1)))
          )
          .select(({ref}) => {
            const quantiles = {q75: ref("q75_days"), q90: ref("q90_days"), q98: ref("q98_days")};
            const {slipping, dormant, lost} = stageCuts(quantiles, settings);
            return [
              "stage_on",
              "stage_month",
              "is_as_of",
              "is_partial",
              "history_from_on",
              s.coalesce(ref("gaps"), s.num(0)).as("gaps"),
              slipping.as("slipping_after_days"),
              dormant.as("dormant_after_days"),
              lost.as("lost_after_days")
            ];
          })
      )
      .selectFrom("cut")
      .select(({ref}) => [
        "stage_on",
        "stage_month",
        "is_as_of",
        "is_partial",
        "gaps",
        s
          .compare(
            s.daysBetween(ref("history_from_on"), ref("stage_on")),
            ">=",
            s.multiply(ref("lost_after_days"), s.toDouble(s.num(2)))
          )
          .as("is_settled"),
        "slipping_after_days",
        "dormant_after_days",
        "lost_after_days"
      ])
});
