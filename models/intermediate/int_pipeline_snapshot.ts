import {z} from "zod";
import type {QueryCreator} from "kysely";
import * as c from "../../warehouse/columns.ts";
import {unknownGroup} from "../cohortDimensions.ts";
import {model, type Database} from "../model.ts";
import * as s from "../sql.ts";
import {intOpportunity} from "./int_opportunity.ts";
import {intOpportunityStay} from "./int_opportunity_stay.ts";
import {intPipelineAmount} from "./int_pipeline_amount.ts";
import {intPipelineDay} from "./int_pipeline_day.ts";
import {usualAmounts, worthOf} from "./usualAmounts.ts";

/** How many months ahead the pipeline is foretold, the running one being 0. */
export const monthsAhead = 5;
/** How many opportunities of the whole company weigh in the chance of a stage. */
const priorWeight = 10;
/** Wins seen ahead of earlier days from which on chances are learned. */
const leastWins = 10;

const from = [intOpportunity, intOpportunityStay, intPipelineAmount, intPipelineDay] as const;
type Db = QueryCreator<Database<typeof from>>;

/** Opportunities that were open at the end of each day, with the stage that history gives them then and what they might bring. */
const standing = (db: Db) =>
  usualAmounts(db)
    .with("spans", (db) =>
      db
        .selectFrom("int_opportunity_stay as stay")
        .innerJoin("int_opportunity as deal", "deal.opportunity_id", "stay.opportunity_id")
        .select(({ref}) => {
          const closedOn = s.coalesce(ref("deal.closed_on"), s.never);
          const nextOn = s.ordered(s.lead(ref("stay.entered_on")), {
            partitionBy: [ref("stay.opportunity_id")],
            orderBy: [ref("stay.position")]
          });
          return [
            "stay.opportunity_id",
            "deal.pipeline",
            s.when(ref("stay.is_logged"), ref("stay.stage"), s.text<string>(unknownGroup)).as("stage"),
            "deal.state",
            "deal.opened_on",
            "deal.closed_on",
            "deal.product_name",
            ref("deal.amount").as("final_amount"),
            "stay.amount",
            s
              .onlyWhen(
                s.isKnown(ref("deal.opened_on")),
                s.when(
                  s.compare(ref("stay.position"), "=", s.num(1)),
                  ref("deal.opened_on"),
                  s.greatest(ref("deal.opened_on"), ref("stay.entered_on"))
                )
              )
              .as("from_on"),
            s.both(s.isNull(ref("deal.opened_on")), s.compare(ref("stay.exit"), "=", s.text("open"))).as("is_only_now"),
            s.least(closedOn, s.coalesce(nextOn, s.never)).as("until_on")
          ];
        })
    )
    .with("standing", (db) =>
      db
        .selectFrom("spans")
        .innerJoin("int_pipeline_day", (on) =>
          on
            .on(({ref}) =>
              s.either(
                s.coalesce(s.compare(ref("from_on"), "<=", ref("looked_on")), s.no),
                s.both(ref("is_only_now"), s.compare(ref("months_before"), "=", s.num(0)))
              )
            )
            .onRef("until_on", ">", "looked_on")
        )
        .leftJoin("usual_of_all", "usual_months_before", "months_before")
        .leftJoin("usual_of_product", (on) =>
          on.onRef("product_months_before", "=", "months_before").onRef("usual_product_name", "=", "product_name")
        )
        .crossJoin("int_pipeline_amount")
        .select(({ref}) => [
          "months_before",
          "pipeline",
          "stage",
          "final_amount",
          worthOf(ref).as("worth"),
          s
            .onlyWhen(
              s.both(s.compare(ref("state"), "=", s.text("won")), s.compare(ref("closed_on"), ">", ref("looked_on"))),
              s.monthsBetween(ref("looked_on"), ref("closed_on"))
            )
            .as("won_ahead")
        ])
    );

/**
 * The pipeline as it stood at the end of each day of int_pipeline_day, one row per day, pipeline, stage and month ahead.
 *
 * An opportunity is open from the day it counts as open to the day before its end; its stage is what the history of stages gives for that
 * day, unknown without one. What it might bring is its amount then or, where amounts are not known before the outcome or it has none, the
 * mean of those won by that day of its product (10 and more) or of all. The chance of being won in the month so many ahead is learned
 * from earlier days whose month ahead was over by then: (won + 10 p) ÷ (open + 10), p being the share of all stages; null while such
 * days have seen fewer than ten wins. Nothing later than the day changes its chance.
 */
