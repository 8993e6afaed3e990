import {martLossReason} from "../../models/marts/mart_loss_reason.ts";
import {martOpenOpportunity} from "../../models/marts/mart_open_opportunity.ts";
import {martPipelineBelief} from "../../models/marts/mart_pipeline_belief.ts";
import {martPipelineForecast} from "../../models/marts/mart_pipeline_forecast.ts";
import {martPipelineGroup} from "../../models/marts/mart_pipeline_group.ts";
import {martPipelineMonth} from "../../models/marts/mart_pipeline_month.ts";
import {martPipelineMove} from "../../models/marts/mart_pipeline_move.ts";
import {martPipelinePast} from "../../models/marts/mart_pipeline_past.ts";
import {martPipelineSlipped} from "../../models/marts/mart_pipeline_slipped.ts";
import {martPipelineStage} from "../../models/marts/mart_pipeline_stage.ts";
import {martPipelineSummary} from "../../models/marts/mart_pipeline_summary.ts";
import {martPipelineTarget} from "../../models/marts/mart_pipeline_target.ts";
import {page} from "../page.ts";
import {partOf} from "../partOf.ts";
import {body} from "./pipeline/body.ts";
import {pipelineStart} from "./pipeline/pipelineStart.ts";
import {writeFiles} from "./pipeline/writeFiles.ts";

const question = {en: "Will we make the number?", zh: "我们能达成目标吗？"};

/** Sales pipeline: what is open and expected, whether past forecasts held, where deals stop, which need attention, who wins. */
export const pipeline = page({
  path: "/pipeline",
  label: {en: "Pipeline", zh: "销售管道"},
  question,
  marts: [
    martPipelineSummary,
    martPipelineForecast,
    martPipelineBelief,
    martPipelineMonth,
    martPipelineStage,
    martPipelineMove,
    martPipelinePast,
    partOf(martPipelineGroup, {is_common: "true"}),
    martPipelineSlipped,
    partOf(martLossReason, {is_common: "true"}),
    martPipelineTarget
  ],
  render: (data, c) =>
    body(
      question[c.lang],
      {
        summary: data.mart_pipeline_summary[0],
        forecasts: data.mart_pipeline_forecast,
        belief: data.mart_pipeline_belief,
        months: data.mart_pipeline_month,
        stages: data.mart_pipeline_stage,
        moves: data.mart_pipeline_move,
        past: data.mart_pipeline_past,
        groups: data.mart_pipeline_group,
        deals: data.mart_pipeline_slipped,
        reasons: data.mart_loss_reason,
        targets: data.mart_pipeline_target
      },
      c
    ),
  live: {
    module: "pipeline",
    data: (data, c) =>
      pipelineStart(
        {
          summary: data.mart_pipeline_summary[0],
          groups: data.mart_pipeline_group,
          deals: data.mart_pipeline_slipped
        },
        c
      )
  },
  files: writeFiles,
  streams: [martOpenOpportunity]
});
