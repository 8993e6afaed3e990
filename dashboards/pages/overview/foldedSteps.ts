import {foldedParts, isWithheld} from "../../withheld.ts";
import type {BridgeRow} from "./twelveMonths.ts";

/** A step of the bridge as it is shown; customers and revenue are null where even all steps together are too few. */
export type Step = Pick<BridgeRow, "is_total" | "to_on" | "net_revenue" | "start_ratio"> & {
  step: BridgeRow["step"] | "folded";
  customers: number | null;
};

/** The steps with those of too few customers counted as one, which stands before the last; the bridge still adds up. */
export function foldedSteps(rows: readonly BridgeRow[], minCell: number): Step[] {
  const isFolded = foldedParts(
    rows.map((row) => (row.is_total ? 0 : row.customers)),
    minCell
  );
  const folded = rows.filter((_, i) => isFolded[i]);
  if (!folded.length) return [...rows];
  const sum = (of: (row: BridgeRow) => number) => folded.reduce((total, row) => total + of(row), 0);
  const customers = sum((row) => row.customers);
  const together: Step = {
    step: "folded",
    is_total: false,
    to_on: folded[0]!.to_on,
    customers: isWithheld(customers, minCell) ? null : customers,
    net_revenue: sum((row) => row.net_revenue),
    start_ratio: folded.some((row) => row.start_ratio === null) ? null : sum((row) => row.start_ratio!)
  };
  const rest = rows.filter((_, i) => !isFolded[i]);
  return [...rest.slice(0, -1), together, ...rest.slice(-1)];
}
