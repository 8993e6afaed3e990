import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intOpportunityStay} from "../intermediate/int_opportunity_stay.ts";
import {intPipelineStage} from "../intermediate/int_pipeline_stage.ts";

/**
 * Moves of opportunities from stage to stage by the history of stages, one row per pipeline, stage left and stage entered.
 *
 * A move is backward where the stage entered stands before the one left; where the order of either is unknown it is not.
 */
export const martPipelineMove = model({
  name: "mart_pipeline_move",
  title: {en: "Moves from stage to stage, one row per pair of stages.", zh: "阶段之间的移动，每对阶段一行。"},
  from: [intOpportunityStay, intPipelineStage],
  grain: ["pipeline", "from_stage", "to_stage"],
  columns: z.strictObject({
    pipeline: c.text("The pipeline.", "销售管道。"),
    from_stage: c.text("Stage left.", "离开的阶段。"),
    to_stage: c.text("Stage entered.", "进入的阶段。"),
    moves: c.count("How often.", "次数。"),
    opportunities: c.count("Of how many opportunities.", "涉及商机数。"),
    is_backward: c.flag("The stage entered stands before the one left.", "是否倒退。")
  }),
  query: (db) =>
    db
      .selectFrom("int_opportunity_stay as stay")
      .innerJoin("int_pipeline_stage as left", (on) =>
        on.onRef("left.pipeline", "=", "stay.pipeline").onRef("left.stage", "=", "stay.stage")
      )
      .innerJoin("int_pipeline_stage as entered", (on) =>
        on.onRef("entered.pipeline", "=", "stay.pipeline").onRef("entered.stage", "=", "stay.next_stage")
      )
      .where("stay.is_logged", "=", true)
      .groupBy(["stay.pipeline", "stay.stage", "entered.stage", "left.place", "entered.place"])
      .select(({ref}) => [
        "stay.pipeline",
        ref("stay.stage").as("from_stage"),
        ref("entered.stage").as("to_stage"),
        s.countRows().as("moves"),
        s.countDistinct(ref("stay.opportunity_id")).as("opportunities"),
        s.coalesce(s.compare(ref("entered.place"), "<", ref("left.place")), s.no).as("is_backward")
      ])
});
