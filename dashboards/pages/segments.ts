import {martAbcClass} from "../../models/marts/mart_abc_class.ts";
import {martAbcMove} from "../../models/marts/mart_abc_move.ts";
import {martPareto} from "../../models/marts/mart_pareto.ts";
import {martQuietCustomer} from "../../models/marts/mart_quiet_customer.ts";
import {martRfmGrid} from "../../models/marts/mart_rfm_grid.ts";
import {martRfmScore} from "../../models/marts/mart_rfm_score.ts";
import {martSegment} from "../../models/marts/mart_segment.ts";
import {martSegmentMonth} from "../../models/marts/mart_segment_month.ts";
import {martSegmentMove} from "../../models/marts/mart_segment_move.ts";
import {empty, grid, html, oneLine, pageHead} from "../components/index.ts";
import type {Context} from "../context.ts";
import {page, type PageData} from "../page.ts";
import {classPanel} from "./segments/classPanel.ts";
import {finding} from "./segments/finding.ts";
import {historyPanel} from "./segments/historyPanel.ts";
import {movesPanels} from "./segments/movesPanels.ts";
import {namesPanel} from "./segments/namesPanel.ts";
import {paretoPanel} from "./segments/paretoPanel.ts";
import {quietPanel} from "./segments/quietPanel.ts";
import type {SegmentRow} from "./segments/rows.ts";
import {rfmPanel} from "./segments/rfmPanel.ts";
import {scoresPanel} from "./segments/scoresPanel.ts";
import {segmentPanel} from "./segments/segmentPanel.ts";
import {segmentsStart} from "./segments/segmentsStart.ts";
import {daysOf} from "./segments/sizes.ts";
import {windowWords} from "./segments/windowWords.ts";

const question = {en: "Who is worth what?", zh: "谁价值几何？"};
const marts = [
  martRfmGrid,
  martSegment,
  martSegmentMonth,
  martSegmentMove,
  martRfmScore,
  martPareto,
  martAbcClass,
  martAbcMove,
  martQuietCustomer
] as const;

type Data = PageData<typeof marts>;

/** Segments: who stands where on recency and frequency, who moved, and who holds the revenue. */
export const segments = page({
  path: "/segments",
  label: {en: "Segments", zh: "分群"},
  question,
  marts,
  render(data, c) {
    const [cells, rows, scores] = [data.mart_rfm_grid, data.mart_segment, data.mart_rfm_score];
    const [pareto, classes] = [data.mart_pareto, data.mart_abc_class];
    const window = windowWords(scores, c);
    const head = pageHead({title: question[c.lang], finding: finding(pareto, cells, window, c)});
    if (!pareto.length) return oneLine([head, noOrders(c.t)]);
    const [named, days] = [inOrder(rows), daysOf(data.mart_segment_month, c.minCell)];
    return oneLine([
      head,
      grid([rfmPanel(cells, window, c), segmentPanel(named, days, window, c)]),
      grid(movesPanels(startOf(data, c), days, c)),
      grid([historyPanel(days, c), quietPanel(data.mart_quiet_customer, c)]),
      grid([paretoPanel(pareto, classes, c), classPanel(classes, data.mart_abc_move, c)]),
      grid([namesPanel(named, c), scoresPanel(scores, window, c)])
    ]);
  },
  live: {module: "segments", data: startOf}
});

function startOf(data: Data, c: Context) {
  const segments = inOrder(data.mart_segment);
  return segmentsStart({segments, months: data.mart_segment_month, moved: data.mart_segment_move}, c);
}

const inOrder = (rows: readonly SegmentRow[]) => rows.toSorted((a, b) => a.position - b.position);

const noOrders = (t: (en: string, zh: string) => string) =>
  empty({
    title: t("No orders of known customers", "没有可识别客户的订单"),
    text: html`${t("Add an orders export to ", "请在 ")}<code>perennial.config.ts</code>${t(" and run ", " 中加入订单导出，并运行 ")}<code
        >perennial run</code
      >${t(".", "。")}`
  });
