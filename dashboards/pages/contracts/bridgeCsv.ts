import {foldedSteps, isTooFew} from "./foldedSteps.ts";
import type {BridgeRow} from "./rows.ts";

/** A file that a button gives away. */
export interface CsvFile {
  columns: string[];
  rows: (string | number | null)[][];
}

/** The steps of the bridge as plain numbers: those that the panel shows, and no more. */
export const bridgeCsv = (rows: readonly BridgeRow[], minCell: number): CsvFile => ({
  columns: ["step", "contracts", "monthly_amount"],
  rows: (isTooFew(rows, minCell) ? [] : foldedSteps(rows, minCell)).map(({step, contracts, monthly_amount: amount}) => [
    step,
    contracts,
    amount
  ])
});
