import {empty, grid, html, oneLine, pageHead} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {cardPanel} from "./cardPanel.ts";
import {finding} from "./finding.ts";
import {groupPanels} from "./groupsPanel.ts";
import {leakPanel} from "./leakPanel.ts";
import {listPanel} from "./listPanel.ts";
import type {LeadsData} from "./leadsData.ts";
import {monthsPanel} from "./monthsPanel.ts";
import {trustPanel} from "./trustPanel.ts";

/** The page: the list, how leads convert over time and by group, whether the chances can be trusted. */
export function body(question: string, data: LeadsData, c: Context): string {
  const [summary] = data.mart_lead_summary;
  const head = pageHead({title: question, finding: finding(summary, c)});
  if (!summary?.leads) return oneLine([head, noLeads(c)]);
  return oneLine([
    head,
    grid(
      listPanel(
        data.mart_lead_first.toSorted((a, b) => a.place - b.place),
        summary,
        c
      )
    ),
    grid([monthsPanel(data.mart_lead_month, summary, c), ...groupPanels(data.mart_lead_group, summary, c)]),
    grid(
      [trustPanel(data.mart_lead_method, data.mart_lead_calibration, summary, c), leakPanel(data.mart_lead_leak, c)],
      {newSheet: true}
    ),
    grid(cardPanel(summary, data.mart_lead_leak, c))
  ]);
}

const noLeads = ({t}: Context) =>
  empty({
    title: t("No leads", "没有线索"),
    text: html`${t("Add an export of leads to ", "请在 ")}<code>perennial.config.ts</code>${t(
        " as kind leads (key, source, created, converted), then run ",
        " 中加入 kind 为 leads 的线索导出（编号、来源、创建与转换时间），并运行 "
      )}<code>perennial run</code>${t(".", "。")}`
  });
