import type {Step} from "../model.ts";
import {makeClusters} from "./clusters.ts";
import {assignIds} from "./registry.ts";
import {withTrained} from "./session.ts";

/** Of each contact the customer who has it on the most records. */
const held = (field: string) => `
  select value, arg_min(root, (-records, root)) as root
  from (select value, root, count(*) as records from contact join cluster using (n) where field = '${field}' group by all) group by value`;

/**
 * A contact belongs to the customer who has its e-mail on the most records, then its telephone number; one that nobody has is a customer
 * of its own, unless too many share it or it is excluded: such a contact is nobody's. It ties nobody to anybody.
 */
const grouped = `
  with by_email as (${held("email")}), by_phone as (${held("phone")}),
  telling as (
    select record_key, email, phone from int_identity_record
    where origin = 'contacts' and coalesce(email, phone) is not null
      and coalesce(email not in (select value from int_identity_shared where field = 'email'), true)
      and coalesce(phone not in (select value from int_identity_shared where field = 'phone'), true)
  )
  select record_key, root::varchar as root from cluster join usable using (n)
  union all
  select record_key, coalesce(by_email.root::varchar, by_phone.root::varchar, email, phone)
  from telling left join by_email on by_email.value = email left join by_phone on by_phone.value = phone`;

/** Creates int_identity_member. */
export async function makeMembers({warehouse, settings, table}: Step): Promise<void> {
  await withTrained({warehouse, settings}, async (trained) => {
    await makeClusters(warehouse, trained, settings.identity);
    await warehouse.run(`create or replace temp table grouped as ${grouped}`);
  });
  await assignIds(warehouse, settings.pseudonymKey);
  await warehouse.run(`
    create or replace table ${table} as
    with pair as (
      select left_key, right_key, probability,
        case when decided = 'same' then 3 when rule is not null then 2 else 1 end as strength
      from int_identity_candidate join identified l on l.record_key = left_key join identified r on r.record_key = right_key
      where verdict = 'link' and l.customer_id = r.customer_id
    ),
    tied as (
      select record_key, max(strength) as strength, max(probability) as confidence
      from (select left_key as record_key, strength, probability from pair union all select right_key, strength, probability from pair)
      group by record_key
    )
    select record_key, customer_id, party, origin, count(*) over (partition by customer_id) as cluster_records,
      case when tied.strength is not null then ['score', 'rule', 'steward'][tied.strength]
        when origin = 'contacts' and count(*) over (partition by customer_id) > 1 then 'contact' else 'alone' end as linked_by,
      confidence
    from identified join int_identity_record using (record_key) left join tied using (record_key)
    order by record_key`);
  for (const name of ["grouped", "identified", "cluster"]) await warehouse.run(`drop table ${name}`);
}
