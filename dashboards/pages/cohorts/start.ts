import type {Context} from "../../context.ts";
import type {ChangeRow} from "./change.ts";
import {preselected} from "./preselected.ts";
import type {TriangleData} from "./triangleData.ts";
import type {Cell} from "./triangleHeat.ts";

/** What the browser code of the page starts with. */
export interface CohortsStart {
  triangle: TriangleData;
  selected: Cell | undefined;
  /** How newer customers compare with earlier ones, all customers by month. */
  changes: ChangeRow[];
  lang: Context["lang"];
  currency: string;
  /** Address of the customers page, without filters. */
  customers: string;
}

export const startOf = (triangle: TriangleData, changes: readonly ChangeRow[], c: Context): CohortsStart => ({
  triangle,
  selected: preselected(triangle),
  changes: changes.filter(({dimension}) => dimension === "all"),
  lang: c.lang,
  currency: c.currency,
  customers: c.href("/customers")
});
