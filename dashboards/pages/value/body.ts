import {empty, grid, html, oneLine, pageHead, banner} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {alivePanel} from "./alivePanel.ts";
import {bestPanel} from "./bestPanel.ts";
import {binsPanel} from "./binsPanel.ts";
import {candidatesPanel} from "./candidatesPanel.ts";
import {finding} from "./finding.ts";
import {kpiStrip} from "./kpiStrip.ts";
import {methodPanel} from "./methodPanel.ts";
import {neverStops} from "./neverStops.ts";
import {nothingForetold} from "./nothingForetold.ts";
import type {
  AliveRow,
  BestRow,
  BinRow,
  CandidateRow,
  DecileRow,
  FitRow,
  ParameterRow,
  SummaryRow,
  TrackingRow
} from "./rows.ts";
import {stateWords} from "./stateWords.ts";
import {tenthPanel} from "./tenthPanel.ts";
import {trackingPanel} from "./trackingPanel.ts";

/** What the page is made of. */
export interface ValueData {
  summary: SummaryRow | undefined;
  candidates: readonly CandidateRow[];
  bins: readonly BinRow[];
  weeks: readonly TrackingRow[];
  tenths: readonly DecileRow[];
  alive: readonly AliveRow[];
  parameters: readonly ParameterRow[];
  fits: readonly FitRow[];
  best: readonly BestRow[];
}

/** The page from its head to its method; where nothing could be foretold, why, and what is known instead. */
export function body(title: string, data: ValueData, c: Context): string {
  const {summary, candidates} = data;
  const head = pageHead({title, finding: finding(summary, candidates, c)});
  if (!summary || summary.customers === 0) return oneLine([head, noOrders(c)]);
  if (summary.expected_days === null) return oneLine([head, nothingForetold(summary, data.fits, c)]);
  const cautions = [stateWords(summary, c), neverStops(summary, c)].filter((words) => words !== null);
  return oneLine([
    head,
    cautions.map(({title, text}) => banner(html`<b>${title}${c.t(".", "。")}</b> ${text}`)),
    kpiStrip(summary, candidates, c),
    grid([tenthPanel(data.tenths, summary, c), binsPanel(data.bins, candidates, summary, c)]),
    grid([trackingPanel(data.weeks, candidates, summary, c), alivePanel(data.alive, c)]),
    grid([bestPanel(data.best, candidates, summary, c), candidatesPanel(candidates, summary, c)]),
    grid([methodPanel(summary, data.parameters, data.fits, c)])
  ]);
}

const noOrders = ({t}: Context) =>
  empty({
    title: t("No orders of known customers", "没有可识别客户的订单"),
    text: html`${t("Add an orders export to ", "请在 ")}<code>perennial.config.ts</code>${t(" and run ", " 中加入订单导出，并运行 ")}<code
        >perennial run</code
      >${t(".", "。")}`
  });
