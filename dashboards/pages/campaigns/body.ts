import {filterLine, filters, grid, oneLine, pageHead, select} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {faultPanel} from "./faultPanel.ts";
import {finding} from "./finding.ts";
import {kpiStrip} from "./kpiStrip.ts";
import {listPanel} from "./listPanel.ts";
import {nothing} from "./nothing.ts";
import {powerPanel} from "./powerPanel.ts";
import {readingPanel} from "./readingPanel.ts";
import type {CampaignsData} from "./rows.ts";
import {segmentPanel} from "./segmentPanel.ts";
import {trustPanel} from "./trustPanel.ts";
import {upliftPanel} from "./upliftPanel.ts";
import {versionPanel} from "./versionPanel.ts";
import {viewsOf} from "./views.ts";

/** The page from top to bottom. */
export function body(title: string, data: CampaignsData, c: Context): string {
  const {summary, campaigns} = data;
  if (!summary || !campaigns.length) return oneLine(nothing(title, c));
  const views = viewsOf(data, c);
  const [view] = views;
  return oneLine([
    pageHead({title, finding: finding(summary, campaigns, c)}),
    view &&
      views.length > 1 &&
      filters(
        select({
          name: "campaign",
          label: c.t("Details of", "详情"),
          value: view.id,
          choices: views.map(({id, name, startedOn}) => ({
            value: id,
            name: startedOn ? `${name} (${startedOn})` : name
          }))
        })
      ),
    filterLine(),
    kpiStrip(summary, campaigns, c),
    grid([
      listPanel(campaigns, c),
      versionPanel(data.arms, campaigns, c),
      trustPanel(campaigns, c),
      powerPanel(campaigns, c),
      view && upliftPanel(view, c),
      view && segmentPanel(view, c),
      faultPanel(data.faults, c),
      readingPanel(c)
    ])
  ]);
}
