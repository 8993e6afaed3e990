import {martAbcClass} from "../../models/marts/mart_abc_class.ts";
import {martPareto} from "../../models/marts/mart_pareto.ts";
import {martRfmGrid} from "../../models/marts/mart_rfm_grid.ts";
import {martRfmScore} from "../../models/marts/mart_rfm_score.ts";
import {martSegment} from "../../models/marts/mart_segment.ts";
import {empty, grid, html, oneLine, pageHead} from "../components/index.ts";
import {page} from "../page.ts";
import {classPanel} from "./segments/classPanel.ts";
import {finding} from "./segments/finding.ts";
import {namesPanel} from "./segments/namesPanel.ts";
import {paretoPanel} from "./segments/paretoPanel.ts";
import type {SegmentRow} from "./segments/rows.ts";
import {rfmPanel} from "./segments/rfmPanel.ts";
import {scoresPanel} from "./segments/scoresPanel.ts";
import {segmentCsv} from "./segments/segmentCsv.ts";
import {segmentPanel} from "./segments/segmentPanel.ts";
import {windowWords} from "./segments/windowWords.ts";

const question = {en: "Who is worth what?", zh: "谁价值几何？"};

/** Segments: who stands where on recency and frequency, and who holds the revenue. */
export const segments = page({
  path: "/segments",
  label: {en: "Segments", zh: "分群"},
  question,
  marts: [martRfmGrid, martSegment, martRfmScore, martPareto, martAbcClass],
  render(data, c) {
    const [cells, rows, scores] = [data.mart_rfm_grid, data.mart_segment, data.mart_rfm_score];
    const [pareto, classes] = [data.mart_pareto, data.mart_abc_class];
    const window = windowWords(scores, c);
    const head = pageHead({title: question[c.lang], finding: finding(pareto, cells, window, c)});
    if (!pareto.length) return oneLine([head, noOrders(c.t)]);
    const named = inOrder(rows);
    return oneLine([
      head,
      grid([rfmPanel(cells, window, c), paretoPanel(pareto, classes, c), segmentPanel(named, window, c)]),
      grid([classPanel(classes, c), scoresPanel(scores, window, c), namesPanel(named, cells, c)])
    ]);
  },
  live: {
    module: "segments",
    data: ({mart_segment: rows}, c) => ({asOf: c.f.iso(c.asOf), ...segmentCsv(inOrder(rows), c.minCell)})
  }
});

const inOrder = (rows: readonly SegmentRow[]) => rows.toSorted((a, b) => a.position - b.position);

const noOrders = (t: (en: string, zh: string) => string) =>
  empty({
    title: t("No orders of known customers", "没有可识别客户的订单"),
    text: html`${t("Add an orders export to ", "请在 ")}<code>perennial.config.ts</code>${t(" and run ", " 中加入订单导出，并运行 ")}<code
        >perennial run</code
      >${t(".", "。")}`
  });
