import {z} from "zod";
import type {Expression} from "kysely";
import * as c from "../../warehouse/columns.ts";
import {unknownGroup} from "../cohortDimensions.ts";
import {model} from "../model.ts";
import type {PipelineSettings} from "../settings.ts";
import * as s from "../sql.ts";
import {intOpportunity} from "./int_opportunity.ts";
import {intOpportunityStay} from "./int_opportunity_stay.ts";

export const stageOrders = ["config", "history", "chance", "unknown"] as const;

/** The configured place of a stage, null where none is; deals without a pipeline take the only one that is configured. */
function configuredPlace(stages: PipelineSettings["stages"], pipeline: Expression<any>, stage: Expression<any>) {
  const named = Object.entries(stages);
  const all =
    named.length === 1 && named[0]![0] !== unknownGroup
      ? [...named, [unknownGroup, named[0]![1]] as (typeof named)[number]]
      : named;
  const cells = all.flatMap(([name, places]) => places.map((place, i) => ({name, place, i})));
  return cells.reduceRight<s.Value<number | null>>(
    (otherwise, {name, place, i}) =>
      s.when(
        s.both(s.compare(pipeline, "=", s.text(name)), s.compare(s.lower(stage), "=", s.text(place.toLowerCase()))),
        s.num(i + 1),
        otherwise
      ),
    s.nothing<number>("bigint")
  );
}

/**
 * Stages of pipelines in their order, one row per pipeline and stage.
 *
 * The order is the configured one; stages that are not named there follow by history: a stage stands before those that most
 * opportunities with both entered after it (Copeland's rule). Without history they stand by the mean chance that the CRM states for their
 * open opportunities; without that their order is unknown and they have no place.
 */
export const intPipelineStage = model({
  name: "int_pipeline_stage",
  title: {
    en: "Stages of pipelines in their order, one row per pipeline and stage.",
    zh: "各管道的阶段及顺序，每阶段一行。"
  },
  from: [intOpportunity, intOpportunityStay],
  grain: ["pipeline", "stage"],
  columns: z.strictObject({
    pipeline: c.text("The pipeline.", "销售管道。"),
    stage: c.text("The stage; unknown where nothing tells.", "阶段；无从得知为 unknown。"),
    place: c.count("Its place in the order, from 1; empty where unknown.", "顺序，从 1 开始；未知为空。").nullable(),
    order_from: c.oneOf(stageOrders, "What the order is taken from.", "顺序的依据。"),
    stated_percent: c
      .number("Mean chance that the CRM states for its open ones.", "系统对其未结商机所给的平均赢率。")
      .nullable()
  }),
  query: (db, {pipeline: settings}) =>
    db
      .with("firsts", (db) =>
        db
          .selectFrom("int_opportunity_stay")
          .where("is_logged", "=", true)
          .groupBy(["opportunity_id", "pipeline", "stage"])
          .select(({ref}) => ["opportunity_id", "pipeline", "stage", s.min(ref("position")).as("position")])
      )
      .with("pairs", (db) =>
        db
          .selectFrom("firsts as a")
          .innerJoin("firsts as b", "b.opportunity_id", "a.opportunity_id")
          .whereRef("a.stage", "<>", "b.stage")
          .groupBy(["a.pipeline", "a.stage", "b.stage"])
          .select(({ref}) => [
            "a.pipeline",
            "a.stage",
            s
              .subtract(
                s.count(s.onlyWhen(s.compare(ref("a.position"), "<", ref("b.position")), s.num(1))),
                s.count(s.onlyWhen(s.compare(ref("a.position"), ">", ref("b.position")), s.num(1)))
              )
              .as("lead_over")
          ])
      )
      .with("scores", (db) =>
        db
          .selectFrom("pairs")
          .groupBy(["pipeline", "stage"])
          .select(({ref}) => [
            ref("pipeline").as("scored_pipeline"),
            ref("stage").as("scored_stage"),
            s
              .subtract(
                s.count(s.onlyWhen(s.compare(ref("lead_over"), ">", s.num(0)), s.num(1))),
                s.count(s.onlyWhen(s.compare(ref("lead_over"), "<", s.num(0)), s.num(1)))
              )
              .as("score")
          ])
      )
      .with("stated", (db) =>
        db
          .selectFrom("int_opportunity")
          .where("state", "=", "open")
          .where("stage", "is not", null)
          .groupBy(["pipeline", "stage"])
          .select(({ref}) => [
            ref("pipeline").as("stated_pipeline"),
            ref("stage").$notNull().as("stated_stage"),
            s.ratio(s.sum(s.toMoney(s.round(ref("win_percent"), 4))), s.count(ref("win_percent"))).as("stated_percent")
          ])
      )
      .with("stages", (db) =>
        db
          .selectFrom("int_opportunity_stay")
          .select(["pipeline", "stage"])
          .union(db.selectFrom("stated").select(["stated_pipeline as pipeline", "stated_stage as stage"]))
      )
      .with("known", (db) =>
        db
          .selectFrom("stages")
          .leftJoin("scores", (on) => on.onRef("scored_pipeline", "=", "pipeline").onRef("scored_stage", "=", "stage"))
          .leftJoin("stated", (on) => on.onRef("stated_pipeline", "=", "pipeline").onRef("stated_stage", "=", "stage"))
          .select(({ref}) => {
            const configured = configuredPlace(settings.stages, ref("pipeline"), ref("stage"));
            const isNamed = s.compare(ref("stage"), "<>", s.text(unknownGroup));
            return [
              "pipeline",
              "stage",
              "stated_percent",
              configured.as("configured"),
              ref("score").as("score"),
              s
                .when(
                  s.isKnown(configured),
                  s.text<string>("config"),
                  s.when(
                    s.both(isNamed, s.isKnown(ref("score"))),
                    s.text("history"),
                    s.when(s.both(isNamed, s.isKnown(ref("stated_percent"))), s.text("chance"), s.text("unknown"))
                  )
                )
                .as("order_from")
            ];
          })
      )
      .selectFrom("known")
      .select(({ref}) => [
        "pipeline",
        "stage",
        s
          .onlyWhen(
            s.compare(ref("order_from"), "<>", s.text("unknown")),
            s.ordered(s.rowNumber(), {
              partitionBy: [ref("pipeline")],
              orderBy: [
                ...stageOrders.map((order) =>
                  s.when(s.compare(ref("order_from"), "=", s.text(order)), s.num(0), s.num(1))
                ),
                s.coalesce(ref("configured"), s.num(0)),
                s.descending(s.coalesce(ref("score"), s.num(0))),
                s.coalesce(ref("stated_percent"), s.num(0)),
                ref("stage")
              ]
            })
          )
          .as("place"),
        ref("order_from").$castTo<(typeof stageOrders)[number]>().as("order_from"),
        "stated_percent"
      ])
});
