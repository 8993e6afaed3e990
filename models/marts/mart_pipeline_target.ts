import {z} from "zod";
import type {QueryCreator} from "kysely";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import type {PipelineSettings} from "../settings.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intOpportunity} from "../intermediate/int_opportunity.ts";
import {martPipelineBelief} from "./mart_pipeline_belief.ts";
import {forecastAhead} from "./mart_pipeline_forecast.ts";

export const targetStates = ["over", "running", "ahead"] as const;

/** First day and number of months of 2026-04 or 2026-Q2. */
function spanOf(period: string): {from: string; months: number} {
  const [year, part] = period.split("-") as [string, string];
  if (!part.startsWith("Q")) return {from: `${period}-01`, months: 1};
  return {from: `${year}-${String(Number(part.slice(1)) * 3 - 2).padStart(2, "0")}-01`, months: 3};
}

interface Target {
  period: string;
  target_team: string;
  target_value: number;
  from_month: Date;
  months: number;
}

/** The configured targets as rows, team “” being all; no row where none is set. */
function targetRows(db: QueryCreator<any>, targets: PipelineSettings["targets"]) {
  const row = (target: PipelineSettings["targets"][number]) => {
    const {from, months} = spanOf(target.period);
    return db
      .selectFrom(s.series(1, 1, "one"))
      .select([
        s.text<string>(target.period).as("period"),
        s.text<string>(target.team ?? "").as("target_team"),
        s.amount(String(target.amount)).as("target_value"),
        s.date(from).as("from_month"),
        s.num(months).as("months")
      ]);
  };
  const none = row({period: "2000-01", team: null, amount: 1}).where("n", "=", 0);
  return targets.reduce((union, target) => union.unionAll(row(target)), none).$castTo<Target>();
}

/**
 * What was to be won and what was, one row per configured period and team; team “all” is everybody.
 *
 * Won counts by day of the end. Of all, what is expected of the rest of a period is that of mart_pipeline_belief at as_of for each of its
 * months, null where one of them lies further ahead than the forecast of mart_pipeline_forecast; of a team it is not told.
 */
export const martPipelineTarget = model({
  name: "mart_pipeline_target",
  title: {en: "What was to be won and what was, one row per period and team.", zh: "目标与赢单，每期每团队一行。"},
  from: [intAsOf, intOpportunity, martPipelineBelief],
  grain: ["period", "team"],
  columns: z.strictObject({
    period: c.text("The month (2026-04) or quarter (2026-Q2).", "月份（2026-04）或季度（2026-Q2）。"),
    team: c.text("The team; all.", "团队；全部为 all。"),
    from_month: c.month("First month.", "起始月。"),
    last_month: c.month("Last month.", "结束月。"),
    state: c.oneOf(targetStates, "Over, running or ahead.", "已结束、进行中或未开始。"),
    target_value: c.money("What is to be won.", "目标金额。"),
    won: c.count("Won in it so far.", "期内已赢单数。"),
    won_value: c.money("What that brought.", "期内赢单金额。"),
    reached_ratio: c.number("Won of the target.", "目标达成率。"),
    expected_value: c.money("Expected of the rest of it.", "期内余下预期金额。").nullable(),
    foretold_ratio: c.number("Won and expected of the target.", "赢单与预期合计占目标的比例。").nullable(),
    passed_share: c.share("Days of the period that have passed.", "期内已过天数的比例。")
  }),
  query: (db, {pipeline}) =>
    db
      .with("targets", (db) => targetRows(db, pipeline.targets))
      .with("periods", (db) =>
        db
          .selectFrom("targets")
          .crossJoin("int_as_of")
          .select(({ref}) => [
            "period",
            "target_team",
            "target_value",
            "from_month",
            "months",
            "as_of_on",
            "as_of_month",
            "last_complete_month",
            s.addMonths(ref("from_month"), ref("months")).as("next_month"),
            s.addMonths(ref("from_month"), s.subtract(ref("months"), s.num(1))).as("last_month")
          ])
      )
      .with("won", (db) =>
        db
          .selectFrom("periods")
          .innerJoin("int_opportunity", (on) =>
            on
              .onRef("closed_on", ">=", "from_month")
              .onRef("closed_on", "<", "next_month")
              .on(({ref}) =>
                s.either(
                  s.compare(ref("target_team"), "=", s.text("")),
                  s.coalesce(s.compare(ref("team"), "=", ref("target_team")), s.no)
                )
              )
          )
          .where("int_opportunity.state", "=", "won")
          .groupBy(["period", "target_team"])
          .select(({ref}) => [
            ref("period").as("won_period"),
            ref("target_team").as("won_team"),
            s.countRows().as("won"),
            s.sum(ref("amount")).as("won_value")
          ])
      )
      .with("coming", (db) =>
        db
          .selectFrom("periods")
          .innerJoin("mart_pipeline_belief", (on) =>
            on.onRef("closes_month", ">=", "from_month").onRef("closes_month", "<=", "last_month")
          )
          .where("months_before", "=", 0)
          .where("months_ahead", "<=", forecastAhead)
          .groupBy(["period", "target_team"])
          .select(({ref}) => [
            ref("period").as("coming_period"),
            ref("target_team").as("coming_team"),
            s.count(ref("expected_value")).as("coming_months"),
            s.sum(ref("expected_value")).as("coming_value")
          ])
      )
      .selectFrom("periods")
      .leftJoin("won", (on) => on.onRef("won_period", "=", "period").onRef("won_team", "=", "target_team"))
      .leftJoin("coming", (on) => on.onRef("coming_period", "=", "period").onRef("coming_team", "=", "target_team"))
      .select(({ref}) => {
        const isOver = s.compare(ref("last_month"), "<=", ref("last_complete_month"));
        const isAhead = s.compare(ref("from_month"), ">", ref("as_of_on"));
        const left = s.subtract(
          ref("months"),
          s.greatest(s.num(0), s.monthsBetween(ref("from_month"), ref("as_of_month")))
        );
        const won = s.coalesce(ref("won_value"), s.amount("0"));
        const isForetold = s.both(
          s.compare(ref("target_team"), "=", s.text("")),
          s.compare(ref("coming_months"), "=", left),
          s.not(isOver)
        );
        const coming = s.onlyWhen(isForetold, ref("coming_value"));
        const length = s.daysBetween(ref("from_month"), ref("next_month"));
        const passed = s.add(s.daysBetween(ref("from_month"), ref("as_of_on")), s.num(1));
        return [
          "period",
          s.when(s.compare(ref("target_team"), "=", s.text("")), s.text<string>("all"), ref("target_team")).as("team"),
          "from_month",
          "last_month",
          s
            .when(isOver, s.text("over"), s.when(isAhead, s.text("ahead"), s.text("running")))
            .$castTo<(typeof targetStates)[number]>()
            .as("state"),
          "target_value",
          s.coalesce(ref("won"), s.num(0)).as("won"),
          won.as("won_value"),
          s.ratio(won, ref("target_value")).$castTo<number>().as("reached_ratio"),
          coming.as("expected_value"),
          s.ratio(s.add(won, coming), ref("target_value")).as("foretold_ratio"),
          s
            .least(s.toDouble(s.num(1)), s.greatest(s.toDouble(s.num(0)), s.ratio(passed, length).$castTo<number>()))
            .as("passed_share")
        ];
      })
});
