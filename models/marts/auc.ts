import type {QueryCreator, SelectQueryBuilder} from "kysely";
import {multiply, num, ratio, running, subtract, sum, toDouble} from "../sql.ts";

interface Auc {
  snapshot_on: Date;
  auc: number | null;
}

/**
 * Area under the ROC curve, one row per snapshot_on, over counts of `customers` and `churned` by `score`; high scores foretell churn.
 *
 * It is the share of pairs of a churned and a kept customer in which the churned one scores higher, ties counting half; null where
 * either is missing. Counts stay whole numbers until the last division. Source: Hanley & McNeil (1982).
 */
export function aucOf(db: QueryCreator<any>, counts: string): SelectQueryBuilder<any, any, Auc> {
  const ranked = db
    .selectFrom(counts)
    .select(({ref}) => {
      const kept = subtract(ref("customers"), ref("churned"));
      const sequence = {partitionBy: [ref("snapshot_on")], orderBy: [ref("score")]};
      return ["snapshot_on", "churned", kept.as("kept"), running(sum(kept), sequence).as("kept_up_to")];
    })
    .as("ranked");
  return db
    .selectFrom(ranked)
    .groupBy("snapshot_on")
    .select(({ref}) => {
      const below = subtract(multiply(num(2), ref("kept_up_to")), ref("kept"));
      const pairs = multiply(toDouble(sum(ref("churned"))), toDouble(sum(ref("kept"))));
      return [
        ref("snapshot_on").as("snapshot_on"),
        ratio(sum(multiply(ref("churned"), below)), multiply(num(2), pairs)).as("auc")
      ];
    }) as unknown as SelectQueryBuilder<any, any, Auc>;
}
