import {DOUBLE, VARCHAR} from "@duckdb/node-api";
import {appendColumns} from "../../warehouse/appendColumns.ts";
import {readDoubles} from "../../warehouse/doubleColumns.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {contributionsOf, startOf, type Learner} from "../statistics/learning/learner.ts";
import {sigmoid} from "../statistics/learning/logistic.ts";
import {featureNames} from "./catalogue.ts";
import {reasonsOf} from "./reasons.ts";

/** Rows that are scored at a time. */
const slice = 50_000;

export interface Scorer {
  learner: Learner;
  means: number[];
}

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
    const [logistic, trees] = scorers.map((scorer) => scored(scorer, features, n!.length));
    await appendColumns(
      warehouse,
      "churn_scored",
      [DOUBLE, DOUBLE, DOUBLE, VARCHAR, VARCHAR],
      [n!, logistic!.risks, trees!.risks, logistic!.reasons, trees!.reasons]
    );
  }
}

function scored({learner, means}: Scorer, features: readonly Float64Array[], rows: number) {
  const [row, parts] = [new Float64Array(features.length), new Float64Array(features.length)];
  const start = startOf(learner);
  const risks = new Float64Array(rows);
  const reasons: string[] = [];
  for (let i = 0; i < rows; i++) {
    for (let f = 0; f < row.length; f++) row[f] = features[f]![i]!;
    contributionsOf(learner, row, parts);
    risks[i] = sigmoid(parts.reduce((sum, part) => sum + part, start));
    reasons.push(JSON.stringify(reasonsOf(parts, means)));
  }
  return {risks, reasons};
}
