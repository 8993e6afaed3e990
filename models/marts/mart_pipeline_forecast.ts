import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {forecastErrors, intervalOf} from "./forecastErrors.ts";
import {martPipelineBelief} from "./mart_pipeline_belief.ts";

/** The last month ahead that belongs to the forecast: the rest of this month and two more. */
export const forecastAhead = 2;

/**
 * What was expected of the rest of the month and the two months after it, and what came, one row per day; the last day is as_of.
 *
 * Sums over mart_pipeline_belief. The interval is from the errors of earlier sums, those whose last month was over by the day; null under
 * six. The naive forecast is three months like the three before.
 */
export const martPipelineForecast = model({
  name: "mart_pipeline_forecast",
  title: {
    en: "What was expected of three months and what came, one row per day.",
    zh: "三个月预期与实际，每个观察日一行。"
  },
  from: [martPipelineBelief],
  grain: ["as_of_month"],
  columns: z.strictObject({
    as_of_month: c.month("Month of the day.", "观察日所在月份。"),
    believed_on: c.day("As at the end of this day.", "观察日（当日末）。"),
    months_before: c.count("Months of the day before as_of; 0 is now.", "观察日早于截止日的月数，0 为现在。"),
    last_month: c.month("Last of the three months.", "三个月中的最后一个月。"),
    open_opportunities: c.count("Open on the day.", "当日未结商机数。"),
    open_value: c.money("What they might have brought.", "其可能带来的金额。"),
    expected_open_won: c.number("Wins expected of them.", "其中预期赢单数。").nullable(),
    expected_open_value: c.money("What those were expected to bring.", "其预期金额。").nullable(),
    expected_value: c.money("With what was expected of new ones.", "含新商机的预期合计。").nullable(),
    low: c.number("Lower end of its interval.", "区间下限。").nullable(),
    high: c.number("Upper end of its interval.", "区间上限。").nullable(),
    tested_forecasts: c.count("Earlier forecasts that the interval is from.", "区间所依据的既往预测数。"),
    naive_value: c.money("As much as in the three months before.", "与此前三个月相同。").nullable(),
    came_open_won: c.count("Wins of what was open.", "当日未结者赢单数。"),
    came_value: c.money("What was won in those months after the day.", "当日之后三个月内的赢单金额。").nullable(),
    is_over: c.flag("The three months are over.", "三个月已结束。")
  }),
  query: (db) =>
    db
      .with("forecasts", (db) =>
        db
          .selectFrom("mart_pipeline_belief")
          .where("months_ahead", "<=", forecastAhead)
          .groupBy(["as_of_month", "believed_on", "months_before"])
          .select(({ref}) => {
            const whole = (x: s.Value<number | null>) =>
              s.onlyWhen(s.compare(s.count(x), "=", s.num(forecastAhead + 1)), s.sum(x));
            const isOver = s.not(s.anyTrue(s.not(ref("is_over"))));
            return [
              "as_of_month",
              "believed_on",
              "months_before",
              s.num(forecastAhead).as("months_ahead"),
              s.max(ref("closes_month")).as("last_month"),
              s.max(ref("open_opportunities")).as("open_opportunities"),
              s.max(ref("open_value")).as("open_value"),
              whole(s.toMoney(s.round(ref("expected_open_won"), 4))).as("expected_open_won"),
              whole(ref("expected_open_value")).as("expected_open_value"),
              whole(ref("expected_value")).as("expected_value"),
              whole(ref("naive_value")).as("naive_value"),
              s.sum(ref("came_open_won")).as("came_open_won"),
              s.onlyWhen(isOver, s.sum(ref("came_value"))).as("came_value"),
              isOver.as("is_over")
            ];
          })
      )
      .with("errors", (db) => forecastErrors(db))
      .selectFrom("forecasts")
      .leftJoin("errors", "judged_months_before", "months_before")
      .select(({ref}) => [
        "as_of_month",
        "believed_on",
        "months_before",
        ref("last_month").as("last_month"),
        ref("open_opportunities").as("open_opportunities"),
        ref("open_value").as("open_value"),
        s.toDouble(ref("expected_open_won")).as("expected_open_won"),
        "expected_open_value",
        "expected_value",
        intervalOf(ref("expected_value"), ref("error_margin")).low.as("low"),
        intervalOf(ref("expected_value"), ref("error_margin")).high.as("high"),
        s.coalesce(ref("tested_forecasts"), s.num(0)).as("tested_forecasts"),
        "naive_value",
        "came_open_won",
        "came_value",
        ref("is_over").as("is_over")
      ])
});
