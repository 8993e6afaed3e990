import {withheldParts} from "../../withheld.ts";
import type {MonthRow, SegmentRow} from "./rows.ts";
import {daysOf, sizeOf} from "./sizes.ts";

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

/** The segment table for the CSV: plain numbers, nothing of a withheld segment; customers then stand beside those of today. */
export function segmentCsv(segments: readonly SegmentRow[], months: readonly MonthRow[], minCell: number) {
  const withheld = withheldParts(
    segments.map((row) => row.customers),
    minCell
  );
  const days = daysOf(months, minCell);
  const back = [3, 12].filter((n) => days.some(({monthsBefore}) => monthsBefore === n));
  const rows = segments.map((row, i) => [
    ...columns.map((name) => (name !== "segment" && withheld[i] ? null : row[name])),
    ...back.map((n) => sizeOf(days, n, row.segment)?.customers ?? null)
  ]);
  return {columns: [...columns, ...back.map((n) => `customers_${n}_months_before`)], rows};
}
