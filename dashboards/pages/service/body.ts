import {banner, grid, html, oneLine, pageHead} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {backlogPanel} from "./backlogPanel.ts";
import {causePanel} from "./causePanel.ts";
import {causesOf} from "./causes.ts";
import {effectPanel} from "./effectPanel.ts";
import {finding} from "./finding.ts";
import {groupPanel} from "./groupPanel.ts";
import {groupsOf} from "./groups.ts";
import {hourPanel} from "./hourPanel.ts";
import {kpiStrip} from "./kpiStrip.ts";
import {nothing} from "./nothing.ts";
import {openPanel} from "./openPanel.ts";
import {phasePanel} from "./phasePanel.ts";
import {readingPanel} from "./readingPanel.ts";
import type {
  BacklogGroupRow,
  BacklogRow,
  CauseRow,
  EffectMonthRow,
  EffectRow,
  GroupRow,
  HourRow,
  OpenRow,
  PhaseRow,
  SlaRow,
  Summary
} from "./rows.ts";
import {slaPanel} from "./slaPanel.ts";
import {waiting} from "./waiting.ts";

/** What the page is made of. */
export interface ServiceData {
  summary: Summary | undefined;
  backlog: readonly BacklogRow[];
  ages: readonly BacklogGroupRow[];
  promises: readonly SlaRow[];
  groups: readonly GroupRow[];
  hours: readonly HourRow[];
  phases: readonly PhaseRow[];
  causes: readonly CauseRow[];
  open: readonly OpenRow[];
  effects: readonly EffectRow[];
  effectMonths: readonly EffectMonthRow[];
}

/** The page from top to bottom. */
export function body(title: string, data: ServiceData, c: Context): string {
  const {summary, backlog} = data;
  if (!summary || summary.tickets === 0) return oneLine(nothing(title, c));
  return oneLine([
    pageHead({title, finding: finding(summary, backlog, c)}),
    !summary.has_log && noLog(c),
    kpiStrip(summary, backlog, c),
    grid([
      backlogPanel(backlog, data.ages, c),
      readingPanel(c),
      slaPanel(data.promises, summary, c),
      hourPanel(data.hours, c),
      causePanel(causesOf(data.causes, c.minCell), c),
      phasePanel(data.phases, summary.has_log, c),
      effectPanel(data.effects, data.effectMonths, c),
      groupPanel(groupsOf(data.groups, c.minCell), c),
      openPanel(data.open.map(waiting), summary.open_tickets, c)
    ])
  ]);
}

const noLog = ({t}: Context) =>
  banner(
    html`${t("Tickets come without a log of events, so later replies, waiting and reopening are not known: add an export of kind ", "工单没有事件日志，因此后续回复、等待与重开未知：请添加类型为 ")}<code>ticket_events</code>${t(".", " 的导出。")}`
  );
