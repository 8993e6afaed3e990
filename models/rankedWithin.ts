import type {Expression, QueryCreator} from "kysely";
import {running, subtract, sum, toBigint} from "./sql.ts";

/**
 * Foretold risks with their place in the ranking of their group, one row per risk; equal risks share it.
 *
 * `table` has one row per group and risk_share, with `customers` and of them `churned`; `by` are the columns that make a group, `also` others to be kept. `above` and
 * `churned_above` count those of higher risk, `kept_below` those of lower risk who stayed; `all_…` is the group's.
 */
export function rankedWithin<By extends string>(
  db: QueryCreator<any>,
  table: string,
  by: readonly By[],
  also: readonly string[] = []
) {
  const totals = db
    .selectFrom(table)
    .groupBy([...by])
    .select(({ref}) => [
      ...by.map((name) => ref(name).as(`of_${name}`)),
      toBigint(sum(ref("customers"))).as("all_customers"),
      toBigint(sum(ref("churned"))).as("all_churned"),
      toBigint(subtract(sum(ref("customers")), sum(ref("churned")))).as("all_kept")
    ])
    .as("totals");
  return db
    .selectFrom(table)
    .innerJoin(totals, (on) => by.reduce((joined, name) => joined.onRef(`of_${name}` as never, "=", name as never), on))
    .select(({ref}) => {
      const of = by.map((name) => ref(name));
      const upTo = (x: Expression<number>) => running(sum(x), {partitionBy: of, orderBy: [ref("risk_share")]});
      const [customers, churned] = [ref("customers"), ref("churned")];
      const kept = subtract(customers, churned);
      return [
        ...[...by, ...also].map((name) => ref(name).as(name)),
        "risk_share",
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
