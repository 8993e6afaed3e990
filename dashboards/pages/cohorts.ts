import {intAsOf} from "../../models/intermediate/int_as_of.ts";
import {martCohortAverage} from "../../models/marts/mart_cohort_average.ts";
import {martCohortChange} from "../../models/marts/mart_cohort_change.ts";
import {martCohortGroup} from "../../models/marts/mart_cohort_group.ts";
import {martCohortRetention} from "../../models/marts/mart_cohort_retention.ts";
import {empty, filterLine, grid, oneLine, pageHead} from "../components/index.ts";
import type {Context} from "../context.ts";
import {page, type PageData} from "../page.ts";
import {overallChange} from "./cohorts/change.ts";
import {curvesPanel} from "./cohorts/curvesPanel.ts";
import {fadePanel} from "./cohorts/fadePanel.ts";
import {filterBar} from "./cohorts/filterBar.ts";
import {finding} from "./cohorts/finding.ts";
import {leveragePanel} from "./cohorts/leveragePanel.ts";
import {preselected} from "./cohorts/preselected.ts";
import {readingPanel} from "./cohorts/readingPanel.ts";
import {startOf} from "./cohorts/start.ts";
import {trendPanel} from "./cohorts/trendPanel.ts";
import {triangleData} from "./cohorts/triangleData.ts";
import {trianglePanel} from "./cohorts/trianglePanel.ts";
import {worthPanel} from "./cohorts/worthPanel.ts";

const question = {en: "Do customers come back?", zh: "客户会回来吗？"};
const marts = [intAsOf, martCohortAverage, martCohortChange, martCohortGroup, martCohortRetention] as const;

const triangleOf = (data: PageData<typeof marts>, {minCell}: Context) =>
  triangleData(data.mart_cohort_retention, data.mart_cohort_average, data.int_as_of[0], minCell);

/** Cohorts: who orders again, how that changes, what it is worth. */
export const cohorts = page({
  path: "/cohorts",
  label: {en: "Cohorts", zh: "同期群"},
  question,
  marts,
  render(data, c) {
    const {t} = c;
    const [retention, changes, asOf] = [data.mart_cohort_retention, data.mart_cohort_change, data.int_as_of[0]];
    const triangle = triangleOf(data, c);
    const head = pageHead({title: question[c.lang], finding: finding(changes, triangle, c)});
    if (!triangle.cohorts.length) return oneLine([head, noOrders(c)]);
    const selected = preselected(triangle);
    const month = triangle.means[2] ? 3 : 1;
    const trend = t(`Is month ${month} getting better or worse?`, `第 ${month} 月复购是变好还是变差？`);
    return oneLine([
      head,
      filterBar(triangle.cohorts.length, c),
      filterLine(),
      grid([
        trianglePanel(triangle, selected, c),
        curvesPanel(triangle, selected, c),
        trendPanel(triangle, changes, c, {title: trend, span: 6})
      ]),
      grid(
        [
          worthPanel(retention, asOf, c),
          leveragePanel(overallChange(changes), triangle, c),
          fadePanel(changes, data.mart_cohort_group, c),
          readingPanel(c)
        ],
        {newSheet: true}
      )
    ]);
  },
  live: {module: "cohorts", data: (data, c) => startOf(triangleOf(data, c), c)}
});

const noOrders = ({t}: Context) =>
  empty({
    title: t("No orders yet", "尚无订单"),
    text: t(
      "Add an export of orders to perennial.config.ts, then run perennial run.",
      "请在 perennial.config.ts 中添加订单导出，再运行 perennial run。"
    )
  });
