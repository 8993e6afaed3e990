import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {martBacklog} from "../../models/marts/mart_backlog.ts";
import {martCohortAverage} from "../../models/marts/mart_cohort_average.ts";
import {martCohortChange} from "../../models/marts/mart_cohort_change.ts";
import {martCohortRetention} from "../../models/marts/mart_cohort_retention.ts";
import {martFeedbackGroup} from "../../models/marts/mart_feedback_group.ts";
import {martMonth} from "../../models/marts/mart_month.ts";
import {martNetRetention} from "../../models/marts/mart_net_retention.ts";
import {martRevenueBridge} from "../../models/marts/mart_revenue_bridge.ts";
import {martRiskMonth} from "../../models/marts/mart_risk_month.ts";
import {martRiskSegment} from "../../models/marts/mart_risk_segment.ts";
import {martServiceMonth} from "../../models/marts/mart_service_month.ts";
import {grid, oneLine, pageHead} from "../components/index.ts";
import type {Context} from "../context.ts";
import {partOf} from "../partOf.ts";
import {page, type PageData} from "../page.ts";
import {focusMonth, overallChange} from "./cohorts/change.ts";
import {trendPanel} from "./cohorts/trendPanel.ts";
import {triangleData} from "./cohorts/triangleData.ts";
import {basePanel} from "./overview/basePanel.ts";
import {bridgePanel} from "./overview/bridgePanel.ts";
import {changesPanel} from "./overview/changesPanel.ts";
import {finding} from "./overview/finding.ts";
import {kpiStrip} from "./overview/kpiStrip.ts";
import {readingPanel} from "./overview/readingPanel.ts";
import {riskOf} from "./overview/risk.ts";
import {servedOf} from "./overview/service.ts";
import {servicePanel} from "./overview/servicePanel.ts";
import {takeAways} from "./overview/takeAway.ts";
import {twelveMonths} from "./overview/twelveMonths.ts";
import {npsOf} from "./overview/waves.ts";
import {weekPanel} from "./overview/weekPanel.ts";

const question = {en: "Are we keeping the customers we have?", zh: "我们留住现有客户了吗？"};
const everybody = {period: "month", dimension: "all"};
const marts = [
  intAsOf,
  martBacklog,
  partOf(martCohortAverage, everybody),
  martCohortChange,
  partOf(martCohortRetention, everybody),
  partOf(martFeedbackGroup, {instrument: "nps"}),
  martMonth,
  martNetRetention,
  martRevenueBridge,
  martRiskMonth,
  martRiskSegment,
  martServiceMonth
] as const;

type Data = PageData<typeof marts>;

const yearOf = (data: Data) => twelveMonths(data.mart_revenue_bridge, data.mart_net_retention, data.int_as_of[0]);

/** Overview: the answer, six numbers, where revenue came from, what changed, whom to turn to. */
export const overview = page({
  path: "/",
  label: {en: "Overview", zh: "总览"},
  question,
  marts,
  render(data, c) {
    const [asOf, rows] = [data.int_as_of[0], data.mart_cohort_change];
    const triangle = triangleData(data.mart_cohort_retention, data.mart_cohort_average, asOf, c.minCell);
    const [year, change, risk] = [
      yearOf(data),
      overallChange(rows),
      riskOf(data.mart_risk_month, asOf?.history_from_on ?? null)
    ];
    const nps = npsOf(data.mart_feedback_group, c);
    const served = servedOf(data.mart_service_month, c);
    const newer = c.t("Do newer customers come back?", "新客是否回来？");
    const [months, month, horizonDays] = [data.mart_month, focusMonth(rows), asOf?.horizon_days ?? 91];
    return oneLine([
      pageHead({title: question[c.lang], finding: finding(year, change, c)}),
      kpiStrip({year, months, triangle, change, month, risk, horizonDays, nps}, c),
      grid([
        bridgePanel(year, data.mart_revenue_bridge, c),
        changesPanel({change, rows, risk, nps, served}, c),
        readingPanel(c)
      ]),
      grid(
        [
          trendPanel(triangle, rows, c, {title: newer, span: 4}),
          basePanel(months, c),
          servicePanel(served, data.mart_backlog, nps, c),
          weekPanel(data.mart_risk_segment, risk, c)
        ],
        {newSheet: true}
      )
    ]);
  },
  live: {module: "overview", data: startOf}
});

function startOf(data: Data, c: Context) {
  const hasBridge = yearOf(data)?.isComparable;
  return takeAways(hasBridge ? data.mart_revenue_bridge : null, data.mart_risk_segment, c);
}
