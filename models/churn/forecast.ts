import {DOUBLE} from "@duckdb/node-api";
import {appendColumns} from "../../warehouse/appendColumns.ts";
import {readDoubles} from "../../warehouse/doubleColumns.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {logitsOf} from "../statistics/learning/learner.ts";
import {sigmoid} from "../statistics/learning/logistic.ts";
import {featureNames} from "./catalogue.ts";
import {learn} from "./learn.ts";
import {learningRows, type Snapshot} from "./sample.ts";

/** Snapshots with a closed horizon that are tested, at most: the latest. */
const mostTested = 12;

/** The snapshots that are foretold: the latest closed ones, and those still running but for as_of, which int_churn_score foretells whole. */
export const foretold = (snapshots: readonly Snapshot[]): Snapshot[] => [
  ...snapshots.filter(({isClosed, learnt}) => isClosed && learnt.length).slice(-mostTested),
  ...snapshots.filter(({isClosed, isAsOf}) => !isClosed && !isAsOf)
];

/** Makes churn_foretold (n, logistic, trees, recency, base, trained): temporary, one row per row of churn_row that could be foretold. */
export async function foretell(warehouse: Warehouse, snapshots: readonly Snapshot[]): Promise<void> {
  await warehouse.run(`create or replace temp table churn_foretold
    (n double, logistic double, trees double, recency double, base double, trained double)`);
  let [last, learnt] = [
    "",
    learn({table: {rows: 0, features: [], outcome: new Uint8Array()}, draws: new Float64Array()})
  ];
  for (const {day, learnt: days} of foretold(snapshots)) {
    if (!days.length) continue;
    if (days.join() !== last) learnt = learn(await learningRows(warehouse, days), learnt.choice);
    last = days.join();
    const {learners, rows: trained, baseShare} = learnt;
    if (!learners) continue;
    const [n, ...features] = await readDoubles(
      warehouse,
      `select n, ${featureNames} from churn_row where snapshot_on = date '${day}' order by n`
    );
    if (!n) continue;
    const risks = [learners.logistic, learners.trees].map((learner) =>
      logitsOf(learner, features, n.length).map(sigmoid)
    );
    const recency = logitsOf(learners.recency, features.slice(0, 1), n.length).map(sigmoid);
    const same = (value: number) => new Float64Array(n.length).fill(value);
    await appendColumns(warehouse, "churn_foretold", Array(6).fill(DOUBLE), [
      n,
      ...risks,
      recency,
      same(baseShare!),
      same(trained)
    ]);
  }
}
