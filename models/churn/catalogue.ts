/** What a reason is about: features that say one thing in several ways share a theme. */
export const themes = [
  "silence",
  "frequency",
  "trend",
  "rhythm",
  "tenure",
  "order_value",
  "complaints",
  "service",
  "score",
  "marketing",
  "points",
  "refunds",
  "season"
] as const;
export type Theme = (typeof themes)[number];

/** A feature that a model learns from: its name, what it is about, and its value over int_churn_features, null where unknown. */
export interface Feature {
  id: string;
  theme: Theme;
  sql: string;
}

const own = (id: string, theme: Theme): Feature => ({id, theme, sql: id});

/**
 * The features of the churn models, in their order. None of them is personal: no name, age, sex, place or owner.
 *
 * recency_days comes first: it is also the baseline that a model must beat.
 */
export const catalogue: readonly Feature[] = [
  own("recency_days", "silence"),
  {id: "base_silence", theme: "silence", sql: "recency_days / coalesce(base_gap_days, 91)"},
  own("silence_ratio", "silence"),
  {id: "own_silence", theme: "silence", sql: "recency_days / nullif(median_gap_days, 0)"},
  {id: "idle_ratio", theme: "silence", sql: "recency_days / (last_gap_days + 7)"},
  {id: "active_share", theme: "silence", sql: "(tenure_days - recency_days) / (tenure_days + 1)"},
  own("alive_share", "silence"),
  own("return_share", "silence"),
  own("orders", "frequency"),
  own("purchase_days", "frequency"),
  own("purchase_days_180d", "frequency"),
  own("purchase_days_365d", "frequency"),
  {id: "purchase_rate", theme: "frequency", sql: "365 * purchase_days / (tenure_days + 30)"},
  own("orders_90d", "trend"),
  own("orders_previous_90d", "trend"),
  {id: "order_trend", theme: "trend", sql: "orders_90d - orders_previous_90d"},
  own("median_gap_days", "rhythm"),
  {id: "gap_trend", theme: "rhythm", sql: "last_gap_days / nullif(median_gap_days, 0)"},
  own("tenure_days", "tenure"),
  own("net_revenue", "order_value"),
  own("net_revenue_90d", "trend"),
  own("net_revenue_previous_90d", "trend"),
  own("net_revenue_365d", "order_value"),
  own("average_order_value", "order_value"),
  own("last_orders_value", "order_value"),
  {
    id: "value_trend",
    theme: "order_value",
    sql: "case when earlier_orders_value > 0 then last_orders_value / earlier_orders_value end"
  },
  own("complaints", "complaints"),
  own("tickets_90d", "complaints"),
  own("tickets_365d", "complaints"),
  own("unsolved_tickets", "service"),
  own("resolution_hours", "service"),
  own("last_nps_score", "score"),
  {id: "nps_change", theme: "score", sql: "last_nps_score - previous_nps_score"},
  own("last_rating", "score"),
  own("touches_90d", "marketing"),
  {id: "opened_share", theme: "marketing", sql: "case when touches_90d > 0 then opened_90d / touches_90d end"},
  own("points_balance", "points"),
  {
    id: "refund_share",
    theme: "refunds",
    sql: "case when net_revenue_365d > 0 then refunds_365d / net_revenue_365d end"
  },
  own("season_purchase_days", "season")
];

/** The features as columns of doubles, by commas, over int_churn_features. */
export const featureSql = catalogue.map(({id, sql}) => `cast(${sql} as double) as f_${id}`).join(", ");
export const featureNames = catalogue.map(({id}) => `f_${id}`).join(", ");
