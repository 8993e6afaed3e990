import {readDoubles} from "../../warehouse/doubleColumns.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import type {Sampled} from "../churn/sample.ts";
import {featureNames, featureSql} from "./catalogue.ts";
import {leadFields, type LeadField} from "./leakRules.ts";

/** Rows that one learning reads, at most. */
export const mostRows = 30_000;
/** Leads that a learning needs, and of them converted and not. */
export const leastLeads = 300;
export const leastOfClass = 50;

/** Features that read a refused field. */
export async function refusedFeatures(warehouse: Warehouse): Promise<Set<string>> {
  const rows = await warehouse.rows<{field: LeadField}>("select field from int_lead_field where is_refused");
  return new Set(rows.flatMap(({field}) => [...leadFields[field]]));
}

/**
 * Makes lead_row, the features of the past as doubles: temporary, one row per lead and past moment whose horizon is over, with its number
 * `n`, `closed_at` when its horizon was over and, both by hash, `draw` in [0, 1) of the lead and `place` of the row.
 */
export async function sampleRows(warehouse: Warehouse): Promise<void> {
  const refused = await refusedFeatures(warehouse);
  await warehouse.run(`create or replace temp table lead_row as
    select row_number() over (order by lead_id, moment)::double as n, lead_id, moment, seen_at, has_converted, lead_source,
      seen_at + to_days(cast(horizon_days as integer)) as closed_at,
      ('0x' || left(md5(lead_id), 8))::bigint / 4294967296.0 as draw, md5(lead_id || moment) as place, ${featureSql(refused)}
    from int_lead_features cross join int_lead_horizon where moment <> 'now' and has_converted is not null`);
}

export const dropSample = (warehouse: Warehouse): Promise<void> => warehouse.run("drop table if exists lead_row");

/** At most so many of the rows whose horizon was over by then, drawn by hash, with how many leads they are; null: all. */
export async function learningRows(
  warehouse: Warehouse,
  until: string | null
): Promise<Sampled & {leads: number; converted: number}> {
  const within = until === null ? "true" : `closed_at <= timestamp '${until}'`;
  const [outcome, draws, ...features] = await readDoubles(
    warehouse,
    `select cast(has_converted as integer)::double, draw, ${featureNames} from lead_row where ${within}
     order by place, lead_id, moment limit ${mostRows}`
  );
  const {leads, converted} = await warehouse.row<{leads: number; converted: number}>(
    `select count(*) as leads, count(*) filter (has_converted) as converted from lead_row where ${within} and moment = 'arrival'`
  );
  return {
    table: {rows: outcome?.length ?? 0, outcome: Uint8Array.from(outcome ?? []), features},
    draws: draws ?? new Float64Array(),
    leads,
    converted
  };
}
