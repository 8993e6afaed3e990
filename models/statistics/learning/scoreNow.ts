import {DOUBLE, VARCHAR} from "@duckdb/node-api";
import {appendColumns} from "../../../warehouse/appendColumns.ts";
import {readDoubles} from "../../../warehouse/doubleColumns.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {scoreRows, type Reasons, type Scorer} from "./scoreRows.ts";

/** Rows that are scored at a time. */
const slice = 50_000;

interface Scoring {
  /** The relation of models (method, model), null where none is fitted. */
  learnt: string;
  /** The key of a row, and how the probability of what is foretold is called: customer_id and risk, lead_id and chance. */
  key: string;
  called: string;
  /** What follows `from`: the rows as they are today. */
  rows: string;
  /** The features of the catalogue as columns of doubles, and their names, both by commas. */
  featureSql: string;
  featureNames: string;
  reasonsOf: Reasons;
}

/**
 * Makes a table (key, logistic_<called>, trees_<called>, logistic_reasons, trees_reasons), one row per row of today: its probabilities by
 * the fitted models and, as JSON, what raises them. None where a model is missing. Memory holds one slice of rows.
 */
export async function scoreNow(warehouse: Warehouse, table: string, scoring: Scoring): Promise<void> {
  const {learnt, key, called, rows, featureSql, featureNames, reasonsOf} = scoring;
  const told = await warehouse.rows<{method: string; model: string}>(
    `select method, model from ${learnt} where model is not null`
  );
  const scorers = ["logistic", "trees"].flatMap((method) =>
    told.filter((row) => row.method === method).map(({model}) => JSON.parse(model) as Scorer)
  );
  await warehouse.run(`create or replace temp table row_now as
    select row_number() over (order by ${key})::double as n, ${key}, ${featureSql} from ${rows} order by ${key}`);
  await warehouse.run(`create or replace temp table row_scored
    (n double, logistic double, trees double, logistic_reasons varchar, trees_reasons varchar)`);
  const {count} = await warehouse.row<{count: number}>("select count(*) as count from row_now");
  for (let from = 0; scorers.length === 2 && from < count; from += slice) {
    const [n, ...features] = await readDoubles(
      warehouse,
      `select n, ${featureNames} from row_now where n > ${from} and n <= ${from + slice} order by n`
    );
    const [logistic, trees] = scorers.map((scorer) => scoreRows(scorer, features, n!.length, reasonsOf));
    await appendColumns(
      warehouse,
      "row_scored",
      [DOUBLE, DOUBLE, DOUBLE, VARCHAR, VARCHAR],
      [n!, logistic!.shares, trees!.shares, logistic!.reasons, trees!.reasons]
    );
  }
  await warehouse.run(`create or replace table ${table} as
    select ${key}, logistic as logistic_${called}, trees as trees_${called}, logistic_reasons, trees_reasons
    from row_now join row_scored using (n) order by ${key}`);
  await warehouse.run("drop table row_now; drop table row_scored");
}
