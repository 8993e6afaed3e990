import {foldedParts, isWithheld} from "../../withheld.ts";
import type {BridgeRow} from "./rows.ts";

/** A step as it is shown; `customers` is null where even all folded steps together are too few. */
export type Step = Pick<BridgeRow, "is_total" | "monthly_amount"> & {
  step: BridgeRow["step"] | "folded";
  contracts: number | null;
};

/** The steps in order, those of too few customers as one before the end, so that the bridge still adds up. Steps of nobody are left out. */
export function foldedSteps(rows: readonly BridgeRow[], minCell: number): Step[] {
  const steps = rows.toSorted((a, b) => a.position - b.position).filter((row) => row.is_total || row.contracts > 0);
  const isFolded = foldedParts(
    steps.map((row) => (row.is_total ? 0 : row.customers)),
    minCell
  );
  const folded = steps.filter((_, i) => isFolded[i]);
  const told = (row: BridgeRow): Step => ({
    ...row,
    contracts: isWithheld(row.customers, minCell) ? null : row.contracts
  });
  if (!folded.length) return steps.map(told);
  const sum = (of: (row: BridgeRow) => number) => folded.reduce((total, row) => total + of(row), 0);
  const together: Step = {
    step: "folded",
    is_total: false,
    contracts: isWithheld(
      sum((row) => row.customers),
      minCell
    )
      ? null
      : sum((row) => row.contracts),
    monthly_amount: sum((row) => row.monthly_amount)
  };
  const rest = steps.filter((_, i) => !isFolded[i]).map(told);
  return [...rest.slice(0, -1), together, ...rest.slice(-1)];
}

/** Too few customers had a running contract at either end for anything to be told. */
export const isTooFew = (rows: readonly BridgeRow[], minCell: number): boolean =>
  rows.some((row) => row.is_total && isWithheld(row.customers, minCell));
