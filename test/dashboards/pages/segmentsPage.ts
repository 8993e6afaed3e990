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

const days = [
  [0, "2026-06-24"],
  [1, "2026-05-31"],
  [3, "2026-03-31"],
  [12, "2025-06-30"]
] as const;

/** A move since the third month end, of customers who brought ten each then and twenty now. */
export const move = (from_segment: string, to_segment: string, customers: number, months = 3) => ({
  from_on: new Date(months === 3 ? "2026-03-31" : "2026-05-31"),
  to_on: new Date("2026-06-24"),
  months_before: months,
  from_segment,
  to_segment,
  customers,
  net_revenue_before: from_segment.startsWith("(") ? 0 : 10 * customers,
  net_revenue_after: to_segment.startsWith("(") ? 0 : 20 * customers
});

const abcMove = {
  from_on: new Date("2025-06-30"),
  to_on: new Date("2026-06-24"),
  net_revenue_before: 1,
  net_revenue_after: 1
};

export const data = {
  mart_rfm_grid: cells,
  mart_segment: [
    {
      segment: "lost",
      position: 2,
      scores: "R1–R2 · F1–F2",
      mean_score: 2,
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
      scores: "R4–R5 · F4–F5",
      mean_score: 4,
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
      scores: "R3 · F4",
      mean_score: 3,
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
  mart_rfm_score: [
    {measure: "recency", score: 5, customers: 30, lowest: 0, highest: 21, window_days: 365, has_limits: false}
  ],
  mart_pareto: [
    {top_percent: 20, customers: 432, net_revenue: 6000, revenue_share: 0.6039, gini: 0.5646},
    {top_percent: 100, customers: 2160, net_revenue: 10000, revenue_share: 1, gini: 0.5646}
  ],
  mart_abc_class: [
    {
      abc_class: "A",
      buyers: 235,
      buyer_share: 0.1,
      net_revenue: 9037,
      revenue_ratio: 0.3,
      share_from: 0.2,
      share_to: 0.5
    },
    {
      abc_class: "A+",
      buyers: 60,
      buyer_share: 0.03,
      net_revenue: 6017,
      revenue_ratio: 0.2,
      share_from: 0,
      share_to: 0.2
    },
    {
      abc_class: "C",
      buyers: 640,
      buyer_share: 0.87,
      net_revenue: 1501,
      revenue_ratio: 0.5,
      share_from: 0.95,
      share_to: 1
    }
  ],
  mart_segment_month: days.flatMap(([monthsBefore, on], i) =>
    (["champions", "lost", "gold club"] as const).map((segment, j) => ({
      month_on: new Date(on),
      segment,
      position: j + 1,
      months_before: monthsBefore,
      is_window_full: true,
      customers: [[323, 300, 290, 250][i]!, [4, 60, 70, 80][i]!, [40, 35, 40, 30][i]!][j]!,
      customer_share: 0.3,
      net_revenue: 100,
      revenue_ratio: 0.3
    }))
  ),
  mart_segment_move: [
    move("champions", "champions", 200),
    move("champions", "gold club", 30),
    move("champions", "(gone)", 60),
    move("gold club", "champions", 25),
    move("gold club", "gold club", 15),
    move("lost", "champions", 50),
    move("lost", "gold club", 12),
    move("(new)", "champions", 48)
  ],
  mart_abc_move: [
    {...abcMove, from_class: "A", to_class: "B", customers: 34},
    {...abcMove, from_class: "C", to_class: "A", customers: 51},
    {...abcMove, from_class: "new", to_class: "A", customers: 70},
    {...abcMove, from_class: "A", to_class: "A", customers: 90}
  ],
  mart_quiet_customer: [
    {
      place: 1,
      quiet_customers: 42,
      quiet_revenue: 12_345,
      customer_id: "C-00000000000A",
      abc_class: "A+",
      net_revenue: 998,
      orders: 7,
      days_since_last_order: 82,
      median_gap_days: 26,
      segment: "at_risk",
      past_segment: "champions"
    }
  ]
};
export const words = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
export const finding = (rendered: string) => words(/<p class="finding">(.*?)<\/p>/.exec(rendered)![1]!).trim();
export const render = (change: object = {}, c = en) => segments.render({...data, ...change} as never, c);
