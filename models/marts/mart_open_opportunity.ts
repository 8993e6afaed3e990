import {z} from "zod";
import type {QueryCreator, SelectQueryBuilder} from "kysely";
import * as c from "../../warehouse/columns.ts";
import {unknownGroup} from "../cohortDimensions.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {soFarOf} from "../intermediate/happenedBy.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intOpportunity} from "../intermediate/int_opportunity.ts";
import {intOpportunityStay} from "../intermediate/int_opportunity_stay.ts";
import {intPipelineAmount} from "../intermediate/int_pipeline_amount.ts";
import {intPipelineDay} from "../intermediate/int_pipeline_day.ts";
import {intPipelineSnapshot} from "../intermediate/int_pipeline_snapshot.ts";
import {usualAmounts, worthOf} from "../intermediate/usualAmounts.ts";
import {stgActivities} from "../staging/stg_activities.ts";
import {forecastAhead} from "./mart_pipeline_forecast.ts";

/** Stays of a stage from which on the slowest tenth is told. */
const leastStays = 10;

/**
 * Opportunities that are open at as_of, one row per opportunity.
 *
 * Slipped: the day it was expected to close is past. Stale: neither its creation nor a change of stage nor an activity lies within the
 * configured days. Slow: longer in its stage than nine of ten stays that ended, of ten and more. The chance is that of being won in the
 * rest of the month and the two after it, by the stage that the history gives; expected is that chance of what it might bring: its amount
 * or, where amounts are not known before the outcome, the mean of those won.
 */
