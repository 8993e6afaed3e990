import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intPipelineDay} from "../intermediate/int_pipeline_day.ts";
import {intPipelineSnapshot} from "../intermediate/int_pipeline_snapshot.ts";
import {intPipelineStage} from "../intermediate/int_pipeline_stage.ts";

/**
 * The open pipeline by stage as it stood on past days, one row per day, pipeline and stage; days as in mart_pipeline_belief.
 *
 * The stage is what the history of stages gives for that day, unknown without one. An opportunity that is open since nobody knows when is
 * counted at as_of alone.
 */
export const martPipelinePast = model({
  name: "mart_pipeline_past",
  title: {
    en: "The open pipeline on past days, one row per day and stage.",
    zh: "历次观察日的未结管道，每日每阶段一行。"
  },
  from: [intPipelineDay, intPipelineSnapshot, intPipelineStage],
  grain: ["as_of_month", "pipeline", "stage"],
  columns: z.strictObject({
    as_of_month: c.month("Month of the day.", "观察日所在月份。"),
    believed_on: c.day("As at the end of this day.", "观察日（当日末）。"),
    pipeline: c.text("The pipeline.", "销售管道。"),
    stage: c.text("The stage then; unknown without history.", "当时阶段；没有历史为 unknown。"),
    place: c.count("Its place in the order; empty where unknown.", "阶段顺序；未知为空。").nullable(),
    open_opportunities: c.count("Open at the end of the day.", "当日末未结商机数。"),
    open_value: c.money("What they might have brought.", "其可能带来的金额。")
  }),
  query: (db) =>
    db
      .selectFrom("int_pipeline_snapshot as past")
      .innerJoin("int_pipeline_day as day", "day.months_before", "past.months_before")
      .leftJoin("int_pipeline_stage as stage", (on) =>
        on.onRef("stage.pipeline", "=", "past.pipeline").onRef("stage.stage", "=", "past.stage")
      )
      .where("months_ahead", "=", 0)
      .select(({ref}) => [
        ref("day.looked_month").as("as_of_month"),
        ref("day.looked_on").as("believed_on"),
        "past.pipeline",
        "past.stage",
        s.firstOf(ref("stage.place")).as("place"),
        "open_opportunities",
        "open_value"
      ])
});
