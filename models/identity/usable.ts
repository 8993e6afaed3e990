import type {Warehouse} from "../../warehouse/warehouse.ts";

/** Values that can be shared by too many to say who it is. */
export const sharable = ["email", "phone", "tax_id"] as const;

/** Columns whose frequent values weigh less. */
export const frequencyFields = ["given_name", "family_name", "company", "street", "postal_code", "city"] as const;

/**
 * Creates the temporary tables that pairs are found and compared in: `usable`, the records without contacts and without shared values,
 * and `contact`, every e-mail and telephone number that a record was seen with.
 */
export async function makeUsable(warehouse: Warehouse): Promise<void> {
  const kept = (field: string, column = field) =>
    `case when ${field}_shared.value is null then ${column} end as ${column}`;
  await warehouse.run(`
    create or replace temp table usable as
    select record_number::integer as n, record_key, party, origin, source,
      ${kept("email")}, ${kept("email", "email_user")}, ${kept("email", "email_domain")}, ${kept("phone")}, ${kept("phone", "phone_end")},
      ${kept("tax_id")}, given_name, given_initial, given_sound, family_name, family_initial, family_sound, han_name, company,
      company_initial, company_start, birth_date, birth_year, birth_day, house_number, street, postal_code, city, region, country
    from int_identity_record
      ${sharable.map((field) => `left join (from int_identity_shared where field = '${field}') as ${field}_shared on ${field}_shared.value = ${field}`).join(" ")}
    where origin <> 'contacts'
    order by n`);
  const seen = (field: string) => `
    select n, '${field}' as field, ${field} as value from usable where ${field} is not null
    union
    select n, '${field}', normal_${field}(s.${field}) from int_identity_seen s join usable on record_key = 'customer:' || s.customer_key
    where s.${field} is not null and normal_${field}(s.${field}) is not null
      and normal_${field}(s.${field}) not in (select value from int_identity_shared where field = '${field}')`;
  await warehouse.run(`create or replace temp table contact as ${seen("email")} union all ${seen("phone")}`);
}

export async function dropUsable(warehouse: Warehouse): Promise<void> {
  for (const table of ["usable", "contact"]) await warehouse.run(`drop table if exists temp.${table}`);
}
