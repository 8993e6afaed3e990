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
 * Makes churn_scored (n, logistic, trees, logistic_reasons, trees_reasons): temporary, one row per row of churn_now (n, features) with its
 * risks and, as JSON, what raises them. Memory holds one slice of rows.
 */
export async function score(warehouse: Warehouse, rows: number, scorers: readonly [Scorer, Scorer]): Promise<void> {
  await warehouse.run(`create or replace temp table churn_scored
    (n double, logistic double, trees double, logistic_reasons varchar, trees_reasons varchar)`);
  for (let from = 0; from < rows; from += slice) {
    const [n, ...features] = await readDoubles(
      warehouse,
      `select n, ${featureNames} from churn_now where n > ${from} and n <= ${from + slice} order by n`
    );
    const [logistic, trees] = scorers.map((scorer) => scoreRows(scorer, features, n!.length, reasonsOf));
    await appendColumns(
      warehouse,
      "churn_scored",
      [DOUBLE, DOUBLE, DOUBLE, VARCHAR, VARCHAR],
      [n!, logistic!.shares, trees!.shares, logistic!.reasons, trees!.reasons]
    );
  }
}
