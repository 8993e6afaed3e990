import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intPointsLot} from "../intermediate/int_points_lot.ts";
import {intPointsUse} from "../intermediate/int_points_use.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

/** Months of age that are told apart. */
const mostMonths = 240;

/**
 * How much of the points of a month was redeemed by when, one row per month in which points were gained and elapsed month.
 *
 * Points taken back by corrections are left out of both. Months are calendar months; the one that is running is partial. What is never
 * redeemed of points that have run their course is breakage.
 */
export const martLoyaltyCohort = model({
  name: "mart_loyalty_cohort",
  title: {
    en: "How much of the points of a month was redeemed by when, one row per month and elapsed month.",
    zh: "各月所获积分的兑换进度，每个获得月每个经过月一行。"
  },
  from: [intAsOf, intPointsLot, intPointsUse],
  grain: ["gained_month", "months_since"],
  columns: z.strictObject({
    gained_month: c.month("Month in which the points were gained.", "获得积分的月份。"),
    months_since: c.count("Calendar months since; 0 is that month.", "经过的自然月，0 为当月。"),
    gained_points: c.money("Points gained, less what was taken back.", "获得的积分（已扣除冲减）。"),
    redeemed_points: c.money("Redeemed in this elapsed month.", "该经过月兑换的积分。"),
    redeemed_so_far: c.money("Redeemed up to its end.", "截至该月末累计兑换。"),
    redeemed_share: c.share("Of the points gained, those redeemed so far.", "累计兑换占比。").nullable(),
    members: c.count("Members who gained them.", "获得者人数。"),
    is_over: c.flag("All of them have run their course.", "是否已全部到期。"),
    is_partial: c.flag("The elapsed month was still running.", "该经过月尚未结束。")
  }),
  query: (db) =>
    db
      .with("cohorts", (db) =>
        db
          .selectFrom("int_points_lot")
          .groupBy(({ref}) => s.month(ref("gained_on")))
          .select(({ref}) => [
            s.month(ref("gained_on")).as("gained_month"),
            s.toMoney(s.sum(s.subtract(ref("points"), ref("adjusted_points")))).as("gained_points"),
            s.countDistinct(ref("customer_id")).as("members"),
            s.compare(s.count(s.onlyWhen(s.not(ref("is_over")), ref("entry_id"))), "=", s.num(0)).as("is_over")
          ])
      )
      .with("redeemed", (db) =>
        db
          .selectFrom("int_points_use")
          .where("use_kind", "=", "redeem")
          .groupBy(({ref}) => [s.month(ref("gained_on")), s.monthsBetween(ref("gained_on"), ref("used_on"))])
          .select(({ref}) => [
            s.month(ref("gained_on")).as("of_month"),
            s.greatest(s.monthsBetween(ref("gained_on"), ref("used_on")), s.num(0)).as("age"),
            s.sum(ref("points")).as("points")
          ])
      )
      .with("by_age", (db) =>
        db
          .selectFrom("redeemed")
          .groupBy(["of_month", "age"])
          .select(({ref}) => ["of_month", "age", s.toMoney(s.sum(ref("points"))).as("points")])
      )
      .with("cells", (db) =>
        db
          .selectFrom("cohorts")
          .crossJoin("int_as_of")
          .crossJoin(s.series(0, mostMonths))
          .where(({ref}) => s.compare(s.addMonths(ref("gained_month"), ref("n")), "<=", ref("as_of_month")))
          .leftJoin("by_age", (on) => on.onRef("of_month", "=", "gained_month").onRef("age", "=", "n"))
          .select(({ref}) => [
            "gained_month",
            ref("n").as("months_since"),
            "gained_points",
            "members",
            "is_over",
            s.coalesce(ref("points"), s.amount("0")).as("redeemed_points"),
            s
              .toMoney(
                s.running(s.sum(s.coalesce(ref("points"), s.amount("0"))), {
                  partitionBy: [ref("gained_month")],
                  orderBy: [ref("n")]
                })
              )
              .as("redeemed_so_far"),
            s
              .both(
                s.compare(s.addMonths(ref("gained_month"), ref("n")), "=", ref("as_of_month")),
                s.not(ref("is_month_complete"))
              )
              .as("is_partial")
          ])
      )
      .selectFrom("cells")
      .select(({ref}) => [
        "gained_month",
        "months_since",
        "gained_points",
        "redeemed_points",
        "redeemed_so_far",
        s.ratio(ref("redeemed_so_far"), ref("gained_points")).as("redeemed_share"),
        "members",
        "is_over",
        "is_partial"
      ])
});
