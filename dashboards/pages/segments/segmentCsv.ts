import type {SegmentRow} from "./rows.ts";
import {withheldParts} from "../../withheld.ts";

const columns = [
  "segment",
  "customers",
  "customer_share",
  "orders",
  "net_revenue",
  "revenue_ratio",
  "average_order_value",
  "average_recency_days",
  "average_orders",
  "average_revenue"
] as const;

/** The segment table for the CSV: plain numbers, nothing of a withheld segment. */
export function segmentCsv(segments: readonly SegmentRow[], minCell: number) {
  const withheld = withheldParts(
    segments.map((row) => row.customers),
    minCell
  );
  const rows = segments.map((row, i) => columns.map((name) => (name !== "segment" && withheld[i] ? null : row[name])));
  return {columns, rows};
}
