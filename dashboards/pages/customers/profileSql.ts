import {martAbc} from "../../../models/marts/mart_abc.ts";
import {martChurnRisk} from "../../../models/marts/mart_churn_risk.ts";
import {martCustomer360} from "../../../models/marts/mart_customer_360.ts";
import {martCustomerValue} from "../../../models/marts/mart_customer_value.ts";
import {martCustomerTimeline} from "../../../models/marts/mart_customer_timeline.ts";
import {timelineKinds} from "../../../models/marts/timelineKinds.ts";
import {identitySql, movedSql} from "./identitySql.ts";
import {offersSql} from "./offersSql.ts";
import {selectedFields} from "./profileFields.ts";
import {inSlice, slicedSql, type Slice} from "./slices.ts";

/** Names of the fields in the order in which profileSql packs them; the events follow. */
export const profileFields = (personal: readonly string[]): string[] => [
  ...selectedFields(personal).map(([name]) => name),
  "events"
];

/** A row of profileSql: the fields and, newest first, the events, both as JSON that DuckDB writes; or, for a key of old, its successor. */
export interface ProfileRow {
  key: string;
  successor: string | null;
  fields: string;
  events: string;
}

const kindCode = `case kind ${timelineKinds.map((kind, i) => `when '${kind}' then ${i}`).join(" ")} end`;

const event = `json_array(
  ${kindCode}, date_diff('day', event_on, as_of_on), reference, amount::double, score, detail, points::double
)::varchar`;

/** Every customer, in one slice. */
const everybody: Slice = {from: "", to: null};

/**
 * One customer of a slice a row, and one row a key of old, by key.
 *
 * Reads published columns alone: naming a personal one that is not published is an error of the engine.
 */
export const profileSql = (personal: readonly string[], slice = everybody): string => `
  with events as (
    select
      customer_id,
      string_agg(regexp_replace(${event}, '(,null)+]$', ']'), ',' order by event_at desc, kind desc, reference desc) as events
    from ${slicedSql(martCustomerTimeline, slice)} cross join (select as_of_on from int_as_of)
    group by customer_id
  ),
  ${identitySql(personal, slice)},
  ${offersSql(slice)}
  select
    c.customer_id as key,
    null as successor,
    json_array(${selectedFields(personal)
      .map(([, sql]) => sql)
      .join(", ")})::varchar as fields,
    coalesce(events, '') as events
  from ${slicedSql(martCustomer360, slice, {personal})} c
  left join ${slicedSql(martChurnRisk, slice)} r using (customer_id)
  left join ${slicedSql(martAbc, slice)} a using (customer_id)
  left join ${slicedSql(martCustomerValue, slice)} v using (customer_id)
  left join sources using (customer_id)
  left join golden using (customer_id)
  left join former using (customer_id)
  left join organisations using (customer_id)
  left join people using (customer_id)
  left join offered using (customer_id)
  left join events using (customer_id)
  union all
  select key, successor, '', '' from (${movedSql}) where ${inSlice("key", slice)}
  order by key`;
