import {banner, grid, html, oneLine, pageHead} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {beliefPanel} from "./beliefPanel.ts";
import {deal} from "./deal.ts";
import {dealsPanel} from "./dealsPanel.ts";
import {faultsPanel} from "./faultsPanel.ts";
import {finding} from "./finding.ts";
import {forecastPanel} from "./forecastPanel.ts";
import {groupPanel} from "./groupPanel.ts";
import {groupsOf} from "./groups.ts";
import {kpiStrip} from "./kpiStrip.ts";
import {nothing} from "./nothing.ts";
import {pastPanel} from "./pastPanel.ts";
import {readingPanel} from "./readingPanel.ts";
import {reasonPanel} from "./reasonPanel.ts";
import type {
  BeliefRow,
  DealRow,
  ForecastRow,
  GroupRow,
  MonthRow,
  MoveRow,
  PastRow,
  ReasonRow,
  StageRow,
  Summary,
  TargetRow
} from "./rows.ts";
import {stagePanel} from "./stagePanel.ts";
import {targetPanel} from "./targetPanel.ts";

/** What the page is made of. */
export interface PipelineData {
  summary: Summary | undefined;
  forecasts: readonly ForecastRow[];
  belief: readonly BeliefRow[];
  months: readonly MonthRow[];
  stages: readonly StageRow[];
  moves: readonly MoveRow[];
  past: readonly PastRow[];
  groups: readonly GroupRow[];
  deals: readonly DealRow[];
  reasons: readonly ReasonRow[];
  targets: readonly TargetRow[];
}

/** The page from top to bottom. */
export function body(title: string, data: PipelineData, c: Context): string {
  const {summary} = data;
  if (!summary || summary.opportunities === 0) return oneLine(nothing(title, c));
  const forecast = data.forecasts.find((row) => row.months_before === 0);
  return oneLine([
    pageHead({title, finding: finding(summary, forecast, data.targets, data.forecasts, c)}),
    summary.won + summary.lost === 0 && neverEnded(c),
    summary.won === 0 && summary.lost > 0 && neverWon(c),
    kpiStrip(summary, forecast, data.months, c),
    grid([
      forecastPanel(data.months, data.belief, summary, data.forecasts, c),
      targetPanel(data.targets, c),
      readingPanel(c),
      stagePanel(data.stages, summary, c),
      beliefPanel(data.forecasts, c),
      pastPanel(data.past, c),
      dealsPanel(data.deals.map(deal), summary, c),
      groupPanel(groupsOf(data.groups, c.minCell, c.personal), c),
      reasonPanel(data.reasons, c),
      faultsPanel(summary, data.moves, c)
    ])
  ]);
}

const neverEnded = ({t}: Context) =>
  banner(
    html`${t(
        "All deals are open: which of them are won is not known yet, so there is no rate, cycle or forecast. Where deals have ended, map ",
        "所有商机均未结：尚无从得知哪些会赢单，因此没有赢单率、周期与预测。若实际已有结单，请映射 "
      )}<code>is_won</code>,
      <code>is_lost</code>${t(" or name the stages that end a deal.", "，或使用可识别的结单阶段名称。")}`
  );

const neverWon = ({t}: Context) =>
  banner(
    t(
      "No deal has been won: there is no cycle, no velocity, and what open deals might bring is not known where they carry no amount.",
      "尚无赢单：没有周期与速度；未结商机若无金额，也无从得知可能带来多少。"
    )
  );
