import type {CellRow} from "./rows.ts";

/** Customers of the best frequency score who have gone quiet. */
export interface QuietBest {
  customers: number;
  /** Part of the window's net revenue; null where that is zero. */
  revenueRatio: number | null;
  /** The segment that holds exactly them, where there is one. */
  segment: string | null;
}

/** Those who scored 5 in frequency and 1 or 2 in recency. */
export function quietBest(cells: readonly CellRow[]): QuietBest {
  const isQuiet = (cell: CellRow) => cell.frequency_score === 5 && cell.recency_score <= 2;
  const quiet = cells.filter(isQuiet);
  const names = new Set(quiet.map((cell) => cell.segment));
  const [name = null] = names;
  const exact = names.size === 1 && name !== null && cells.every((cell) => cell.segment !== name || isQuiet(cell));
  return {
    customers: quiet.reduce((sum, cell) => sum + cell.customers, 0),
    revenueRatio: quiet.some((cell) => cell.revenue_ratio === null)
      ? null
      : quiet.reduce((sum, cell) => sum + cell.revenue_ratio!, 0),
    segment: exact ? name : null
  };
}
