import {segments} from "../../../dashboards/pages/segments.ts";
import type {CellRow} from "../../../dashboards/pages/segments/rows.ts";
import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {usualSegments} from "../../../ingest/rfmConfig.ts";

export const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
export const [en, zh] = [pageContext("/segments", "en", company), pageContext("/segments", "zh", company)];

export const segmentOf = (r: number, f: number) =>
  usualSegments.find((row) => row.recency.includes(r) && row.frequency.includes(f))!.segment;

/** 25 cells of 20 customers, but 12 and 30 in R1 and R2 of F5; those of F5 and R1–R2 hold 5% of revenue. */
export const cells: CellRow[] = [1, 2, 3, 4, 5].flatMap((r) =>
  [1, 2, 3, 4, 5].map((f) => ({
    recency_score: r,
    frequency_score: f,
    segment: segmentOf(r, f),
    customers: f === 5 && r < 3 ? (r === 1 ? 12 : 30) : 20,
    net_revenue: 100,
    customer_share: 0.04,
    revenue_ratio: f === 5 && r < 3 ? 0.025 : 0.04
  }))
);

export const data = {
  mart_rfm_grid: cells,
  mart_segment: [
    {
      segment: "lost",
      position: 2,
      customers: 4,
      customer_share: 0.01,
      orders: 5,
      net_revenue: 77,
      revenue_ratio: 0.01,
      average_order_value: 15.4,
      average_recency_days: 300,
      average_orders: 1.25,
      average_revenue: 19.25
    },
    {
      segment: "champions",
      position: 1,
      customers: 323,
      customer_share: 0.19,
      orders: 2597,
      net_revenue: 97950,
      revenue_ratio: 0.4708,
      average_order_value: 37.72,
      average_recency_days: 23.4,
      average_orders: 8.04,
      average_revenue: 303.25
    },
    {
      segment: "gold club",
      position: 3,
      customers: 40,
      customer_share: 0.1,
      orders: 50,
      net_revenue: 500,
      revenue_ratio: 0.05,
      average_order_value: 10,
      average_recency_days: 9,
      average_orders: 1.25,
      average_revenue: 12.5
    }
  ],
  mart_rfm_score: [{measure: "recency", score: 5, customers: 30, lowest: 0, highest: 21, window_days: 365}],
  mart_pareto: [
    {top_percent: 20, customers: 432, net_revenue: 6000, revenue_share: 0.6039, gini: 0.5646},
    {top_percent: 100, customers: 2160, net_revenue: 10000, revenue_share: 1, gini: 0.5646}
  ],
  mart_abc_class: [
    {abc_class: "A", buyers: 235, buyer_share: 0.1, net_revenue: 9037, revenue_ratio: 0.3},
    {abc_class: "A+", buyers: 60, buyer_share: 0.03, net_revenue: 6017, revenue_ratio: 0.2},
    {abc_class: "C", buyers: 640, buyer_share: 0.87, net_revenue: 1501, revenue_ratio: 0.5}
  ]
};
export const words = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
export const finding = (rendered: string) => words(/<p class="finding">(.*?)<\/p>/.exec(rendered)![1]!).trim();
export const render = (change: object = {}, c = en) => segments.render({...data, ...change} as never, c);
