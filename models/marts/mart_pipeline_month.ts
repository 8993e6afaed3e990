import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intOpportunity} from "../intermediate/int_opportunity.ts";

/** Months that are looked back at most: fifty years. */
const longest = 600;

/**
 * Opportunities opened, won and lost by month, and how many were open at its end, one row per month from the first on.
 *
 * Open at the end = open a month before + opened − won − lost, exactly: opportunities that are not dated are left out. The win rate is won ÷
 * (won + lost) by day of the end, with Wilson's interval at 95 %; cycles are of what was won. Amounts are those of the list at as_of.
 */
export const martPipelineMonth = model({
  name: "mart_pipeline_month",
  title: {en: "Opportunities opened, won and lost, one row per month.", zh: "各月新建、赢单与输单商机，每月一行。"},
  from: [intAsOf, intOpportunity],
  grain: ["closed_month"],
  columns: z.strictObject({
    closed_month: c.month("The month.", "月份。"),
    opened: c.count("Opened in it.", "当月新建。"),
    won: c.count("Won in it.", "当月赢单。"),
    lost: c.count("Lost in it.", "当月输单。"),
    open_at_end: c.count("Open at its end.", "月末未结。"),
    win_share: c.share("Won of the won and lost.", "赢单率。").nullable(),
    win_low: c.share("Lower end of its interval.", "区间下限。").nullable(),
    win_high: c.share("Upper end of its interval.", "区间上限。").nullable(),
    won_value: c.money("What was won.", "赢单金额。"),
    lost_value: c.money("What was lost.", "输单金额。"),
    median_cycle_days: c.days("Median from creation to winning.", "赢单周期中位数。").nullable(),
    is_partial: c.flag("The month is still running.", "该月尚未结束。")
  }),
  query: (db) =>
    db
      .with("begun", (db) => db.selectFrom("int_opportunity").select(({ref}) => s.min(ref("opened_on")).as("begun_on")))
      .with("months", (db) =>
        db
          .selectFrom("int_as_of")
          .crossJoin("begun")
          .crossJoin(s.series(0, longest))
          .select(({ref}) => [
            s.addMonths(ref("as_of_month"), s.subtract(s.num(0), ref("n"))).as("closed_month"),
            "begun_on",
            s.both(s.compare(ref("n"), "=", s.num(0)), s.not(ref("is_month_complete"))).as("is_partial")
          ])
      )
      .with("opened", (db) =>
        db
          .selectFrom("int_opportunity")
          .where("opened_on", "is not", null)
          .select(({ref}) => s.month(ref("opened_on")).as("opened_month"))
          .select(s.countRows().as("opened"))
          .groupBy(({ref}) => s.month(ref("opened_on")))
      )
      .with("ended", (db) =>
        db
          .selectFrom("int_opportunity")
          .where("closed_on", "is not", null)
          .select(({ref}) => {
            const isWon = s.compare(ref("state"), "=", s.text("won"));
            const isLost = s.compare(ref("state"), "=", s.text("lost"));
            return [
              s.month(ref("closed_on")).as("ended_month"),
              s.count(s.onlyWhen(isWon, s.num(1))).as("won"),
              s.count(s.onlyWhen(isLost, s.num(1))).as("lost"),
              s.sum(s.onlyWhen(isWon, ref("amount"))).as("won_value"),
              s.sum(s.onlyWhen(isLost, ref("amount"))).as("lost_value"),
              s.median(s.onlyWhen(isWon, ref("cycle_days"))).as("median_cycle_days")
            ];
          })
          .groupBy(({ref}) => s.month(ref("closed_on")))
      )
      .with("counted", (db) =>
        db
          .selectFrom("months")
          .leftJoin("opened", "opened_month", "closed_month")
          .leftJoin("ended", "ended_month", "closed_month")
          .where(({ref}) => s.compare(ref("closed_month"), ">=", s.month(ref("begun_on"))))
          .select(({ref}) => [
            "closed_month",
            "is_partial",
            s.coalesce(ref("opened"), s.num(0)).as("opened"),
            s.coalesce(ref("won"), s.num(0)).as("won"),
            s.coalesce(ref("lost"), s.num(0)).as("lost"),
            s.coalesce(ref("won_value"), s.amount("0")).as("won_value"),
            s.coalesce(ref("lost_value"), s.amount("0")).as("lost_value"),
            ref("median_cycle_days").as("median_cycle_days")
          ])
      )
      .selectFrom("counted")
      .select(({ref}) => {
        const ended = s.add(ref("won"), ref("lost"));
        const some = <T>(x: s.Value<T>) => s.onlyWhen(s.compare(ended, ">", s.num(0)), x);
        return [
          "closed_month",
          "opened",
          "won",
          "lost",
          s
            .toBigint(
              s.running(s.sum(s.subtract(s.subtract(ref("opened"), ref("won")), ref("lost"))), {
                orderBy: [ref("closed_month")]
              })
            )
            .as("open_at_end"),
          s.ratio(ref("won"), ended).as("win_share"),
          some(wilsonLow(ref("won"), ended)).as("win_low"),
          some(wilsonHigh(ref("won"), ended)).as("win_high"),
          "won_value",
          "lost_value",
          "median_cycle_days",
          "is_partial"
        ];
      })
});
