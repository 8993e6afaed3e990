import {intCustomerField} from "../../../models/intermediate/int_customer_field.ts";
import {intCustomerMember} from "../../../models/intermediate/int_customer_member.ts";
import {intIdentityChange} from "../../../models/intermediate/int_identity_change.ts";
import {intIdentityMember} from "../../../models/intermediate/int_identity_member.ts";
import {intIdentityRecord} from "../../../models/intermediate/int_identity_record.ts";
import {martCustomer360} from "../../../models/marts/mart_customer_360.ts";
import {publishedColumns, publishedSql} from "../../publishedColumns.ts";
import {mostPeople} from "./profileShape.ts";
import {slicedSql, type Slice} from "./slices.ts";

/** Rows of a group as the text of a JSON list of lists. */
export const packed = (row: string, order: string) =>
  `'[' || string_agg(json_array(${row})::varchar, ',' order by ${order}) || ']'`;

/** The golden record as SQL; the value of a field only where mart_customer_360 shows it too. */
function goldenSql(personal: readonly string[], slice: Slice): string {
  const allowed = publishedColumns(martCustomer360, personal).map(({name}) => `'${name}'`);
  const readable = slicedSql(intCustomerField, slice, {personal: ["value"]});
  return `(select * exclude (value), case when field in (${allowed.join(", ")}) then value end as value from ${readable})`;
}

/** The source of every record; the key of a record is there to join by alone. */
const recordSources = `(select record_key, source from ${publishedSql(intIdentityRecord, ["record_key"])})`;

const nameOf = (personal: readonly string[]) => (personal.includes("customer_name") ? "customer_name" : "null");

/** Keys that are no more, with the key that each became, as SQL: key, successor; that one may have been merged in turn. */
export const movedSql = `
  select customer_id as key, arg_max(into_id, change_id) as successor
  from ${publishedSql(intIdentityChange)}
  where change = 'merged' and into_id is not null and customer_id not in (select customer_id from ${publishedSql(martCustomer360)})
  group by customer_id`;

/**
 * Who stands behind each customer, as steps of a query that give JSON lists by customer_id: `sources` of the records,
 * `golden` record, `former` keys, `organisations` of a person, `people` of an organisation with their number.
 *
 * Reads published columns alone, and the values of those fields that the operator publishes.
 */
export const identitySql = (personal: readonly string[], slice: Slice): string => `
  sources as (
    select
      customer_id,
      ${packed("source, origin, linked_by, records, confidence", "source is null, records desc, source, origin, linked_by")} as sources
    from (
      select customer_id, source, origin, linked_by, count(*) as records, round(min(confidence), 4) as confidence
      from ${slicedSql(intIdentityMember, slice, {personal: ["record_key"]})}
      join ${recordSources} using (record_key)
      group by customer_id, source, origin, linked_by
    )
    group by customer_id
  ),
  golden as (
    select
      customer_id,
      ${packed("field, rule, source, strftime(seen_at, '%Y-%m-%d'), alternatives, value", "field")} as golden
    from ${goldenSql(personal, slice)} group by customer_id
  ),
  former as (
    select successor as customer_id, to_json(list(key order by key))::varchar as former from (${movedSql}) group by successor
  ),
  organisations as (
    select person_id as customer_id, to_json(list(organisation_id order by records desc, organisation_id))::varchar as organisations
    from ${slicedSql(intCustomerMember, slice, {column: "person_id"})} group by person_id
  ),
  people as (
    select organisation_id as customer_id, max(people_count) as people_count, ${packed("person_id, records, name", "place")} as people
    from (
      select
        members.organisation_id,
        person_id,
        members.records,
        ${nameOf(personal)} as name,
        count(*) over (partition by members.organisation_id) as people_count,
        row_number() over (partition by members.organisation_id order by members.records desc, person_id) as place
      from ${slicedSql(intCustomerMember, slice, {column: "organisation_id"})} members
      join ${publishedSql(martCustomer360, personal)} persons on persons.customer_id = person_id
    )
    where place <= ${mostPeople}
    group by organisation_id
  )`;
