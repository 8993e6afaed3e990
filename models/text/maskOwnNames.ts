import {BIGINT, VARCHAR} from "@duckdb/node-api";
import {appendColumns} from "../../warehouse/appendColumns.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {maskLanguage} from "./judgeTexts.ts";
import type {Language} from "./language.ts";
import {mask} from "./masking/mask.ts";
import {knownNames} from "./masking/names.ts";

/** Texts that are masked again at a time. */
const slice = 10_000;

/** Parts of a name that a text could hold: words of three letters and more, Han of two characters and more. */
const parts = `list_filter(string_split_regex(lower(name), '[\\s,;·•]+'), part -> length(part) > 2 or (length(part) = 2 and regexp_matches(part, '\\p{Han}')))`;

/**
 * Makes text_own (verbatim_id, masked, masks), temporary: the verbatims of text_verbatim (verbatim_id, customer_id, text_number) that name their own
 * writer, masked anew. Names are those of the customer's records, and what stands before the @ of no address.
 */
export async function maskOwnNames(warehouse: Warehouse, agents: readonly string[]): Promise<void> {
  await warehouse.run(`create or replace temp table text_own (verbatim_id varchar, masked varchar, masks bigint);
    create or replace temp table text_named as
      with name as (
        select distinct customer_id, name from (
          select customer_id, unnest([customer_name, given_name, family_name, family_name || given_name]) as name
          from stg_customers join int_customer_keys on key_kind = 'customer_key' and source_key = customer_key
        ) where name is not null
      ),
      part as (select distinct customer_id, unnest(${parts} || case when regexp_matches(name, '\\p{Han}') and length(name) > 2
        then [right(name, length(name) - 1)] else [] end) as part from name)
      select row_number() over (order by verbatim_id) as n, verbatim_id, text_number, customer_id
      from (select distinct verbatim_id, text_number, customer_id
        from text_verbatim join part using (customer_id) join int_text using (text_number) where contains(lower(said), part))`);
  const {rows} = await warehouse.row<{rows: number}>("select count(*) as rows from text_named");
  const known = knownNames(agents);
  for (let from = 0; from < rows; from += slice) {
    const named = await warehouse.rows<{verbatim_id: string; said: string; language: Language; names: string}>(`
      select verbatim_id, said, language, cast(to_json(list_distinct(flatten(list([customer_name, given_name, family_name, family_name || given_name])))) as varchar) as names
      from text_named join int_text using (text_number)
        join int_customer_keys using (customer_id) join stg_customers on key_kind = 'customer_key' and source_key = customer_key
      where n > ${from} and n <= ${from + slice} group by all order by verbatim_id`);
    const masked = named.map(({said, language, names}) => {
      const own = (JSON.parse(names) as (string | null)[]).filter((name) => name !== null);
      return mask(said, [known, knownNames(own)], maskLanguage(language));
    });
    await appendColumns(
      warehouse,
      "text_own",
      [VARCHAR, VARCHAR, BIGINT],
      [named.map((row) => row.verbatim_id), masked.map(({text}) => text), masked.map(({masks}) => BigInt(masks))]
    );
  }
  await warehouse.run("drop table text_named");
}