export const martOpenOpportunity = model({
  name: "mart_open_opportunity",
  title: {en: "Open opportunities, one row per opportunity.", zh: "未结商机清单，每个一行。"},
  from: [
    intAsOf,
    intOpportunity,
    intOpportunityStay,
    intPipelineAmount,
    intPipelineDay,
    intPipelineSnapshot,
    stgActivities
  ],
  grain: ["opportunity_id"],
  columns: z.strictObject({
    opportunity_id: c.id("The CRM's own key of the opportunity.", "商机编号。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。").nullable(),
    pipeline: c.text("Its pipeline.", "销售管道。"),
    stage: c.text("Its stage; unknown where nothing tells.", "当前阶段；无从得知为 unknown。"),
    owner: c.text("Who sells it.", "负责人。", "personal").nullable(),
    owner_key: c.id("The same, as a pseudonym.", "负责人（假名）。").nullable(),
    team: c.text("The owner's team.", "团队。").nullable(),
    lead_source: c.text("Where it came from.", "来源。").nullable(),
    product_name: c.text("What is to be sold.", "拟售产品。").nullable(),
    amount: c.money("What it is expected to bring.", "预计金额。").nullable(),
    worth: c.money("What it might bring, as forecasts count it.", "预测所用金额。"),
    win_percent: c.number("Chance that the CRM states, 0 to 100.", "系统给出的赢率，0 至 100。").nullable(),
    chance: c.share("Chance of being won within three months.", "三个月内赢单的概率。").nullable(),
    expected_value: c.money("Chance of what it might bring.", "预期金额。").nullable(),
    created_on: c.day("When it was created.", "创建日期。").nullable(),
    age_days: c.wholeDays("Days since then.", "已存续天数。").nullable(),
    entered_on: c.day("When it entered its stage.", "进入当前阶段日期。").nullable(),
    stage_days: c.wholeDays("Days since then, by history.", "在当前阶段天数（据历史）。").nullable(),
    last_change_on: c
      .day("Last creation, change of stage or activity.", "最近变动日期：创建、阶段变更或跟进。")
      .nullable(),
    quiet_days: c.wholeDays("Days since then.", "无变动天数。").nullable(),
    expected_close_on: c.day("Day it is expected to close.", "预计成交日期。").nullable(),
    slipped_days: c.wholeDays("Days past that day.", "逾期天数。").nullable(),
    is_slipped: c.flag("That day is past.", "预计成交日已过。"),
    is_stale: c.flag("Nothing happened for longer than the configured days.", "超过设定天数没有任何变动。"),
    is_slow: c.flag("Longer in its stage than nine of ten.", "停留时间超过九成的既往停留。")
  }),
  query: (db, {pipeline, zone}) =>
    (
      usualAmounts(db as never)
        .with("last_stays", (db: QueryCreator<any>) =>
          db
            .selectFrom("int_opportunity_stay")
            .where("exit", "=", s.text("open"))
            .select(["opportunity_id as stay_opportunity_id", "stage as stay_stage", "entered_on", "is_logged"])
        )
        .with("slow_stages", (db: QueryCreator<any>) =>
          db
            .selectFrom("int_opportunity_stay")
            .where("is_logged", "=", s.yes)
            .groupBy(["pipeline", "stage"])
            .select(({ref}) => [
              "pipeline as slow_pipeline",
              "stage as slow_stage",
              s
                .onlyWhen(
                  s.compare(s.count(ref("days")), ">=", s.num(leastStays)),
                  s.p90(ref("days") as s.Value<number | null>)
                )
                .as("slow_days")
            ])
        )
        .with("chances", (db: QueryCreator<any>) =>
          db
            .selectFrom("int_pipeline_snapshot")
            .where("months_before", "=", s.num(0))
            .where("months_ahead", "<=", s.num(forecastAhead))
            .groupBy(["pipeline", "stage"])
            .select(({ref}) => [
              "pipeline as chance_pipeline",
              "stage as chance_stage",
              s
                .least<number | null>(
                  s.toDouble(s.num(1)),
                  s.toDouble(s.sum(s.toMoney(s.round(ref("chance") as s.Value<number | null>, 4))))
                )
                .as("chance"),
              s.count(ref("chance")).as("known_chances")
            ])
        )
        .with("touched", (db: QueryCreator<any>) =>
          db
            .selectFrom("stg_activities")
            .crossJoin("int_as_of")
            .where("opportunity_id", "is not", null)
            .groupBy("opportunity_id")
            .select(({ref}) => [
              "opportunity_id as touched_opportunity_id",
              s
                .max(
                  s.firstOf(
                    soFarOf(ref("completed_at") as s.Value<Date | null>, ref),
                    soFarOf(ref("happened_at") as s.Value<Date | null>, ref)
                  )
                )
                .as("touched_at")
            ])
        )
        .with("deals", (db: QueryCreator<any>) =>
          db
            .selectFrom("int_opportunity as deal")
            .where("state", "=", s.text("open"))
            .crossJoin("int_as_of")
            .crossJoin("int_pipeline_amount")
            .leftJoin("last_stays", "stay_opportunity_id", "deal.opportunity_id")
            .leftJoin("touched", "touched_opportunity_id", "deal.opportunity_id")
            .leftJoin("usual_of_all", (on) => on.on("usual_months_before", "=", s.num(0)))
            .leftJoin("usual_of_product", (on) =>
              on.on("product_months_before", "=", s.num(0)).onRef("usual_product_name", "=", "deal.product_name")
            )
            .selectAll("deal")
            .select(({ref}) => {
              const known = s.both(ref("is_logged"), s.yes);
              const touchedOn = s.day(s.local(ref("touched_at") as s.Value<Date | null>, zone));
              const days = [ref("deal.created_on"), s.onlyWhen(known, ref("entered_on")), touchedOn];
              const first = s.date("1900-01-01");
              const latest = s.greatest(...days.map((on) => s.coalesce(on as s.Value<Date | null>, first)));
              return [
                "as_of_on",
                "is_logged",
                s.coalesce(ref("deal.stage"), ref("stay_stage"), s.text<string>(unknownGroup)).as("now_stage"),
                s.when(known, ref("stay_stage"), s.text<string>(unknownGroup)).as("logged_stage"),
                s.onlyWhen(known, ref("entered_on")).as("in_stage_on"),
                s.onlyWhen(s.compare(latest, ">", first), latest).as("last_change_on"),
                worthOf(ref).as("worth")
              ];
            })
        )
        .selectFrom("deals") as never as SelectQueryBuilder<any, any, any>
    )
      .leftJoin("slow_stages", (on) =>
        on.onRef("slow_pipeline", "=", "pipeline").onRef("slow_stage", "=", "logged_stage")
      )
      .leftJoin("chances", (on) =>
        on.onRef("chance_pipeline", "=", "pipeline").onRef("chance_stage", "=", "logged_stage")
      )
      .select(({ref: typed}) => {
        const ref = typed as unknown as (name: string) => s.Value<any>;
        const since = (on: s.Value<Date | null>) => s.daysBetween(on, ref("as_of_on"));
        const slipped = since(ref("expected_close_on"));
        const quiet = since(ref("last_change_on"));
        const inStage = since(ref("in_stage_on"));
        const chance = s.onlyWhen(s.compare(ref("known_chances"), "=", s.num(forecastAhead + 1)), ref("chance"));
        const isSlipped = s.coalesce(s.compare(slipped, ">", s.num(0)), s.no);
        return [
          "opportunity_id",
          "customer_id",
          "pipeline",
          ref("now_stage").as("stage"),
          "owner",
          "owner_key",
          "team",
          "lead_source",
          "product_name",
          "amount",
          "worth",
          "win_percent",
          chance.as("chance"),
          s.toMoney(s.round(s.multiply(chance, s.toDouble(ref("worth"))), 4)).as("expected_value"),
          "created_on",
          since(ref("created_on")).as("age_days"),
          ref("in_stage_on").as("entered_on"),
          inStage.as("stage_days"),
          "last_change_on",
          quiet.as("quiet_days"),
          "expected_close_on",
          s.onlyWhen(isSlipped, slipped).as("slipped_days"),
          isSlipped.as("is_slipped"),
          s.coalesce(s.compare(quiet, ">", s.num(pipeline.staleDays)), s.no).as("is_stale"),
          s.coalesce(s.compare(inStage, ">", ref("slow_days")), s.no).as("is_slow")
        ];
      }) as never
});
