import type {QueryCreator, SelectQueryBuilder} from "kysely";
import type {intChurnForetold} from "../intermediate/int_churn_foretold.ts";
import type {RowOf} from "../model.ts";
import {rankedWithin} from "../rankedWithin.ts";

type Places = "kept" | "above" | "churned_above" | "kept_below" | "all_customers" | "all_churned" | "all_kept";

/** Foretold risks with their place in the ranking of their snapshot and method (rankedWithin), one row per risk. */
export const rankedRisks = (db: QueryCreator<any>) =>
  rankedWithin(db, "int_churn_foretold", ["snapshot_on", "method"], ["trained_rows"]) as SelectQueryBuilder<
    any,
    any,
    RowOf<typeof intChurnForetold> & Record<Places, number>
  >;
