import type {Step} from "../model.ts";
import {registerNormalisers} from "./normal/register.ts";

/** The most frequent value that events name together with a key, the smallest of several. */
const bestOf = (of: string, value: string) => `
  select ${of}, ${value} from (select ${of}, ${value}, sum(events) as n from int_identity_seen
    where ${of} is not null and ${value} is not null group by all)
  qualify row_number() over (partition by ${of} order by n desc, ${value}) = 1`;

const none = (...names: string[]) => names.map((name) => `null::varchar as ${name}`).join(", ");

/** What the sources say of everyone who is a record, as they write it. */
const said = `
  with best_email as (${bestOf("customer_key", "email")}),
  best_phone as (${bestOf("customer_key", "phone")}),
  email_phone as (${bestOf("email", "phone")})
  select 'customer:' || customer_key as record_key, 'customers' as origin, source,
    coalesce(c.email, best_email.email) as email, coalesce(c.phone, best_phone.phone) as phone,
    given_name, family_name, customer_name, company, tax_id, birth_date, street, postal_code, city, region, country
  from stg_customers c left join ledger_loads using (load_id)
    left join best_email using (customer_key) left join best_phone using (customer_key)
  union all by name
  select 'customer:' || customer_key as record_key, 'customers' as origin, null as source, any_value(best_email.email) as email,
    any_value(best_phone.phone) as phone,
    ${none("given_name", "family_name", "customer_name", "company", "tax_id", "birth_date", "street", "postal_code", "city", "region", "country")}
  from int_identity_seen s anti join stg_customers using (customer_key)
    left join best_email using (customer_key) left join best_phone using (customer_key)
  where s.customer_key is not null group by s.customer_key
  union all by name
  select 'lead:' || lead_id as record_key, 'leads' as origin, null as source, email, phone, customer_name, company, country from stg_leads
  union all by name
  select 'email:' || s.email as record_key, 'contacts' as origin, null as source, s.email, any_value(email_phone.phone) as phone
  from int_identity_seen s left join email_phone on email_phone.email = s.email
  where customer_key is null and s.email is not null group by s.email
  union all by name
  select distinct 'phone:' || phone as record_key, 'contacts' as origin, null as source, phone
  from int_identity_seen where customer_key is null and email is null and phone is not null`;

/** The same in the forms that are compared. A company that a person names is a record of its own. */
const normal = `
  select record_key, origin, source,
    case when is_organisation then 'organisation' else 'person' end as party,
    normal_email(email) as email, normal_phone(phone) as phone,
    case when not is_organisation then name[1] end as given_name,
    case when not is_organisation then name[3] end as family_name,
    case when not is_organisation then name[4] end as han_name,
    normal_company(case when is_organisation then coalesce(customer_name, company) else company end) as company,
    normal_tax_id(tax_id) as tax_id,
    normal_birth(birth_date) as birth_date,
    place[1] as house_number, place[2] as street,
    normal_postal(postal_code) as postal_code, normal_city(city) as city, normal_city(region) as region, normal_city(country) as country
  from (
    select *,
      string_split(normal_person(given_name, family_name, customer_name), chr(31)) as name,
      string_split(normal_street(street), chr(31)) as place,
      case
        when given_name is not null or family_name is not null then false
        when customer_name is null then company is not null
        else is_company_name(customer_name) or coalesce(customer_name = company, false)
      end as is_organisation
    from said
  )`;

/** Creates int_identity_record. */
export async function makeRecords({warehouse, settings, table}: Step): Promise<void> {
  const {region, email} = settings.identity;
  registerNormalisers(warehouse.connection, {region, emailDots: email.dots, emailTags: email.tags});
  await warehouse.run(`create or replace temp table said as ${said}`);
  await warehouse.run(`create or replace temp table normal as ${normal}`);
  await warehouse.run("drop table said");
  await warehouse.run(`
    create or replace table ${table} as
    with everyone as (
      from normal
      union all by name
      select 'company:' || company as record_key, 'companies' as origin, 'organisation' as party, company
      from normal where party = 'person' and company is not null and origin <> 'contacts' group by company
    )
    select record_key, row_number() over (order by record_key) as record_number, party, origin, source,
      nullif(email, '') as email, split_part(email, '@', 1) as email_user, split_part(email, '@', 2) as email_domain,
      phone, case when length(phone) >= 8 then right(phone, 7) end as phone_end,
      nullif(given_name, '') as given_name, nullif(left(given_name, 1), '') as given_initial, sound(given_name) as given_sound,
      nullif(family_name, '') as family_name, nullif(left(family_name, 1), '') as family_initial, sound(family_name) as family_sound,
      nullif(han_name, '') as han_name,
      company, left(company, 1) as company_initial, left(company, 4) as company_start, tax_id,
      birth_date, left(birth_date, 4) as birth_year, right(birth_date, 5) as birth_day,
      nullif(house_number, '') as house_number, nullif(street, '') as street, postal_code, city, region, country
    from everyone
    order by record_key`);
  await warehouse.run("drop table normal");
}
