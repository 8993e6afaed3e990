import type {Warehouse} from "../../warehouse/warehouse.ts";
import {readDoubles} from "../../warehouse/doubleColumns.ts";
import type {Table} from "../statistics/learning/table.ts";
import {featureNames, featureSql} from "./catalogue.ts";

/** Customers whose past is looked at, at most: the same of every snapshot. Their order is that of a hash, so they are a random sample. */
export const mostCustomers = 50_000;
/** Rows that one learning reads, at most. */
export const mostRows = 30_000;
/** Rows that a learning needs, and of them who left and who stayed. */
export const leastRows = 500;
export const leastOfClass = 50;

export interface Snapshot {
  day: string;
  /** Snapshots whose horizon had closed by this one's day and whose history was as long as a horizon: what it may learn from. */
  learnt: string[];
  isClosed: boolean;
  isAsOf: boolean;
}

/** Rows to learn from, with the customer's draw in [0, 1) beside each. */
export interface Sampled {
  table: Table;
  draws: Float64Array;
}

/**
 * Makes churn_row, the features of the sample at every snapshot as doubles: temporary, one row per customer and snapshot, with its number `n`
 * and, both by hash, `draw` in [0, 1) of the customer and `place` in [0, 1) of the row.
 */
export async function sampleRows(warehouse: Warehouse): Promise<void> {
  await warehouse.run(`create or replace temp table churn_sample as
    select customer_id, ('0x' || left(md5(customer_id), 8))::bigint / 4294967296.0 as draw
    from (select distinct customer_id from int_churn_features) order by md5(customer_id), customer_id limit ${mostCustomers}`);
  await warehouse.run(`create or replace temp table churn_row as
    select row_number() over (order by snapshot_on, customer_id)::double as n, customer_id, snapshot_on, is_horizon_closed, has_churned,
      net_revenue_365d, return_share, draw,
      ('0x' || left(md5(customer_id || cast(snapshot_on as varchar)), 8))::bigint / 4294967296.0 as place, ${featureSql}
    from int_churn_features join churn_sample using (customer_id)`);
}

export const dropSample = (warehouse: Warehouse): Promise<void> =>
  warehouse.run("drop table if exists churn_row; drop table if exists churn_sample");

/** The snapshots in their order, and what each may learn from. */
export async function snapshotsOf(warehouse: Warehouse): Promise<Snapshot[]> {
  return (
    await warehouse.rows<{day: string; learnt: string | null; closed: boolean; last: boolean}>(`
      select cast(now.snapshot_on as varchar) as day, now.is_horizon_closed as closed,
        now.snapshot_on = (select as_of_on from int_as_of) as last,
        string_agg(cast(past.snapshot_on as varchar), ',' order by past.snapshot_on) as learnt
      from int_snapshot as now
      left join int_snapshot as past on past.horizon_on <= now.snapshot_on
        and past.snapshot_on - (select history_from_on from int_as_of) + 1 >= (select horizon_days from int_as_of)
      group by all order by day`)
  ).map(({day, learnt, closed, last}) => ({day, learnt: learnt?.split(",") ?? [], isClosed: closed, isAsOf: last}));
}

/** At most so many rows of these snapshots, drawn by hash, in an order that nothing but the rows decides. */
export async function learningRows(warehouse: Warehouse, days: readonly string[]): Promise<Sampled> {
  const within = `snapshot_on in (${days.map((day) => `date '${day}'`).join(", ") || "null"}) and has_churned is not null`;
  const [outcome, draws, ...features] = await readDoubles(
    warehouse,
    `select cast(has_churned as integer)::double, draw, ${featureNames} from churn_row where ${within}
     order by place, customer_id, snapshot_on limit ${mostRows}`
  );
  return {
    table: {rows: outcome?.length ?? 0, outcome: Uint8Array.from(outcome ?? []), features},
    draws: draws ?? new Float64Array()
  };
}
