import type {Warehouse} from "../../../warehouse/warehouse.ts";

/** Letters of a text without case and accents, as SQL. */
const letters = (text: string): string => `regexp_replace(strip_accents(lower(${text})), '[^a-z]+', '', 'g')`;
const digits = (text: string): string => `regexp_replace(${text}, '[^0-9]+', '', 'g')`;
/** Letters in full width, and such as have no accent that could be dropped. */
const otherLetters = "[\\x{FF21}-\\x{FF5A}øØłŁđĐßæÆœŒ]";

/**
 * Makes text_named (n, verbatim_id, text_number, names, companies, contacts), temporary: the verbatims of text_verbatim (verbatim_id, origin,
 * source_key, customer_id, text_number) that could hold their writer's name, telephone number or e-mail address, with these as lists in JSON. A name
 * that is also the company's is a company's. Names beyond Latin letters could be spelled in many ways: all texts of their customers are taken.
 */
export const makeTextNamed = (warehouse: Warehouse): Promise<unknown> =>
  warehouse.run(`create or replace temp table text_named as
    with record as (
      select customer_id, customer_name, given_name, family_name, company, phone, email
      from stg_customers join int_customer_keys on key_kind = 'customer_key' and source_key = customer_key
      where customer_id in (select customer_id from text_verbatim)
    ),
    own as (
      select distinct customer_id, name, is_company from (
        select customer_id, unnest([given_name, family_name, case when regexp_matches(family_name, '\\p{Han}') then family_name || given_name
          else given_name || ' ' || family_name end]) as name, false as is_company from record
        union all select customer_id, customer_name, coalesce(customer_name = company, false) from record
      ) where name is not null
    ),
    spelled as (
      select customer_id, [${letters("name")}, ${letters("array_to_string(list_reverse(string_split(name, ' ')), '')")}]
        || list_transform(string_split_regex(name, '[\\s,;.·•]+'), lambda word: ${letters("word")}) as parts,
        regexp_matches(strip_accents(name), '[^\\x00-\\x7f]') as is_foreign
      from own
    ),
    contact as (
      select verbatim_id, contact from (
        select verbatim_id, unnest([phone, email]) as contact from text_verbatim join record using (customer_id)
        union select verbatim_id, email from text_verbatim join stg_feedback on origin = 'feedback' and response_id = source_key
        union select verbatim_id, unnest([stg_tickets.phone, stg_tickets.email]) from text_verbatim
          join stg_tickets on origin = 'ticket' and ticket_id = source_key
      ) where contact is not null
    ),
    text as (
      select verbatim_id, customer_id, ${letters("said")} as letters, ${digits("said")} as digits, replace(lower(said), ' ', '') as compact,
        regexp_matches(said, '${otherLetters}') as has_other
      from text_verbatim join int_text using (text_number)
    ),
    hit as (
      select verbatim_id from text join spelled using (customer_id)
      where is_foreign or has_other or len(list_filter(parts, lambda part: length(part) > 2 and contains(letters, part))) > 0
      union
      select verbatim_id from text join contact using (verbatim_id)
      where case when contains(contact, '@') then contains(compact, replace(lower(contact), ' ', ''))
        else length(${digits("contact")}) > 5 and contains(digits, right(${digits("contact")}, 9)) end
    ),
    names as (
      select customer_id, to_json(coalesce(list(name order by name) filter (not is_company), [])) as names,
        to_json(coalesce(list(name order by name) filter (is_company), [])) as companies
      from own group by customer_id
    ),
    contacts as (select verbatim_id, to_json(list(distinct contact)) as contacts from contact group by verbatim_id)
    select row_number() over (order by verbatim_id) as n, verbatim_id, text_number,
      coalesce(cast(names as varchar), '[]') as names, coalesce(cast(companies as varchar), '[]') as companies,
      coalesce(cast(contacts as varchar), '[]') as contacts
    from hit join text_verbatim using (verbatim_id) left join names using (customer_id) left join contacts using (verbatim_id)`);
