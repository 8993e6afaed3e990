import type {Warehouse} from "../../warehouse/warehouse.ts";
import type {Language} from "./language.ts";
import type {ModelLanguage} from "./sentimentModel.ts";
import type {RatedText} from "./sentimentTest.ts";
import {isNegativeSql, saidSql} from "./said.ts";

/** Texts that one model is learnt from, at most: a random sample, by hash. That of all texts judges only what the others do not. */
const mostTexts = {en: 50_000, zh: 50_000, all: 20_000};
/** Their characters, at most: they decide the memory. */
const mostCharacters = 24_000_000;
/** How often one and the same text with one meaning counts, at most. */
const mostCopies = 20;

export interface Rated {
  texts: number;
  negative: number;
  /** Rated texts that say what another already says. */
  duplicates: number;
}

/** Makes text_rated, temporary: one row per rated text with letters, `copy` counting those of one meaning that say the same. */
export const makeRated = (warehouse: Warehouse): Promise<void> =>
  warehouse.run(`create or replace temp table text_rated as
    select language, text_number, same_key, is_negative,
      row_number() over (partition by language, same_key order by verbatim_id) as place,
      row_number() over (partition by language, same_key, is_negative order by verbatim_id) as copy
    from (select *, ${isNegativeSql} as is_negative from (${saidSql})) join int_text using (text_key)
    where is_negative is not null and language <> 'none'`);

const within = (language: ModelLanguage): string => (language === "all" ? "true" : `language = '${language}'`);

export const countRated = (warehouse: Warehouse, language: ModelLanguage): Promise<Rated> =>
  warehouse.row<Rated>(`select count(*) as texts, count(*) filter (is_negative) as negative,
    count(*) filter (place > 1) as duplicates from text_rated where ${within(language)}`);

/** The texts to learn from, in an order that nothing but the texts decides. */
export async function ratedTexts(
  warehouse: Warehouse,
  language: ModelLanguage
): Promise<(RatedText & {language: Language})[]> {
  const rows = await warehouse.rows<{language: Language; tokens: string; same_key: string; is_negative: boolean}>(`
    select language, tokens, same_key, is_negative
    from (
      select * from text_rated where ${within(language)} and copy <= ${mostCopies}
      order by same_key, is_negative, copy limit ${mostTexts[language]}
    ) join int_text using (text_number, same_key, language)
    qualify sum(length(plain)) over (order by same_key, is_negative, copy, text_number) <= ${mostCharacters}
    order by same_key, is_negative, copy, text_number`);
  return rows.map(({language, tokens, same_key, is_negative}) => ({
    language,
    tokens: tokens.split(" "),
    same: same_key,
    isNegative: is_negative
  }));
}
