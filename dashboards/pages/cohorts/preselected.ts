import {wilson} from "./intervals.ts";
import type {TriangleData} from "./triangleData.ts";
import {shown, type Cell} from "./triangleHeat.ts";
import {usual} from "./view.ts";

/** Elapsed periods that still can be influenced: later ones are history. */
const within = 6;

/**
 * The cell with the greatest leverage: where the most customers are missing against the mean of its period, those whose interval
 * leaves the mean out first, among complete periods 1–6. The newest complete cell where nobody is missing.
 */
export function preselected(data: TriangleData): Cell | undefined {
  const cells = shown(data, usual).flatMap(({on: cohort, customers, cells}) =>
    cells.slice(0, within).flatMap(({active, running}, i) => {
      const mean = data.means[i]?.active;
      if (running || active === null || customers === null || mean == null) return [];
      return [{cohort, k: i + 1, missing: mean * customers - active, isClear: wilson(active, customers).high < mean}];
    })
  );
  const lacking = cells.filter(({missing}) => missing > 0);
  const clear = lacking.filter(({isClear}) => isClear);
  const [best] = (clear.length ? clear : lacking).toSorted((a, b) => b.missing - a.missing);
  const chosen = best ?? cells.at(-1);
  return chosen && {cohort: chosen.cohort, k: chosen.k};
}
