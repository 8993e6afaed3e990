import type {Context} from "../../context.ts";
import {preselected} from "./preselected.ts";
import type {TriangleData} from "./triangleData.ts";
import type {Cell} from "./triangleHeat.ts";

/** What the browser code of the page starts with. */
export interface CohortsStart {
  triangle: TriangleData;
  selected: Cell | undefined;
  lang: Context["lang"];
  currency: string;
  /** Address of the customers behind a cell, with COHORT and MONTH to be filled in. */
  customers: string;
}

export const startOf = (triangle: TriangleData, c: Context): CohortsStart => ({
  triangle,
  selected: preselected(triangle),
  lang: c.lang,
  currency: c.currency,
  customers: c.href("/customers", {cohort: "COHORT", month: "MONTH"})
});
