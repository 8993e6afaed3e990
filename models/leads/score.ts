import {DOUBLE, VARCHAR} from "@duckdb/node-api";
import {appendColumns} from "../../warehouse/appendColumns.ts";
import {readDoubles} from "../../warehouse/doubleColumns.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {scoreRows, type Scorer} from "../statistics/learning/scoreRows.ts";
import {featureNames} from "./catalogue.ts";
import {reasonsOf} from "./reasons.ts";

/** Rows that are scored at a time. */
const slice = 50_000;

/**
 * Makes lead_scored (n, logistic, trees, logistic_reasons, trees_reasons): temporary, one row per row of lead_now (n, features) with its
 * chances and, as JSON, what raises them. Memory holds one slice of rows.
 */
export async function score(warehouse: Warehouse, rows: number, scorers: readonly [Scorer, Scorer]): Promise<void> {
  await warehouse.run(`create or replace temp table lead_scored
    (n double, logistic double, trees double, logistic_reasons varchar, trees_reasons varchar)`);
  for (let from = 0; from < rows; from += slice) {
    const [n, ...features] = await readDoubles(
      warehouse,
      `select n, ${featureNames} from lead_now where n > ${from} and n <= ${from + slice} order by n`
    );
    const [logistic, trees] = scorers.map((scorer) => scoreRows(scorer, features, n!.length, reasonsOf));
    await appendColumns(
      warehouse,
      "lead_scored",
      [DOUBLE, DOUBLE, DOUBLE, VARCHAR, VARCHAR],
      [n!, logistic!.shares, trees!.shares, logistic!.reasons, trees!.reasons]
    );
  }
}
