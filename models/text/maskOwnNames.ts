import {BIGINT, VARCHAR} from "@duckdb/node-api";
import {appendColumns} from "../../warehouse/appendColumns.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {maskLanguage} from "./judgeTexts.ts";
import type {Language} from "./language.ts";
import {mask} from "./masking/mask.ts";
import {knownNames} from "./masking/names.ts";
import {makeTextNamed} from "./masking/ownNames.ts";

/** Texts that are masked again at a time. */
const slice = 10_000;

interface Named {
  verbatim_id: string;
  said: string;
  language: Language;
  names: string;
  companies: string;
  contacts: string;
}

const listOf = (json: string): string[] => (JSON.parse(json) as (string | null)[]).filter((text) => text !== null);

/**
 * Makes text_own (verbatim_id, masked, masks), temporary: the verbatims of text_verbatim that may name their own writer, masked anew. Names,
 * telephone numbers and e-mail addresses are those of the customer's records and of the answer or ticket itself; what stands before the @ of an
 * address is no name.
 */
export async function maskOwnNames(warehouse: Warehouse, agents: readonly string[]): Promise<void> {
  await warehouse.run("create or replace temp table text_own (verbatim_id varchar, masked varchar, masks bigint)");
  await makeTextNamed(warehouse);
  const {rows} = await warehouse.row<{rows: number}>("select count(*) as rows from text_named");
  const known = knownNames(agents);
  for (let from = 0; from < rows; from += slice) {
    const named = await warehouse.rows<Named>(`
      select verbatim_id, said, language, names, companies, contacts
      from text_named join int_text using (text_number)
      where n > ${from} and n <= ${from + slice} order by verbatim_id`);
    const masked = named.map(({said, language, names, companies, contacts}) => {
      const own = knownNames(listOf(names), listOf(companies));
      return mask(said, [known, own], maskLanguage(language), listOf(contacts));
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
