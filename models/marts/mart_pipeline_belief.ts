import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intOpportunity} from "../intermediate/int_opportunity.ts";
import {intPipelineDay} from "../intermediate/int_pipeline_day.ts";
import {intPipelineSnapshot, monthsAhead} from "../intermediate/int_pipeline_snapshot.ts";
import {forecastErrors, intervalOf} from "./forecastErrors.ts";
import {expectedOfNew, naiveForecast} from "./pipelineMeans.ts";

/**
 * What the pipeline promised on past days for the months ahead, and what came, one row per day and month; the last day is as_of.
 *
 * Expected is what the open opportunities bring at the chances of int_pipeline_snapshot, and what opportunities not yet there brought on
 * average as far ahead of the twelve earlier days before whose months were over. Of the running month only what is left of it counts. The
 * interval is a prediction at 95 % from the errors of earlier forecasts as far ahead; null under six. The naive forecast is the mean of the
 * three months before. Came counts what was won after the day, whatever it was; null while its month has not begun.
 */
export const martPipelineBelief = model({
  name: "mart_pipeline_belief",
  title: {
    en: "What the pipeline promised and what came, one row per day and month.",
    zh: "销售管道的预期与实际，每个观察日、每个月份一行。"
  },
  from: [intAsOf, intOpportunity, intPipelineDay, intPipelineSnapshot],
  grain: ["as_of_month", "closes_month"],
  columns: z.strictObject({
    as_of_month: c.month("Month of the day.", "观察日所在月份。"),
    believed_on: c.day("As at the end of this day.", "观察日（当日末）。"),
    closes_month: c.month("The month that is foretold.", "被预测的月份。"),
    months_before: c.count("Months of the day before as_of; 0 is now.", "观察日早于截止日的月数，0 为现在。"),
    months_ahead: c.count("Calendar months ahead; 0: the rest of the month.", "未来第几个自然月；0 为当月余下。"),
    open_opportunities: c.count("Open on the day.", "当日未结商机数。"),
    open_value: c.money("What they might have brought.", "其可能带来的金额。"),
    expected_open_won: c.number("Wins expected of them in the month.", "其中预期当月赢单数。").nullable(),
    expected_open_value: c.money("What those were expected to bring.", "其预期金额。").nullable(),
    expected_new_value: c.money("Expected of opportunities not yet there.", "预期新商机带来的金额。").nullable(),
    expected_value: c.money("Both together.", "预期合计。").nullable(),
    low: c.number("Lower end of its interval.", "区间下限。").nullable(),
    high: c.number("Upper end of its interval.", "区间上限。").nullable(),
    tested_forecasts: c.count("Earlier forecasts that the interval is from.", "区间所依据的既往预测数。"),
    naive_value: c.money("Mean of the three months before.", "此前三个月均值。").nullable(),
    came_open_won: c.count("Wins in the month of what was open.", "当日未结者在该月赢单数。"),
    came_open_value: c.money("What those brought.", "其赢单金额。").nullable(),
    came_value: c.money("All that was won in the month after the day.", "当日之后该月赢单总额。").nullable(),
    is_over: c.flag("The month is over.", "该月已结束。")
  }),
  query: (db) =>
    db
      .with("wins", (db) =>
        db
          .selectFrom("int_opportunity")
          .where("state", "=", "won")
          .where("closed_on", "is not", null)
          .groupBy("closed_on")
          .select(({ref}) => [
            ref("closed_on").$notNull().as("won_on"),
            s.coalesce(s.sum(ref("amount")), s.amount("0")).as("won_value")
          ])
      )
      .with("months", (db) =>
        db
          .selectFrom("int_pipeline_day")
          .crossJoin("int_as_of")
          .crossJoin(s.series(0, monthsAhead))
          .select(({ref}) => {
            const closes = s.addMonths(ref("looked_month"), ref("n"));
            return [
              "months_before",
              "looked_on",
              "looked_month",
              ref("n").as("months_ahead"),
              closes.as("closes_month"),
              s.compare(closes, "<=", ref("last_complete_month")).as("is_over"),
              s.compare(closes, "<=", ref("as_of_month")).as("is_begun")
            ];
          })
      )
      .with("came", (db) =>
        db
          .selectFrom("months")
          .innerJoin("wins", (on) =>
            on
              .on(({ref}) => s.compare(s.month(ref("won_on")), "=", ref("closes_month")))
              .onRef("won_on", ">", "looked_on")
          )
          .groupBy(["months_before", "months_ahead"])
          .select(({ref}) => [
            ref("months_before").as("came_months_before"),
            ref("months_ahead").as("came_months_ahead"),
            s.sum(ref("won_value")).as("came_value")
          ])
      )
      .with("month_totals", (db) =>
        db
          .selectFrom("int_pipeline_day")
          .leftJoin("wins", (on) => on.on(({ref}) => s.compare(s.month(ref("won_on")), "=", ref("looked_month"))))
          .groupBy("months_before")
          .select(({ref}) => ["months_before", s.coalesce(s.sum(ref("won_value")), s.amount("0")).as("month_value")])
      )
      .with("opens", (db) =>
        db
          .selectFrom("int_pipeline_snapshot")
          .groupBy(["months_before", "months_ahead"])
          .select(({ref}) => [
            ref("months_before").as("open_months_before"),
            ref("months_ahead").as("open_months_ahead"),
            s.sum(ref("open_opportunities")).as("open_opportunities"),
            s.sum(ref("open_value")).as("open_value"),
            s.sum(s.toMoney(s.round(ref("expected_won"), 4))).as("expected_open_won"),
            s.sum(ref("expected_value")).as("expected_open_value"),
            s.sum(ref("won_opportunities")).as("came_open_won"),
            s.sum(ref("won_value")).as("came_open_value")
          ])
      )
      .with("known", (db) =>
        db
          .selectFrom("months")
          .leftJoin("came", (on) =>
            on.onRef("came_months_before", "=", "months_before").onRef("came_months_ahead", "=", "months_ahead")
          )
          .leftJoin("opens", (on) =>
            on.onRef("open_months_before", "=", "months_before").onRef("open_months_ahead", "=", "months_ahead")
          )
          .select(({ref}) => {
            const none = s.amount("0");
            const came = s.coalesce(ref("came_value"), none);
            const cameOpen = s.coalesce(ref("came_open_value"), none);
            return [
              "months_before",
              "months_ahead",
              "looked_on",
              "looked_month",
              "closes_month",
              "is_over",
              s.coalesce(ref("open_opportunities"), s.num(0)).as("open_opportunities"),
              s.coalesce(ref("open_value"), none).as("open_value"),
              s.when(s.isNull(ref("open_opportunities")), none, ref("expected_open_won")).as("expected_open_won"),
              s.when(s.isNull(ref("open_opportunities")), none, ref("expected_open_value")).as("expected_open_value"),
              s.coalesce(ref("came_open_won"), s.num(0)).as("came_open_won"),
              s.onlyWhen(ref("is_begun"), cameOpen).as("came_open_value"),
              s.onlyWhen(ref("is_begun"), came).as("came_value"),
              s.onlyWhen(ref("is_over"), s.subtract(came, cameOpen)).as("came_new_value")
            ];
          })
      )
      .with("news", (db) => expectedOfNew(db))
      .with("naive", (db) => naiveForecast(db))
      .with("forecasts", (db) =>
        db
          .selectFrom("known")
          .leftJoin("news", (on) =>
            on.onRef("new_months_before", "=", "months_before").onRef("new_months_ahead", "=", "months_ahead")
          )
          .leftJoin("naive", (on) =>
            on.onRef("naive_months_before", "=", "months_before").onRef("naive_months_ahead", "=", "months_ahead")
          )
          .selectAll("known")
          .select(({ref}) => [
            ref("expected_new_value").as("expected_new_value"),
            ref("naive_value").as("naive_value"),
            s.toMoney(s.add(ref("expected_open_value"), ref("expected_new_value"))).as("expected_value")
          ])
      )
      .with("errors", (db) => forecastErrors(db))
      .selectFrom("forecasts")
      .leftJoin("errors", (on) =>
        on.onRef("judged_months_before", "=", "months_before").onRef("judged_months_ahead", "=", "months_ahead")
      )
      .select(({ref}) => [
        ref("looked_month").as("as_of_month"),
        ref("looked_on").as("believed_on"),
        "closes_month",
        "months_before",
        "months_ahead",
        "open_opportunities",
        "open_value",
        s.toDouble(ref("expected_open_won")).as("expected_open_won"),
        "expected_open_value",
        "expected_new_value",
        "expected_value",
        intervalOf(ref("expected_value"), ref("error_margin")).low.as("low"),
        intervalOf(ref("expected_value"), ref("error_margin")).high.as("high"),
        s.coalesce(ref("tested_forecasts"), s.num(0)).as("tested_forecasts"),
        "naive_value",
        "came_open_won",
        "came_open_value",
        "came_value",
        "is_over"
      ])
});
