import type {Expression, QueryCreator} from "kysely";
import type {intChurnForetold} from "../intermediate/int_churn_foretold.ts";
import type {Database} from "../model.ts";
import {running, subtract, sum, toBigint} from "../sql.ts";

/**
 * Foretold risks with their place in the ranking of their snapshot and method, one row per risk; equal risks share it.
 *
 * `above` and `churned_above` count those of higher risk, `kept_below` those of lower risk who stayed; `all_…` is the snapshot's.
 */
export function rankedRisks(db: QueryCreator<any>) {
  const risks = db as QueryCreator<Database<[typeof intChurnForetold]>>;
  const totals = risks
    .selectFrom("int_churn_foretold")
    .groupBy(["snapshot_on", "method"])
    .select(({ref}) => [
      ref("snapshot_on").as("tested_on"),
      ref("method").as("tested_method"),
      toBigint(sum(ref("customers"))).as("all_customers"),
      toBigint(sum(ref("churned"))).as("all_churned"),
      toBigint(subtract(sum(ref("customers")), sum(ref("churned")))).as("all_kept")
    ])
    .as("totals");
  return risks
    .selectFrom("int_churn_foretold")
    .innerJoin(totals, (on) => on.onRef("tested_on", "=", "snapshot_on").onRef("tested_method", "=", "method"))
    .select(({ref}) => {
      const of = [ref("snapshot_on"), ref("method")];
      const upTo = (x: Expression<number>) => running(sum(x), {partitionBy: of, orderBy: [ref("risk_share")]});
      const [customers, churned] = [ref("customers"), ref("churned")];
      const kept = subtract(customers, churned);
      return [
        "snapshot_on",
        "method",
        "risk_share",
        "trained_rows",
        "customers",
        "churned",
        toBigint(kept).as("kept"),
        toBigint(subtract(ref("all_customers"), upTo(customers))).as("above"),
        toBigint(subtract(ref("all_churned"), upTo(churned))).as("churned_above"),
        toBigint(subtract(subtract(upTo(customers), upTo(churned)), kept)).as("kept_below"),
        "all_customers",
        "all_churned",
        "all_kept"
      ];
    });
}
