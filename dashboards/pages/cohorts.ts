import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {martCohortAverage} from "../../models/marts/mart_cohort_average.ts";
import {martCohortChange} from "../../models/marts/mart_cohort_change.ts";
import {martCohortRetention} from "../../models/marts/mart_cohort_retention.ts";
import {empty, filterLine, grid, oneLine, pageHead} from "../components/index.ts";
import type {Context} from "../context.ts";
import {page, type PageData} from "../page.ts";
import {partOf} from "../partOf.ts";
import {focusMonth, overallChange} from "./cohorts/change.ts";
import {curvesPanel} from "./cohorts/curvesPanel.ts";
import {fadePanel} from "./cohorts/fadePanel.ts";
import {filterBar} from "./cohorts/filterBar.ts";
import {finding} from "./cohorts/finding.ts";
import {knownDimensions} from "./cohorts/knownDimensions.ts";
import {leveragePanel} from "./cohorts/leveragePanel.ts";
import {preselected} from "./cohorts/preselected.ts";
import {readingPanel} from "./cohorts/readingPanel.ts";
import {startOf} from "./cohorts/start.ts";
import {trendFrame, trendPanel} from "./cohorts/trendPanel.ts";
import {triangleData} from "./cohorts/triangleData.ts";
import {trianglePanel} from "./cohorts/trianglePanel.ts";
import {worthPanel} from "./cohorts/worthPanel.ts";
import {writeFiles} from "./cohorts/writeFiles.ts";

const question = {en: "Do customers come back?", zh: "客户会回来吗？"};
const everybody = {period: "month", dimension: "all"};
const marts = [
  intAsOf,
  partOf(martCohortAverage, everybody),
  martCohortChange,
  partOf(martCohortRetention, everybody)
] as const;

const triangleOf = (data: PageData<typeof marts>, {minCell}: Context) =>
  triangleData(data.mart_cohort_retention, data.mart_cohort_average, data.int_as_of[0], minCell);

/** Cohorts: who orders again, how that changes, what it is worth. The page opens with months of all customers, its switches fetch the rest. */
export const cohorts = page({
  path: "/cohorts",
  label: {en: "Cohorts", zh: "同期群"},
  question,
  marts,
  render(data, c) {
    const changes = data.mart_cohort_change;
    const triangle = triangleOf(data, c);
    const head = pageHead({title: question[c.lang], finding: finding(changes, triangle, c)});
    if (!triangle.cohorts.length) return oneLine([head, noOrders(c)]);
    const selected = preselected(triangle);
    return oneLine([
      head,
      filterBar(triangle.cohorts.length, knownDimensions(changes), c),
      filterLine(),
      grid([
        trianglePanel(triangle, selected, c),
        curvesPanel(triangle, selected, c),
        trendPanel(triangle, changes, c, trendFrame(triangle, focusMonth(changes), c))
      ]),
      grid(
        [
          worthPanel(data.mart_cohort_retention, c),
          leveragePanel(overallChange(changes), triangle, c),
          fadePanel(changes, c),
          readingPanel(c)
        ],
        {newSheet: true}
      )
    ]);
  },
  live: {module: "cohorts", data: (data, c) => startOf(triangleOf(data, c), data.mart_cohort_change, c)},
  files: writeFiles,
  streams: [martCohortAverage, martCohortRetention]
});

const noOrders = ({t}: Context) =>
  empty({
    title: t("No orders yet", "尚无订单"),
    text: t(
      "Add an export of orders to perennial.config.ts, then run perennial run.",
      "请在 perennial.config.ts 中添加订单导出，再运行 perennial run。"
    )
  });