export const intPipelineSnapshot = model({
  name: "int_pipeline_snapshot",
  title: {
    en: "The pipeline on past days, one row per day, pipeline, stage and month ahead.",
    zh: "各观察日的销售管道，每日、管道、阶段、未来月份一行。"
  },
  from,
  grain: ["months_before", "pipeline", "stage", "months_ahead"],
  columns: z.strictObject({
    months_before: c.count("Months before as_of.", "截止日之前的月数。"),
    pipeline: c.text("The pipeline.", "销售管道。"),
    stage: c.text("Stage by history; unknown without one.", "历史中的阶段；没有历史为 unknown。"),
    months_ahead: c.count("Calendar months ahead; 0: the rest of the month.", "未来第几个自然月；0 为当月余下。"),
    open_opportunities: c.count("Open at the end of the day.", "当日末未结商机数。"),
    open_value: c.money("What they might bring.", "其可能带来的金额。"),
    won_opportunities: c.count("Of them won in that month.", "其中在该月赢单数。"),
    won_value: c.money("What those brought.", "赢单金额。"),
    base_opportunities: c.count(
      "Open ones of earlier days from which the chance is learned.",
      "学习赢率所用的既往未结商机数。"
    ),
    chance: c.share("Chance of being won in that month.", "在该月赢单的概率。").nullable(),
    expected_won: c.number("Expected wins.", "预期赢单数。").nullable(),
    expected_value: c.money("What they are expected to bring.", "预期金额。").nullable()
  }),
  query: (db) =>
    standing(db)
      .with("opens", (db) =>
        db
          .selectFrom("standing")
          .groupBy(["months_before", "pipeline", "stage"])
          .select(({ref}) => [
            "months_before",
            "pipeline",
            "stage",
            s.countRows().as("open_opportunities"),
            s.sum(ref("worth")).as("open_value")
          ])
      )
      .with("wins", (db) =>
        db
          .selectFrom("standing")
          .where("won_ahead", "is not", null)
          .groupBy(["months_before", "pipeline", "stage", "won_ahead"])
          .select(({ref}) => [
            ref("months_before").as("win_months_before"),
            ref("pipeline").as("win_pipeline"),
            ref("stage").as("win_stage"),
            "won_ahead",
            s.countRows().as("won_opportunities"),
            s.sum(ref("final_amount")).as("won_value")
          ])
      )
      .with("cells", (db) =>
        db
          .selectFrom("opens")
          .crossJoin(s.series(0, monthsAhead))
          .leftJoin("wins", (on) =>
            on
              .onRef("win_months_before", "=", "months_before")
              .onRef("win_pipeline", "=", "pipeline")
              .onRef("win_stage", "=", "stage")
              .onRef("won_ahead", "=", "n")
          )
          .select(({ref}) => [
            "months_before",
            "pipeline",
            "stage",
            ref("n").as("months_ahead"),
            "open_opportunities",
            "open_value",
            s.coalesce(ref("won_opportunities"), s.num(0)).as("won_opportunities"),
            s.coalesce(ref("won_value"), s.amount("0")).as("won_value")
          ])
      )
      .with("totals", (db) =>
        db
          .selectFrom("cells")
          .groupBy(["months_before", "months_ahead"])
          .select(({ref}) => [
            "months_before",
            "months_ahead",
            s.sum(ref("open_opportunities")).as("open"),
            s.sum(ref("won_opportunities")).as("won")
          ])
      )
      .with("base", (db) =>
        db
          .selectFrom("cells as now")
          .innerJoin("cells as past", (on) =>
            on
              .onRef("past.pipeline", "=", "now.pipeline")
              .onRef("past.stage", "=", "now.stage")
              .onRef("past.months_ahead", "=", "now.months_ahead")
              .on(({ref}) => isOver(ref("past.months_before"), ref("now.months_before"), ref("now.months_ahead")))
          )
          .groupBy(["now.months_before", "now.pipeline", "now.stage", "now.months_ahead"])
          .select(({ref}) => [
            ref("now.months_before").as("base_months_before"),
            ref("now.pipeline").as("base_pipeline"),
            ref("now.stage").as("base_stage"),
            ref("now.months_ahead").as("base_months_ahead"),
            s.sum(ref("past.open_opportunities")).as("base_open"),
            s.sum(ref("past.won_opportunities")).as("base_won")
          ])
      )
      .with("past_wins", (db) =>
        db
          .selectFrom("int_pipeline_day as now")
          .innerJoin("totals as past", (on) =>
            on.on(({ref}) => isOver(ref("past.months_before"), ref("now.months_before"), ref("past.months_ahead")))
          )
          .groupBy(["now.months_before", "past.months_ahead"])
          .select(({ref}) => [
            ref("now.months_before").as("whole_months_before"),
            ref("past.months_ahead").as("whole_months_ahead"),
            s.sum(ref("past.won")).as("won"),
            s.sum(ref("past.open")).as("open")
          ])
      )
      .with("whole", (db) =>
        db
          .selectFrom("past_wins")
          .select(({ref}) => [
            "whole_months_before",
            "whole_months_ahead",
            s
              .onlyWhen(
                s.compare(s.overall(s.sum(ref("won")), ref("whole_months_before")), ">=", s.num(leastWins)),
                s.ratio(ref("won"), ref("open"))
              )
              .as("whole_chance")
          ])
      )
      .with("learned", (db) =>
        db
          .selectFrom("cells")
          .leftJoin("base", (on) =>
            on
              .onRef("base_months_before", "=", "months_before")
              .onRef("base_pipeline", "=", "pipeline")
              .onRef("base_stage", "=", "stage")
              .onRef("base_months_ahead", "=", "months_ahead")
          )
          .leftJoin("whole", (on) =>
            on.onRef("whole_months_before", "=", "months_before").onRef("whole_months_ahead", "=", "months_ahead")
          )
          .selectAll("cells")
          .select(({ref}) => {
            const open = s.coalesce(ref("base_open"), s.num(0));
            const won = s.coalesce(ref("base_won"), s.num(0));
            const prior = s.multiply(s.num(priorWeight), ref("whole_chance"));
            return [
              open.as("base_opportunities"),
              s.ratio(s.add(won, prior), s.add(open, s.num(priorWeight))).as("chance")
            ];
          })
      )
      .selectFrom("learned")
      .select(({ref}) => [
        "months_before",
        "pipeline",
        "stage",
        "months_ahead",
        "open_opportunities",
        "open_value",
        "won_opportunities",
        "won_value",
        "base_opportunities",
        "chance",
        s.multiply(ref("chance"), s.toDouble(ref("open_opportunities"))).as("expected_won"),
        s.toMoney(s.round(s.multiply(ref("chance"), s.toDouble(ref("open_value"))), 4)).as("expected_value")
      ])
});

/** Whether the month so many ahead of an earlier day was over on a later one. */
function isOver(past: s.Value<number>, now: s.Value<number>, ahead: s.Value<number>) {
  return s.compare(s.subtract(past, now), ">", ahead);
}
