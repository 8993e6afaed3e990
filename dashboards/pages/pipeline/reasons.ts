import {foldedParts} from "../../withheld.ts";
import type {ReasonRow} from "./rows.ts";

/** A reason as the page shows it; null name: several folded into one. */
export interface Reason {
  name: string | null;
  lost: number;
  share: number;
  low: number | null;
  high: number | null;
  value: number;
  /** Its share of the year before; few: it is withheld. */
  before: number | null | "few";
}

/** Reasons that are shown at most. */
const MOST = 8;

/** Reasons of losses, most frequent first; those of too few deals and the rest are one, and shares of too few the year before are withheld. */
export function reasonsOf(rows: readonly ReasonRow[], minCell: number): Reason[] {
  const own = rows
    .filter(({lost}) => lost > 0)
    .toSorted((a, b) => b.lost - a.lost || (a.loss_reason < b.loss_reason ? -1 : 1));
  const small = foldedParts(
    own.map(({lost}) => lost),
    minCell
  );
  const fewBefore = foldedParts(
    rows.map((row) => row.lost_before),
    minCell
  );
  const hidesBefore = new Set(rows.filter((_, i) => fewBefore[i]));
  const isFolded = own.map((_, i) => small[i] || i >= MOST);
  const all = own.reduce((sum, {lost}) => sum + lost, 0);
  const folded = own.filter((_, i) => isFolded[i]);
  const shown = own
    .filter((_, i) => !isFolded[i])
    .map((row): Reason => ({
      name: row.loss_reason,
      lost: row.lost,
      share: row.share ?? 0,
      low: row.share_low,
      high: row.share_high,
      value: Number(row.lost_value),
      before: hidesBefore.has(row) ? "few" : row.share_before
    }));
  if (!folded.length) return shown;
  const lost = folded.reduce((sum, row) => sum + row.lost, 0);
  const value = folded.reduce((sum, row) => sum + Number(row.lost_value), 0);
  return [...shown, {name: null, lost, share: lost / all, low: null, high: null, value, before: null}];
}
