import {html, key, panel, ramp, rfmGrid, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {segmentName} from "../customers/words.ts";
import type {CellRow} from "./rows.ts";
import {withheldCells} from "./withheldCells.ts";
import {withheldWords} from "../../withheld.ts";

/** Lower bounds of the tints: shares of net revenue. */
const breaks = [0.005, 0.01, 0.02, 0.04, 0.06, 0.1, 0.15, 0.25];

/** Where customers stand: 25 cells, each leading to its customers. */
export function rfmPanel(cells: readonly CellRow[], window: string, c: Context): Html {
  const {t, f, href, minCell} = c;
  const title = t("Where do customers stand?", "客户处于什么位置？");
  const withheld = withheldCells(cells, minCell);
  return panel({
    id: "rfm",
    span: 5,
    title,
    sub: t(
      `Customers per cell, by recency (across) and frequency (up); tint: share of net revenue${window}`,
      `每格客户数，横为近度、纵为频度；颜色：${window}净收入占比`
    ),
    body: rfmGrid(
      {
        caption: t("Customers by recency and frequency score", "按近度与频度得分的客户数"),
        breaks,
        cells: cells.map((cell) => {
          const {recency_score, frequency_score, customers, revenue_ratio, segment} = cell;
          return {
            recency: recency_score,
            frequency: frequency_score,
            customers,
            share: revenue_ratio ?? 0,
            segment: segment === null ? t("by revenue", "依金额") : segmentName(segment, c.t),
            withheld: withheld.has(cell),
            href: customers > 0 ? href("/customers", {recency: recency_score, frequency: frequency_score}) : undefined
          };
        })
      },
      c
    ),
    note: html`${ramp(
      t("Share of revenue", "收入占比"),
      t(`under ${f.share(breaks[0])}`, `低于 ${f.share(breaks[0])}`),
      t(`${f.share(breaks.at(-1), 0)} and over`, `${f.share(breaks.at(-1), 0)} 及以上`)
    )}
    ${withheld.size > 0 && key("dots", withheldWords(minCell, c))}
    ${t(
      "R5 is the most recent, F5 the most frequent; equal values share a score, so a row may stay empty. Select a cell to list its customers.",
      "R5 为最近，F5 为最频繁；相同数值得分相同，因此个别行可能为空。点选单元格查看客户。"
    )}`
  });
}
